import type { ProjectSheet } from '../../model/disclosure.ts';
import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Block } from '../../model/source.ts';
import type { FoundTable } from './table.ts';
import { mostFrequent } from './mostFrequent.ts';

/** The year that the tables' titles and the first headings speak of; null when nothing says it. */
export function yearOf(tables: readonly FoundTable[], blocks: readonly Block[]): number | null {
  const titles = tables.flatMap((table) => yearsIn(table.captions.title ?? ''));
  const headings = blocks
    .slice(0, 60)
    .flatMap((block) => (block.kind === 'paragraph' && block.text.length < 60 ? yearsIn(block.text) : []));
  return mostFrequent(titles) ?? titleYear(blocks) ?? mostFrequent(headings) ?? firstYear(blocks);
}

/** The year that the first sentence begins with: a notice may have no title. */
function firstYear(blocks: readonly Block[]): number | null {
  const sentence = blocks.find((block) => block.kind === 'paragraph' && /[。；]/.test(block.text));
  return sentence?.kind === 'paragraph' ? (yearsIn(sentence.text)[0] ?? null) : null;
}

/** The year of the document's own title: its sentences may name the year that they compare with more often. */
function titleYear(blocks: readonly Block[]): number | null {
  for (const block of blocks.slice(0, 8)) {
    if (block.kind !== 'paragraph' || block.text.length > 70 || /[。；;]/.test(block.text)) continue;
    const title = /(20\d\d)年?度?(?!.*20\d\d年).{0,30}(?:预算|决算|经费)/.exec(fold(block.text));
    if (title !== null) return Number(title[1]);
  }
  return null;
}

function yearsIn(text: string): readonly number[] {
  return [...fold(text).matchAll(/(20\d\d)年/g)].map((match) => Number(match[1]));
}

/** The department's name: as the tables print it, else from the cover. */
export function departmentOf(tables: readonly FoundTable[], blocks: readonly Block[]): string | null {
  const printed = tables.flatMap((table) =>
    table.captions.department === null ? [] : [table.captions.department],
  );
  return mostFrequent(printed) ?? coverName(blocks);
}

const bodyName =
  /(?:局|委|委员会|办公室|办|厅|部|院|中心|所|站|队|校|学|园|馆|会|联|协|处|段|公司|政府|政协|人大|公署|街道|镇|乡|苏木|场|社|团|台|厂|库|基地)(?:\([^)]*\))?(?:本级|机关|本部)?$/;

/** What follows a body's name in a title: [关于]2024年度(区级)部门预算, 2024年“三公”经费. */
const behindName =
  /(?:关于)?(?:20\d\d年?度?)?(?:\((?:单位|部门)\))?(?:[省市区县州]级)?(?:部门|单位)?(?:综合|整体)?(?:收支)?(?:预算|决算|三公经费|一般公共预算)/g;

/** Lines that may stand before the name or its label on a cover. */
const mostCoverLines = 24;

/** The name in a part's heading (第一部分 某局概况) or on the cover; null when neither names a body. */
function coverName(blocks: readonly Block[]): string | null {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text.length < 80 ? [fold(block.text)] : [],
  );
  const cover = texts.slice(0, mostCoverLines);
  const joined = joinedLines(blocks);
  const name =
    firstName(cover, labelledName) ??
    firstName(cover, nameInTitle) ??
    firstName(texts, nameInPart) ??
    firstName(joined, nameInTitle);
  return name === null ? null : inFull(name, cover);
}

/** The name with the region that another line of the cover prints before it. */
function inFull(name: string, lines: readonly string[]): string {
  const names = lines.flatMap((line) => nameInTitle(line) ?? []);
  const longer = names.filter(
    (other) => other.endsWith(name) && (regionOf(other) ?? '').length >= other.length - name.length,
  );
  return longer.reduce((best, other) => (other.length > best.length ? other : best), name);
}

function firstName(texts: readonly string[], nameIn: (text: string) => string | null): string | null {
  for (const text of texts) {
    const name = nameIn(text);
    if (name !== null) return name;
  }
  return null;
}

