import { sheetTexts, type FundSource, type SheetText } from '../disclosure.ts';
import type { Language } from '../language.ts';
import { dutiesSection, glossarySection, type Place } from '../place.ts';
import { noNames, type PlaceNames } from './names.ts';
import { insideQuotes } from './quotes.ts';

/** Where in the file: 第3页, 第74行, 工作表“表1” B7. Empty when the reader knows none. */
export function referenceWords(place: Place, language: Language): string {
  const { page, line, sheet, cell, block } = place;
  const zh = language === 'zh';
  const parts: string[] = [];
  if (page !== undefined) parts.push(zh ? `第${page}页` : `page ${page}`);
  if (sheet !== undefined) parts.push(zh ? `工作表“${sheet}”` : `sheet "${sheet}"`);
  if (block !== undefined) {
    parts.push(zh ? `正文第${block + 1}个段落或表格` : `element ${block + 1} of the body`);
  }
  if (cell !== undefined) parts.push(zh ? `${cell}单元格` : `cell ${cell}`);
  else if (line !== undefined) parts.push(zh ? `第${line}行` : `line ${line}`);
  return parts.join(zh ? '' : ', ');
}

/** The part of the document: 表1 2026年预算收支总表, a section's title, a project's sheet. */
export function partWords(place: Place, language: Language, names: PlaceNames = noNames): string {
  const zh = language === 'zh';
  if (place.project !== undefined && place.table === undefined) {
    return zh ? `绩效目标表“${insideQuotes(place.project)}”` : `Performance sheet of "${place.project}"`;
  }
  if (place.table !== undefined) {
    const title = names.table(place.table);
    return `${tableWords(place.table, language)}${title === null ? '' : ` ${title}`}`;
  }
  if (place.section !== undefined) return sectionWords(place, place.section, zh, names);
  return zh ? '文档' : 'Document';
}

function sectionWords(place: Place, section: string, zh: boolean, names: PlaceNames): string {
  return names.section(section, place) ?? (zh ? undefined : ownSections[section]) ?? section;
}

/** In English, the parts with places that are no sections of the narrative. */
const ownSections: Readonly<Record<string, string>> = {
  [dutiesSection]: 'Duties',
  [glossarySection]: 'Glossary',
};

/** 表1 */
export function tableWords(table: number, language: Language): string {
  return language === 'zh' ? `表${table}` : `Table ${table}`;
}

type Axis = 'row' | 'column';

/**
 * The spot within its part: 212 城乡社区支出 · 合计; `only` its row or its column.
 * Empty when the place is the whole part.
 */
export function spotWords(
  place: Place,
  language: Language,
  names: PlaceNames = noNames,
  only: Axis | null = null,
): string {
  const row = only === 'column' ? undefined : place.row;
  const column = only === 'row' ? undefined : place.column;
  if (place.project !== undefined && place.table === undefined) return sheetSpot(row, column, language);
  const parts: string[] = [];
  if (row !== undefined && row !== '') parts.push(rowWords(place.table, row, language, names));
  if (column !== undefined) {
    const title = place.table === undefined ? null : names.column(place.table, column);
    parts.push(title === null || title === '' ? column : title);
  }
  return parts.join(' · ');
}

function rowWords(table: number | undefined, row: string, language: Language, names: PlaceNames): string {
  const [, key = row, nth] = /^(.*?)(?:#(\d+))?$/s.exec(row) ?? [];
  const name = table === undefined ? null : (names.row(table, row) ?? names.row(table, key));
  const words = name === null || name === key ? key : /^\d+$/.test(key) ? `${key} ${name}` : name;
  if (nth === undefined) return words;
  return language === 'zh' ? `${words}（第${nth}处）` : `${words} (occurrence ${nth})`;
}

const horizons: Readonly<Record<string, Record<Language, string>>> = {
  period: { zh: '实施期', en: 'whole term' },
  annual: { zh: '年度', en: 'this year' },
};

const funds: Readonly<Record<FundSource, Record<Language, string>>> = {
  total: { zh: '资金总额', en: 'total funds' },
  central: { zh: '中央资金', en: 'central funds' },
  provincial: { zh: '省级资金', en: 'provincial funds' },
  local: { zh: '市县资金', en: 'local funds' },
  own: { zh: '自有资金', en: 'own funds' },
  other: { zh: '其他资金', en: 'other funds' },
};

const texts: Readonly<Record<SheetText, Record<Language, string>>> = {
  overview: { zh: '项目概况', en: 'overview' },
  basis: { zh: '立项依据', en: 'basis' },
  necessity: { zh: '立项必要性', en: 'necessity' },
  safeguards: { zh: '保证措施', en: 'safeguards' },
  plan: { zh: '实施计划', en: 'plan' },
  periodGoal: { zh: '实施期目标', en: 'goal of the whole term' },
  annualGoal: { zh: '年度目标', en: 'goal of this year' },
};

function sheetSpot(row: string | undefined, column: string | undefined, language: Language): string {
  const horizon = column === undefined ? '' : (horizons[column]?.[language] ?? column);
  const text = sheetTexts.find((key) => key === row);
  const field = text === undefined ? undefined : texts[text][language];
  const fund = Object.entries(funds).find(([key]) => key === row)?.[1][language];
  const words = [horizon, field ?? fund ?? row ?? ''].filter((word) => word !== '');
  return words.join(language === 'zh' ? '' : ', ');
}

/** The whole place without its reference: 表1 城乡社区支出 · 合计. */
export function placeWords(place: Place, language: Language, names: PlaceNames = noNames): string {
  const spot = spotWords(place, language, names);
  const part =
    place.table === undefined ? partWords(place, language, names) : tableWords(place.table, language);
  return spot === '' ? partWords(place, language, names) : `${part} ${spot}`;
}
