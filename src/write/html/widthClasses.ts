import type { LayoutBlock, TableBlock } from '../layout/block.ts';

/** Tables of equal column widths share a class; the page's policy allows no style in an element. */
export interface WidthClasses {
  readonly css: string;
  readonly classOf: (table: TableBlock) => string;
}

export function widthClasses(blocks: readonly LayoutBlock[]): WidthClasses {
  const rules = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const key = keyOf(block);
    if (!rules.has(key)) rules.set(key, `w${rules.size + 1}`);
  }
  const css = [...rules].map(([key, name]) =>
    key
      .split(' ')
      .map((width, i) => `.${name} col:nth-child(${i + 1}){width:${width}}`)
      .join(''),
  );
  return { css: css.join('\n'), classOf: (table) => rules.get(keyOf(table)) ?? '' };
}

function keyOf({ widths }: TableBlock): string {
  return widths.map((share) => `${(share * 100).toFixed(2)}%`).join(' ');
}
