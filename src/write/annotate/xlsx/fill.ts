import type { Severity } from '../../../model/finding.ts';
import { applyEdits } from '../edits.ts';
import type { Edit } from '../edits.ts';
import { attributeOf } from '../package.ts';
import { cellOf } from './workbook.ts';

const colors: Readonly<Record<Severity, string>> = {
  error: 'FFFF9999',
  warning: 'FFFFE066',
  info: 'FFB3D9FF',
};

/** Cell formats of a workbook's styles, to which filled copies can be added. */
export interface Styles {
  /** The number of the format that is `format` with a fill; 0 is the default format. */
  filled(format: number, severity: Severity): number;
  /** The styles part with what was added. */
  source(): string;
}

/** Reads the cell formats; undefined when the part has none. */
export function openStyles(source: string): Styles | undefined {
  const fills = /<((?:[\w.-]+:)?)fills(\s[^>]*)?>([\s\S]*?)<\/\1fills>/.exec(source);
  const formats = /<((?:[\w.-]+:)?)cellXfs(\s[^>]*)?>([\s\S]*?)<\/\1cellXfs>/.exec(source);
  if (fills === null || formats === null) return undefined;
  const prefix = fills[1] ?? '';
  const fillCount = [...(fills[3] ?? '').matchAll(/<(?:[\w.-]+:)?fill(?=[\s>/])/g)].length;
  const known = [
    ...(formats[3] ?? '').matchAll(/<((?:[\w.-]+:)?)xf(?:\s[^>]*?)?(?:\/>|>[\s\S]*?<\/\1xf>)/g),
  ].map(([xf]) => xf);
  const added: string[] = [];
  const byKey = new Map<string, number>();
  const severities = Object.keys(colors) as Severity[];
  const newFills = severities.map(
    (severity) =>
      `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colors[severity]}"/>` +
      `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
  );
  return {
    filled: (format, severity) => {
      const key = `${format} ${severity}`;
      const number = byKey.get(key) ?? known.length + added.length;
      if (!byKey.has(key))
        added.push(withFill(known[format] ?? `<${prefix}xf/>`, fillCount + severities.indexOf(severity)));
      byKey.set(key, number);
      return number;
    },
    source: () => applyEdits(source, [grown(fills, 'fills', newFills), grown(formats, 'cellXfs', added)]),
  };
}

function withFill(format: string, fill: number): string {
  const tag = /^<[^\s/>]+/.exec(format)?.[0] ?? '<xf';
  const rest = format.slice(tag.length);
  const end = rest.search(/\/?>/);
  const attributes = rest.slice(0, end).replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  return `${tag}${attributes} fillId="${fill}" applyFill="1"${rest.slice(end)}`;
}

function grown(list: RegExpExecArray, name: string, added: readonly string[]): Edit {
  const [whole, prefix = '', attributes = '', inner = ''] = list;
  const count = Number(/\scount="(\d+)"/.exec(attributes)?.[1] ?? Number.NaN);
  const counted = Number.isNaN(count)
    ? attributes
    : attributes.replace(/(\scount=")\d+"/, `$1${count + added.length}"`);
  return {
    start: list.index,
    end: list.index + whole.length,
    text: `<${prefix}${name}${counted}>${inner}${added.join('')}</${prefix}${name}>`,
  };
}

/**
 * A worksheet with fills on cells. A cell that the sheet does not hold is added to its row, a row to its
 * place among the rows.
 */
export function fillCells(source: string, cells: ReadonlyMap<string, Severity>, styles: Styles): string {
  let made = source;
  for (const [address, severity] of cells) made = fillCell(made, address, severity, styles);
  return made;
}

function fillCell(source: string, address: string, severity: Severity, styles: Styles): string {
  const found = new RegExp(`<(?:[\\w.-]+:)?c\\s(?:[^>]*\\s)?r="${address}"[^>]*>`).exec(source);
  if (found !== null) {
    const tag = found[0];
    const format = styles.filled(Number(attributeOf(tag, 's') ?? 0), severity);
    const bare = tag.replace(/\ss="\d*"/, '');
    const filled = bare.replace(/\s*(\/?>)$/, ` s="${format}"$1`);
    return source.slice(0, found.index) + filled + source.slice(found.index + tag.length);
  }
  const place = cellOf(address);
  if (place === undefined) return source;
  return addCell(source, address, place, styles.filled(0, severity));
}

function addCell(
  source: string,
  address: string,
  { column, row }: { column: number; row: number },
  format: number,
): string {
  const prefix = /<\/?((?:[\w.-]+:)?)sheetData[\s/>]/.exec(source)?.[1] ?? '';
  const cell = `<${prefix}c r="${address}" s="${format}"/>`;
  const opened = source.replace(
    new RegExp(`<${prefix}sheetData\\s*/>`),
    `<${prefix}sheetData></${prefix}sheetData>`,
  );
  for (const match of opened.matchAll(new RegExp(`<${prefix}row\\s[^>]*>|</${prefix}sheetData>`, 'g'))) {
    const [tag] = match;
    const number = Number(attributeOf(tag, 'r') ?? Infinity);
    if (number < row) continue;
    if (number > row) return insertAt(opened, match.index, `<${prefix}row r="${row}">${cell}</${prefix}row>`);
    const start = match.index + tag.length;
    if (tag.endsWith('/>')) {
      return `${opened.slice(0, start - 2)}>${cell}</${prefix}row>${opened.slice(start)}`;
    }
    const end = opened.indexOf(`</${prefix}row>`, start);
    const next = [...opened.slice(start, end).matchAll(new RegExp(`<${prefix}c\\s[^>]*>`, 'g'))].find(
      ([other]) => (cellOf(attributeOf(other, 'r') ?? '')?.column ?? -1) > column,
    );
    return insertAt(opened, next === undefined ? end : start + next.index, cell);
  }
  return source;
}

function insertAt(source: string, at: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at);
}
