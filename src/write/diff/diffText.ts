import {
  isSame,
  type Compared,
  type Comparison,
  type FigureChange,
  type IndicatorChange,
  type ProjectChange,
  type TextChange,
} from '../../model/diff/comparison.ts';
import { textMarks, type TextMark } from '../../model/diff/textMarks.ts';
import type { Language } from '../../model/language.ts';
import { byPart, changeText, inWan, signed } from './amounts.ts';
import { byProject, comparedName, indicatorName } from './names.ts';
import { diffWords, type DiffWords } from './words.ts';

/** A comparison for the terminal or a text file: [-what went-] and {+what came+}. */
export function diffText(comparison: Comparison, language: Language): string {
  const words = diffWords(language);
  const head = [
    `${words.old}${words.colon}${namesOf(comparison.old, words)}`,
    `${words.new}${words.colon}${namesOf(comparison.new, words)}`,
  ];
  if (isSame(comparison)) return `${[...head, '', words.same].join('\n')}\n`;
  const { figures, projects, indicators, texts } = comparison;
  const parts = [
    part(words.figures, figures.length, words, figureLines(figures, words)),
    part(
      words.projects,
      projects.length,
      words,
      projects.map((change) => projectLine(change, words)),
    ),
    part(words.indicators, indicators.length, words, indicatorLines(indicators, words)),
    part(
      words.texts,
      texts.length,
      words,
      texts.flatMap((change) => textLines(change)),
    ),
  ];
  return `${[...head, ...parts.flatMap((lines) => ['', ...lines])].join('\n')}\n`;
}

function namesOf(compared: Compared, words: DiffWords): string {
  return `${comparedName(compared, words)}  ${compared.file}`;
}

function part(title: string, count: number, words: DiffWords, lines: readonly string[]): readonly string[] {
  return [`${title}（${count === 0 ? words.none : words.count(count)}）`, ...lines.map(plainLine)];
}

/** Nothing in a document may steer the terminal. */
function plainLine(line: string): string {
  return line.replace(/\p{Cc}/gu, ' ');
}

function figureLines(figures: readonly FigureChange[], words: DiffWords): readonly string[] {
  return byPart(figures).flatMap(([title, changes]) => [
    `  ${title}  ${words.unit(changes[0]?.unit ?? '')}`,
    ...changes.map((change) => {
      const { row, column, old, new: fresh } = change;
      return `    ${[row, column].filter((name) => name !== '').join(' · ')}  ${old?.text ?? '—'} → ${fresh?.text ?? '—'}  ${changeText(change)}`;
    }),
  ]);
}

function projectLine({ change, name, oldName, oldFen, newFen }: ProjectChange, words: DiffWords): string {
  const former = oldName === null ? '' : `（${words.formerly(oldName)}）`;
  const money =
    change === 'new' || change === 'ended'
      ? inWan(newFen ?? oldFen)
      : oldFen === newFen
        ? inWan(newFen)
        : `${inWan(oldFen)} → ${inWan(newFen)}  ${signed((newFen ?? 0) - (oldFen ?? 0), '万元', 2)}`;
  return `  ${words.kinds[change]}  ${name}${former}  ${money} ${words.yuan}`;
}

function indicatorLines(indicators: readonly IndicatorChange[], words: DiffWords): readonly string[] {
  return byProject(indicators).flatMap(([project, changes]) => [
    `  ${project}`,
    ...changes.map(
      (change) => `    ${indicatorName(change, words)}  ${change.old ?? '—'} → ${change.new ?? '—'}`,
    ),
  ]);
}

function textLines({ where, old, new: fresh }: TextChange): readonly string[] {
  const place = `  ${where.join(' › ')}`;
  if (old === null) return [place, `    {+${fresh ?? ''}+}`];
  if (fresh === null) return [place, `    [-${old}-]`];
  return [
    place,
    `    ${textMarks(old, fresh)
      .map((mark, i, all) => marked(mark, i, all.length))
      .join('')}`,
  ];
}

const context = 24;

/** Of long common stretches only what is near a change is told. */
function marked({ kind, text }: TextMark, i: number, count: number): string {
  if (kind === 'removed') return `[-${text}-]`;
  if (kind === 'added') return `{+${text}+}`;
  if (text.length <= 2 * context + 2) return text;
  const [start, end] = [text.slice(0, context), text.slice(-context)];
  return i === 0 ? `…${end}` : i === count - 1 ? `${start}…` : `${start}…${end}`;
}
