import { createHash } from 'node:crypto';
import {
  isSame,
  type Compared,
  type Comparison,
  type FigureChange,
  type IndicatorChange,
  type ProjectChange,
  type TextChange,
} from '../../model/diff/comparison.ts';
import { textMarks } from '../../model/diff/textMarks.ts';
import type { Language } from '../../model/language.ts';
import { escaped } from '../report/html/escape.ts';
import { byPart, changeText, inWan, signed } from './amounts.ts';
import { byProject, comparedName, indicatorName } from './names.ts';
import { diffStyle } from './style.ts';
import { diffWords, type DiffWords } from './words.ts';

/** A comparison as one page without scripts; what went is struck out, what came is underlined. */
export function diffHtml(comparison: Comparison, language: Language): string {
  const words = diffWords(language);
  const hash = createHash('sha256').update(diffStyle, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = `${words.title} ${comparedName(comparison.new, words)}`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${diffStyle}</style>
</head>
<body>
<header>
<h1>${words.title}</h1>
<dl>${comparedHtml(words.old, comparison.old, words)}${comparedHtml(words.new, comparison.new, words)}</dl>
</header>
<main>
${isSame(comparison) ? `<p>${words.same}</p>` : contentHtml(comparison, words)}
</main>
</body>
</html>
`;
}

function comparedHtml(name: string, compared: Compared, words: DiffWords): string {
  const of = `${escaped(comparedName(compared, words))} <span class="file">${escaped(compared.file)}</span>`;
  return `<div><dt>${name}</dt><dd>${of}</dd></div>`;
}

function contentHtml({ figures, projects, indicators, texts }: Comparison, words: DiffWords): string {
  return [
    sectionHtml(words.figures, figures.length, words, figuresHtml(figures, words)),
    sectionHtml(words.projects, projects.length, words, projectsHtml(projects, words)),
    sectionHtml(words.indicators, indicators.length, words, indicatorsHtml(indicators, words)),
    sectionHtml(words.texts, texts.length, words, texts.map((change) => textHtml(change, words)).join('\n')),
  ].join('\n');
}

function sectionHtml(title: string, count: number, words: DiffWords, content: string): string {
  const told = count === 0 ? words.none : words.count(count);
  return `<section>\n<h2>${title} <span class="count">${told}</span></h2>\n${count === 0 ? '' : content}\n</section>`;
}

/** The last heads stand over amounts. */
function tableHtml(
  caption: string,
  heads: readonly string[],
  rows: readonly string[],
  amounts: number,
): string {
  const head = heads
    .map((name, i) => `<th scope="col"${i < heads.length - amounts ? '' : ' class="n"'}>${name}</th>`)
    .join('');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

function figuresHtml(figures: readonly FigureChange[], words: DiffWords): string {
  const heads = [words.row, words.column, words.old, words.new, words.change];
  return byPart(figures)
    .map(([part, changes]) => {
      const rows = changes.map((change) => {
        const { row, column, old, new: fresh } = change;
        const amounts = [old?.text ?? '—', fresh?.text ?? '—', changeText(change)];
        return rowHtml([row, column], amounts);
      });
      return tableHtml(`${part}（${words.unit(changes[0]?.unit ?? '')}）`, heads, rows, 3);
    })
    .join('\n');
}

/** The first name is the row's head. */
function rowHtml([first = '', ...names]: readonly string[], amounts: readonly string[]): string {
  const cells = [
    `<th scope="row">${escaped(first)}</th>`,
    ...names.map((name) => `<td>${escaped(name)}</td>`),
    ...amounts.map((amount) => `<td class="n">${escaped(amount)}</td>`),
  ];
  return `<tr>${cells.join('')}</tr>`;
}

function projectsHtml(projects: readonly ProjectChange[], words: DiffWords): string {
  const rows = projects.map(({ change, name, oldName, oldFen, newFen }) => {
    const difference = (newFen ?? 0) - (oldFen ?? 0);
    const shown = oldName === null ? name : `${name}（${words.formerly(oldName)}）`;
    const amounts = [inWan(oldFen), inWan(newFen), difference === 0 ? '—' : signed(difference, '万元', 2)];
    return rowHtml([shown, words.kinds[change]], amounts);
  });
  const caption = `${words.project}（${words.unit(words.yuan)}）`;
  return tableHtml(caption, [words.project, words.kind, words.old, words.new, words.change], rows, 3);
}

function indicatorsHtml(indicators: readonly IndicatorChange[], words: DiffWords): string {
  return byProject(indicators)
    .map(([project, changes]) => {
      const rows = changes.map((change) =>
        rowHtml([indicatorName(change, words), change.old ?? '—', change.new ?? '—'], []),
      );
      return tableHtml(project, [words.indicator, words.old, words.new], rows, 0);
    })
    .join('\n');
}

function textHtml({ where, old, new: fresh }: TextChange, words: DiffWords): string {
  const marks =
    old === null
      ? [{ kind: 'added', text: fresh ?? '' } as const]
      : fresh === null
        ? [{ kind: 'removed', text: old } as const]
        : textMarks(old, fresh);
  const content = marks.map(({ kind, text }) => {
    if (kind === 'same') return escaped(text);
    const tag = kind === 'removed' ? 'del' : 'ins';
    // The words are for who hears the page; the look says it to the eye.
    return `<${tag}><span class="vh">${words[kind]}${words.colon}</span>${escaped(text)}</${tag}>`;
  });
  return `<article><h3>${escaped(where.join(' › '))}</h3>\n<p>${content.join('')}</p></article>`;
}
