import type { Disclosure } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import type { ContentsBlock, ContentsLine, DocumentLayout, LayoutBlock } from './block.ts';
import { printable } from './titles.ts';

interface Target {
  readonly title: string;
  readonly level: 1 | 2;
  readonly target: string;
}

/** The contents page: the disclosure's own lines, each led to its heading; without any, the headings themselves. */
export function contentsBlock({ contents }: Disclosure, blocks: readonly LayoutBlock[]): ContentsBlock {
  const targets = blocks.flatMap(targetOf);
  const entries =
    contents.length === 0
      ? targets.map((target): ContentsLine => ({ ...target, page: null }))
      : ledTo(
          contents.map(({ title, page }) => ({ title: printable(title), page })),
          targets,
        );
  return { kind: 'contents', title: '目 录', entries };
}

function targetOf(block: LayoutBlock): readonly Target[] {
  if (block.kind === 'heading' && block.target !== null && block.level <= 2) {
    return [{ title: block.text, level: block.level === 1 ? 1 : 2, target: block.target }];
  }
  return block.kind === 'table' && block.titleLevel === 2
    ? [{ title: block.title, level: 2, target: block.target }]
    : [];
}

/** Each line leads to the first heading after the line before it that it names. */
function ledTo(
  lines: readonly { readonly title: string; readonly page: string | null }[],
  targets: readonly Target[],
): readonly ContentsLine[] {
  let next = 0;
  return lines.map(({ title, page }) => {
    const found = targets.findIndex((target, i) => i >= next && names(title, target.title));
    if (found >= 0) next = found + 1;
    const target = targets[found];
    const level = target?.level ?? (/^第.{1,3}部分/.test(title) ? 1 : 2);
    return { title, level, target: target?.target ?? null, page };
  });
}

/** The heading, perhaps behind a number: 表一：2026年预算收支总表. */
function names(line: string, heading: string): boolean {
  return fold(line).endsWith(fold(heading));
}

/** The layout with the page of every contents line whose target has one. */
export function withPages(layout: DocumentLayout, pages: ReadonlyMap<string, string>): DocumentLayout {
  const blocks = layout.blocks.map((block) =>
    block.kind === 'contents'
      ? { ...block, entries: block.entries.map((line) => ({ ...line, page: pageOf(line, pages) })) }
      : block,
  );
  return { ...layout, blocks };
}

function pageOf({ target, page }: ContentsLine, pages: ReadonlyMap<string, string>): string | null {
  return target === null ? page : (pages.get(target) ?? page);
}
