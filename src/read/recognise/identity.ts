import type { ProjectSheet } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import type { Block } from '../../model/source.ts';
import type { FoundTable } from './table.ts';
import { mostFrequent } from './mostFrequent.ts';

/** The year that the tables' titles and the first headings speak of; null when nothing says it. */
export function yearOf(tables: readonly FoundTable[], blocks: readonly Block[]): number | null {
  const titles = tables.flatMap((table) => yearsIn(table.captions.title ?? ''));
  const headings = blocks
    .slice(0, 60)
    .flatMap((block) => (block.kind === 'paragraph' && block.text.length < 60 ? yearsIn(block.text) : []));
  return mostFrequent(titles) ?? titleYear(blocks) ?? mostFrequent(headings);
}

/** The year of the document's own title: its sentences may name the year that they compare with more often. */
function titleYear(blocks: readonly Block[]): number | null {
  for (const block of blocks.slice(0, 8)) {
    if (block.kind !== 'paragraph' || block.text.length > 60 || /[。；;]/.test(block.text)) continue;
    const title = /(20\d\d)年度?(?!.*20\d\d年).{0,30}(?:预算|决算|经费)/.exec(fold(block.text));
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
  /(?:局|委|委员会|办公室|厅|部|院|中心|所|站|队|校|学|园|馆|会|处|公司|政府|街道|办事处|镇|乡|场|社|团|台|厂|库)(?:\([^)]*\))?(?:本级|机关|本部)?$/;

/** The name in a part's heading (第一部分 某局概况) or on the cover; null when neither names a body. */
function coverName(blocks: readonly Block[]): string | null {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text.length < 60 ? [fold(block.text)] : [],
  );
  const patterns = [
    /^第[一二三四五]部分(.{4,40}?)(?:20\d\d年度?)?(?:部门|单位)?(?:基本)?(?:概况|情况|预算|决算)/,
    /^(.{4,40}?)(?:20\d\d年度?)?(?:部门|单位)?(?:预算|决算)(?:公开|说明|编制)?/,
  ];
  const names = patterns.flatMap((pattern, i) =>
    (i === 0 ? texts : texts.slice(0, 12)).map((text) =>
      (pattern.exec(text)?.[1] ?? '').replace(/^20\d\d年度?/, ''),
    ),
  );
  return names.find((name) => bodyName.test(name)) ?? null;
}

/** The department's code as the performance sheets print it (416-…). */
export function departmentCodeOf(sheets: readonly ProjectSheet[]): string | null {
  return mostFrequent(sheets.flatMap((sheet) => /^(\d{2,})\s*[-—]/.exec(sheet.department ?? '')?.[1] ?? []));
}

/** The region that a department's name begins with; null when it names none. */
export function regionOf(department: string | null): string | null {
  const match =
    /^(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,6}?(?:市|自治州|地区|盟))?(?:[\u4e00-\u9fff]{1,6}?(?:区|县|旗|市))?/.exec(
      department ?? '',
    );
  return match === null || match[0] === '' ? null : match[0];
}