function nameInPart(text: string): string | null {
  const pattern =
    /^第[一二三四五]部分[:、]?(.{4,45}?)(?:20\d\d年度?)?(?:部门|单位)?(?:\((?:单位|部门)\))?(?:基本)?(?:概[况括]|情况|预算|决算)/;
  return bodyIn(pattern.exec(text)?.[1] ?? '');
}

/** 预算主管部门:某局; a label that names the unit of the tables is read with them. */
function labelledName(text: string): string | null {
  return bodyIn(/^(?:预算|决算)?(?:主管)?(?:部门|单位)(?:名称)?:(.{3,45})$/.exec(text)?.[1] ?? '');
}

function nameInTitle(text: string): string | null {
  if (/[。；;]/.test(text)) return null;
  for (const { index } of text.matchAll(behindName)) {
    const name = bodyIn(text.slice(0, index));
    if (name !== null) return name;
  }
  return null;
}

/** The text as a body's name: without number, year and what it is called for short; null where it is none. */
function bodyIn(text: string): string | null {
  const bare = withoutNumbering(text)
    .replace(/^[:、]+/, '')
    .replace(/^(?:关于)?(?:20\d\d年?度?)?/, '')
    .replace(/\((?:以下)?简称[^)]*\)$/, '');
  const named = bare.replace(/(?:部门|单位|关于)$/, '');
  const name = named.replace(/\(([^)]*)\)$/, (alias, inner: string) => (isAlias(inner) ? '' : alias));
  return name.length >= 3 && name.length <= 45 && bodyName.test(name) && !/[>|,，:]/.test(name) ? name : null;
}

function isAlias(name: string): boolean {
  return name.length > 5 && bodyName.test(name);
}

/** A cover may print year, name and 部门决算 on two or three lines; none is printed twice in one name. */
function joinedLines(blocks: readonly Block[]): readonly string[] {
  const end = blocks.findIndex((block) => block.kind === 'grid' || fold(block.text) === '目录');
  const cover = blocks
    .slice(0, Math.min(end < 0 ? mostCoverLines : end, mostCoverLines))
    .map((block) => (block.kind === 'paragraph' ? fold(block.text) : ''));
  return cover.flatMap((_, i) =>
    [2, 3].flatMap((count) => {
      const parts = cover.slice(i, i + count);
      const fits = parts.length === count && new Set(parts).size === count && parts.every(isCoverLine);
      return fits ? [parts.join('')] : [];
    }),
  );
}

function isCoverLine(folded: string): boolean {
  return folded !== '' && folded.length <= 45 && !/^附件|[:。；，,]/.test(folded);
}

/** The department's code as the performance sheets print it (416-…). */
export function departmentCodeOf(sheets: readonly ProjectSheet[]): string | null {
  return mostFrequent(sheets.flatMap((sheet) => /^(\d{2,})\s*[-—]/.exec(sheet.department ?? '')?.[1] ?? []));
}

/** Words before the region in the names of party and youth committees. */
const beforeRegion =
  /^(?:中国共产党|中共|中国共产主义青年团|共青团|中国人民政治协商会议|政协|中国国民党革命委员会|民革|民盟|民建|民进|农工党|九三学社)/;

/** The region that a department's name begins with; null when it names none. */
export function regionOf(department: string | null): string | null {
  const name = (department ?? '').replace(beforeRegion, '');
  const match =
    /^(?!自治区|委员会)(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区))?(?:(?!委员会)[\u4e00-\u9fff]{2,6}?(?:市(?!场|政(?!府|协|法|务)|容|民(?:中心|服务))|自治州|地区|盟))?(?:(?!委员会)(?:[\u4e00-\u9fff]{1,12}?自治[县旗]|[\u4e00-\u9fff]{1,6}?(?:区|县|旗|市(?!场|政(?!府|协|法|务)|容|民(?:中心|服务)))))?/.exec(
      name,
    );
  return match === null || match[0] === '' ? null : match[0];
}
