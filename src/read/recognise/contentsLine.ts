import { fold, withoutNumbering } from '../../model/fold.ts';

/** A line of the contents page as its author wrote it. `page` is null where none is printed. */
export interface ContentsLine {
  readonly title: string;
  readonly page: string | null;
}

/** No entry is longer, folded. */
const longest = 70;

const pageAtEnd = /^(.*?)[\s.．·…⋯‥・]*(?:[\s.．·…⋯‥・])[-－—\s]*(\d{1,3})(?:[-－—~～]\d{1,3})?[-－—\s]*$/;
/** 附表 1, 表一, 公开01表, 3.收入表, 1-2 收入表: numbers that headings do not bear. */
const listNumber =
  /^(?:附|表|公开(?=\d|表)|\d{1,2}[.．、]|\d{1,2}(?:-\d{1,2})*(?:\(\d{1,2}\))?(?=[\u4e00-\u9fff《“]))/;

/** The line as an entry of the contents; null where it is none. */
export function contentsLine(line: string): ContentsLine | null {
  const match = pageAtEnd.exec(line.trim());
  const title = (match?.[1] ?? line)
    .replace(/[\s.．·…⋯‥・]+$/, '')
    .trim()
    .replace(/(?<=(?:说明|情况|解释|表))。$/, '');
  const folded = fold(title);
  const numbered = withoutNumbering(folded) !== folded || listNumber.test(folded);
  if (title === '' || folded.length > longest || /[。；;]$/.test(folded)) return null;
  return match === null && !numbered ? null : { title, page: match?.[2] ?? null };
}

/** The number of a page alone, which its line has lost to the next one. */
export function lonePage(line: string): string | null {
  return /^[-－—\s]*(\d{1,3})[-－—\s]*$/.exec(line)?.[1] ?? null;
}

/** A line that no sentence is and no entry: the rest of an entry, or a remark between two. */
export function isRemark(line: string): boolean {
  const folded = fold(line);
  return folded !== '' && folded.length <= longest && !/[。；;]|:$|万元/.test(folded);
}

const wholeTitle = /(?:表|说明|情况|解释|附件|概况|职责|职能|设置|构成|编制)(?:\([^)]*\))?$/;

/** The entry goes on in a line of its own: 支出决算情况说 · 明. */
export function goesOnIn(title: string, rest: string): boolean {
  return (
    fold(rest).length <= 12 && (!wholeTitle.test(fold(title)) || /^(?:情况)?说明$|^表$/.test(fold(rest)))
  );
}

/** The part that a heading numbers: 第二部分; null for none. */
export function partNumberOf(line: string): string | null {
  return /^第[一二三四五六七八九十]{1,2}部分/.exec(fold(line))?.[0] ?? null;
}

/** What an entry names, however it is numbered. */
export function namedBy(line: string): string {
  return withoutNumbering(fold(line)).replace(/^[:、.]+|[:。]+$/g, '');
}

/** 目录, 2022年预算公开目录, (目录); not a directory of goods or services. */
export function isContentsHeading(line: string): boolean {
  const folded = fold(line);
  return /^\(?(?:.{0,45}(?:公开|预算|决算|说明|报告)(?:信息)?(?:公开)?)?(?:目录|目次)\)?$/.test(folded);
}

/**
 * Page numbers that stand directly behind the titles (一、部门职责4), where most entries end so and the numbers
 * rise.
 */
export function withAttachedPages<T extends ContentsLine>(entries: readonly T[]): readonly T[] {
  const parts = entries.map(({ title, page }) =>
    page === null ? /^(.*[\u4e00-\u9fff）)”])(\d{1,3})$/.exec(title) : null,
  );
  const pages = parts.flatMap((part) => (part === null ? [] : [Number(part[2])]));
  const rises = pages.every((page, i) => page >= (pages[i - 1] ?? 0));
  if (pages.length < 3 || pages.length * 5 < entries.length * 3 || !rises) return entries;
  return entries.map((entry, i) => {
    const part = parts[i];
    return part === null || part === undefined
      ? entry
      : { ...entry, title: (part[1] ?? '').trim(), page: part[2] ?? null };
  });
}
