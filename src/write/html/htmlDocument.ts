import { createHash } from 'node:crypto';
import type { ContentsBlock, CoverBlock, DocumentLayout, LayoutBlock } from '../layout/block.ts';
import { escaped } from '../report/html/escape.ts';
import { chartHtml } from './chart.ts';
import { draftStyle, style } from './style.ts';
import { tableHtml } from './tableHtml.ts';
import { widthClasses, type WidthClasses } from './widthClasses.ts';

/**
 * A disclosure as one web page that needs nothing beside it: no scripts, no fonts, no pictures from elsewhere.
 * Headings, captions and header scopes say to everyone what the eye sees; printed, it is the document on A4.
 * Every text is escaped, and a policy in the page forbids all that it does not hold itself.
 */
export function htmlDocument(layout: DocumentLayout): string {
  const widths = widthClasses(layout.blocks);
  const css = [style, ...(layout.draftMark === null ? [] : [draftStyle(layout.draftMark)]), widths.css].join(
    '\n',
  );
  const hash = createHash('sha256').update(css, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = [layout.draftMark ?? '', layout.department, layout.title]
    .filter((part) => part !== '')
    .join(' ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mingsuan">
<meta name="color-scheme" content="light">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body${layout.draftMark === null ? '' : ' class="draft"'}>
<nav aria-label="快速到达"><a class="skip" href="#text">跳到正文</a></nav>
${frontHtml(layout)}
<main id="text">
${partsHtml(layout.blocks, widths)}
</main>
<nav class="up" aria-label="返回"><a href="#contents">目录</a></nav>
</body>
</html>
`;
}

function frontHtml({ blocks }: DocumentLayout): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'cover' ? [coverHtml(block)] : block.kind === 'contents' ? [contentsHtml(block)] : [],
    )
    .join('\n');
}

function coverHtml({ department, title }: CoverBlock): string {
  const name = department === '' ? '' : `<p class="department">${escaped(department)}</p>\n`;
  return `<header class="cover">\n${name}<h1>${escaped(title)}</h1>\n</header>`;
}

/** The contents page is a part of the document; its links are the page's navigation. */
function contentsHtml({ title, entries }: ContentsBlock): string {
  const lines = entries.map(({ title: words, level, target }) => {
    const text = target === null ? escaped(words) : `<a href="#${target}">${escaped(words)}</a>`;
    return `<li class="c${level}">${text}</li>`;
  });
  return `<section class="contents" aria-labelledby="contents">
<h2 id="contents">${escaped(title)}</h2>
<ul>
${lines.join('\n')}
</ul>
</section>`;
}

/** Each part in a section of its own under its heading. */
function partsHtml(blocks: readonly LayoutBlock[], widths: WidthClasses): string {
  const content = blocks.filter(({ kind }) => kind !== 'cover' && kind !== 'contents');
  const groups: LayoutBlock[][] = [];
  for (const block of content) {
    const isPart = block.kind === 'heading' && block.level === 1;
    if (isPart || groups.length === 0) groups.push([block]);
    else groups.at(-1)?.push(block);
  }
  return groups.map((group) => partHtml(group, widths)).join('\n');
}

function partHtml(group: readonly LayoutBlock[], widths: WidthClasses): string {
  const [first] = group;
  const target = first?.kind === 'heading' ? first.target : null;
  const label = target === null ? '' : ` aria-labelledby="${target}"`;
  return `<section class="part"${label}>\n${group.map((block, i) => blockHtml(block, widths, group[i + 1])).join('\n')}\n</section>`;
}

/** A heading that a table follows stands on the table's page. */
function blockHtml(block: LayoutBlock, widths: WidthClasses, next?: LayoutBlock): string {
  switch (block.kind) {
    case 'cover':
    case 'contents':
      return '';
    case 'heading': {
      const tag = `h${block.level + 1}`;
      const id = block.target === null ? '' : ` id="${block.target}"`;
      const page = block.level === 1 && next?.kind === 'table' ? ` class="${next.orientation}"` : '';
      return `<${tag}${id}${page}>${escaped(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'table':
      return tableHtml(block, widths);
    case 'chart':
      return chartHtml(block);
    case 'glossary':
      return block.entries
        .map(
          ({ label, term, definition }) =>
            `<p>${label}<strong>${escaped(term)}</strong>：${escaped(definition)}</p>`,
        )
        .join('\n');
  }
}
