import type { Comparison, FigureChange, TextChange } from '../../../model/diff/comparison.ts';
import { compareDisclosures } from '../../../model/diff/disclosures.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { Place } from '../../../model/place.ts';
import { horizonTerms } from '../../../model/words/terms.ts';
import type { PublishedDisclosure } from '../source.ts';
import type { CorrectedFigure, CorrectedText, Corrections, PrintedAmount } from './corrected.ts';
import { correctedLabels, withoutSpace } from './correctedLabels.ts';
import { correctedSheets } from './correctedSheets.ts';
import { renamedSheets } from './renamedSheets.ts';

const known = new WeakMap<Disclosure, { readonly before: Disclosure; readonly made: Corrections }>();

/** What changed between two published versions of one disclosure: amounts of tables and sheets, names, texts. */
export function correctionsOf(before: PublishedDisclosure, after: PublishedDisclosure): Corrections {
  const remembered = known.get(after.disclosure);
  if (remembered?.before === before.disclosure) return remembered.made;
  const made = compared(before, after);
  known.set(after.disclosure, { before: before.disclosure, made });
  return made;
}

function compared(before: PublishedDisclosure, after: PublishedDisclosure): Corrections {
  const fresh = bySentence(after.disclosure);
  const { before: old, texts: names } = renamedSheets(bySentence(before.disclosure), fresh);
  const comparison = compareDisclosures(old, fresh);
  const files = ({ summary }: PublishedDisclosure): string =>
    summary.files.map(({ sha256 }) => sha256).join(' ');
  return {
    figures: [...tableFigures(comparison.figures, old, fresh), ...correctedSheets(old, fresh)],
    texts: [
      ...[...correctedLabels(old, fresh), ...names, ...projectTexts(comparison)],
      ...comparison.texts.flatMap(textOf),
    ],
    otherFiles: files(before) !== files(after),
  };
}

/** Texts by sentence: where a paragraph ends is read differently from a PDF and from a docx, and says nothing. */
function bySentence(disclosure: Disclosure): Disclosure {
  const { narrative, overview } = disclosure;
  return {
    ...disclosure,
    overview: {
      ...overview,
      duties: overview.duties === null ? null : sentencesOf(overview.duties).join('\n'),
    },
    narrative: narrative.map(({ paragraphs, ...section }) => {
      const text = paragraphs.map((paragraph) => paragraph.text).join('');
      return {
        ...section,
        paragraphs: sentencesOf(text).map((sentence) => {
          return { text: sentence, place: section.place, spans: [], claims: [] };
        }),
      };
    }),
  };
}

function sentencesOf(text: string): readonly string[] {
  return withoutSpace(text).match(/[^。]+。?|。/g) ?? [];
}

/** White space is no difference: the same text may have been read from another kind of file. */
function textOf({ where, old, new: fresh }: TextChange): readonly CorrectedText[] {
  const isSame = old !== null && fresh !== null && withoutSpace(old) === withoutSpace(fresh);
  return isSame ? [] : [{ where, before: old, after: fresh }];
}

/** Projects that came, went or were renamed, and their indicators. Their money stands among the figures. */
function projectTexts({ projects, indicators }: Comparison): readonly CorrectedText[] {
  return [
    ...projects.flatMap(({ change, name, oldName }): readonly CorrectedText[] => {
      if (change === 'changed') return [];
      const before = change === 'new' ? null : (oldName ?? name);
      return [{ where: ['项目'], before, after: change === 'ended' ? null : name }];
    }),
    ...indicators.map(({ project, horizon, path, old, new: fresh }) => {
      const where = [project, horizonTerms[horizon], ...path.filter((level) => level !== '')];
      return { where, before: old, after: fresh };
    }),
  ];
}

function tableFigures(
  changes: readonly FigureChange[],
  old: Disclosure,
  fresh: Disclosure,
): readonly CorrectedFigure[] {
  const [before, after] = [placesOf(old), placesOf(fresh)];
  return changes.map((change) => {
    const { part, row, column, unit, changeFen } = change;
    const at = (places: Places, value: FigureChange['old']): PrintedAmount | null =>
      value === null ? null : { ...value, place: places(change, value.text) };
    return {
      part,
      row,
      column,
      unit,
      before: at(before, change.old),
      after: at(after, change.new),
      changeFen,
    };
  });
}

type Places = (change: FigureChange, text: string) => Place | null;

/** Where an amount of a table stands, by the words that name it; null where two like it have those words. */
function placesOf({ tables }: Disclosure): Places {
  const places = new Map<string, Place | null>();
  for (const { label, title, rows, columns } of tables)
    for (const { code, name, cells } of rows)
      for (const { key, title: heads } of columns) {
        const cell = cells[key];
        if (cell === undefined) continue;
        const part = `${label === null ? '' : `${label} `}${title}`;
        const words = [part, code === null ? name : `${code} ${name}`, heads.join('/'), cell.text].join('\n');
        places.set(words, places.has(words) ? null : cell.place);
      }
  return ({ part, row, column }, text) => places.get([part, row, column, text].join('\n')) ?? null;
}
