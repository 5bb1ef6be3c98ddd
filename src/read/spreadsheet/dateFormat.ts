import type { FormatToken } from './formatCode.ts';

const secondsADay = 86_400;
/** 9999-12-31, the last day of a spreadsheet. */
const lastSerial = 2_958_466;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Seconds since day zero, for elapsed times. */
  readonly elapsed: number;
}

/** A day count as a date or time; undefined when it is outside the calendar (a program shows ####). */
export function dateText(
  serial: number,
  tokens: readonly FormatToken[],
  date1904: boolean,
): string | undefined {
  const days = serial + (date1904 ? 1462 : 0);
  if (!(days >= 0 && days < lastSerial)) return undefined;
  const moment = momentOf(days);
  const codes = tokens.map((token) => (token.kind === 'date' ? token.code : ''));
  const halfDay = codes.some((code) => code.includes('/'));
  return tokens.map((token, index) => tokenText(token, moment, halfDay, isMinute(codes, index))).join('');
}

/** Day 60 is 29 February 1900, which never was; dates before it count from a day later. */
function momentOf(serial: number): Moment {
  const total = Math.round(serial * secondsADay);
  const day = Math.floor(total / secondsADay);
  const seconds = total - day * secondsADay;
  const date = new Date((day - 25_569 + (day < 60 ? 1 : 0)) * secondsADay * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    elapsed: total,
  };
}

/** `m` is the minute after an hour or before a second, else the month. */
function isMinute(codes: readonly string[], index: number): boolean {
  if (!/^mm?$/.test(codes[index] ?? '')) return false;
  const earlier = codes.slice(0, index).findLast((code) => code !== '');
  const later = codes.slice(index + 1).find((code) => code !== '');
  return /^\[?h/.test(earlier ?? '') || /^\[?s/.test(later ?? '');
}

function tokenText(token: FormatToken, moment: Moment, halfDay: boolean, minute: boolean): string {
  if (token.kind === 'literal') return token.text;
  if (token.kind === 'point') return '.';
  if (token.kind !== 'date') return '';
  if (minute) return padded(moment.minute, token.code);
  return timeText(token.code, moment, halfDay) ?? calendarText(token.code, moment);
}

function timeText(code: string, moment: Moment, halfDay: boolean): string | undefined {
  switch (code.charAt(0)) {
    case 'h':
      return padded(halfDay ? ((moment.hour + 11) % 12) + 1 : moment.hour, code);
    case 's':
      return padded(moment.second, code);
    case '[':
      return String(Math.floor(moment.elapsed / (code === '[h]' ? 3600 : code === '[m]' ? 60 : 1)));
    case '上':
      return moment.hour < 12 ? '上午' : '下午';
    default:
      if (code === 'am/pm') return moment.hour < 12 ? 'AM' : 'PM';
      return code === 'a/p' ? (moment.hour < 12 ? 'A' : 'P') : undefined;
  }
}

function calendarText(code: string, moment: Moment): string {
  switch (code.charAt(0)) {
    case 'y':
      return code.length <= 2 ? String(moment.year % 100).padStart(2, '0') : String(moment.year);
    case 'e':
      return String(moment.year);
    case 'm':
      return namedOr(englishMonths[moment.month - 1], moment.month, code);
    case 'd':
      return namedOr(englishDays[moment.weekday], moment.day, code);
    default:
      return `${code.length > 3 ? '星期' : ''}${weekdays[moment.weekday] ?? ''}`;
  }
}

function namedOr(name: string | undefined, value: number, code: string): string {
  if (code.length < 3 || name === undefined) return padded(value, code);
  return code.length === 3 ? name.slice(0, 3) : code.length === 5 ? name.charAt(0) : name;
}

function padded(value: number, code: string): string {
  return String(value).padStart(Math.min(2, code.length), '0');
}
