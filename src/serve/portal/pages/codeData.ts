import { shareWords } from '../amounts.ts';
import { amountsOf } from '../data/amountIndex.ts';
import { codeLinesOf, type CodeDimension, type CodeLine, type CodeLines } from '../data/codeLines.ts';
import type { AmountCell, DataColumn, DataRow, Dataset } from '../data/dataset.ts';
import type { PortalDocument } from '../document.ts';
import { codeName, natureName } from '../names.ts';
import { figureCell } from './frame.ts';

/** The lines right below a code as a data set with their shares and what part is basic, project, personnel …; null without lines. */
export function codeData(document: PortalDocument, dimension: CodeDimension, above: string): Dataset | null {
  const { published, view } = document;
  const lines = codeLinesOf(published, dimension);
  const shown = (lines?.below(above) ?? []).filter(({ figure }) => figure.fen !== 0);
  if (lines === null || shown.length === 0) return null;
  const whole = lines.line(above)?.figure.fen ?? shown.reduce((sum, { figure }) => sum + figure.fen, 0);
  const splits = splitsOf(lines, shown, document);
  return {
    id: dimension === 'function' ? 'functions' : 'economic',
    title:
      dimension === 'function'
        ? view.say('按功能分类的支出', 'Expenditure by function')
        : view.say('按经济分类的基本支出', 'Basic expenditure by economic class'),
    unit: '万元',
    drawn: { as: 'bars', bars: 'amount' },
    columns: columnsOf(dimension, splits, document),
    rows: [...shown]
      .sort((a, b) => b.figure.fen - a.figure.fen)
      .map((line) => rowOf(line, lines, splits, whole, document)),
  };
}

function columnsOf(
  dimension: CodeDimension,
  splits: readonly string[],
  { view }: PortalDocument,
): readonly DataColumn[] {
  const { say } = view;
  return [
    {
      key: 'name',
      title: dimension === 'function' ? say('功能', 'Function') : say('经济分类', 'Economic class'),
      kind: 'text',
    },
    { key: 'code', title: say('编码', 'Code'), kind: 'text', hidden: true },
    { key: 'amount', title: say('金额', 'Amount'), kind: 'amount' },
    { key: 'share', title: say('占比', 'Share'), kind: 'percent' },
    ...splits.map((nature): DataColumn => {
      return { key: nature, title: natureName(nature, view), kind: 'amount' };
    }),
  ];
}

function rowOf(
  { code, name, figure }: CodeLine,
  lines: CodeLines,
  splits: readonly string[],
  whole: number,
  document: PortalDocument,
): DataRow {
  const { part, view } = document;
  const kind = lines.dimension === 'function' ? 'function' : 'economic';
  const parts = splits.map((nature) => [nature, splitCell(code, nature, lines, document)] as const);
  return {
    href: part({ kind, code }),
    cells: {
      name: codeName(code, name, view),
      code,
      amount: figureCell(figure, document),
      share: shareWords(figure.fen, whole),
      ...Object.fromEntries(parts),
    },
  };
}

const possible: Readonly<Record<CodeDimension, readonly string[]>> = {
  function: ['basic', 'project', 'business', 'toSuperior', 'toAffiliated'],
  deptEconomic: ['personnel', 'operating'],
};

/** The natures by which any of the lines is printed. */
function splitsOf(lines: CodeLines, shown: readonly CodeLine[], document: PortalDocument): readonly string[] {
  return possible[lines.dimension].filter((nature) =>
    shown.some(({ code }) => (splitCell(code, nature, lines, document)?.fen ?? 0) !== 0),
  );
}

/** The published amount of a line's nature; null where none is printed. */
function splitCell(
  code: string,
  nature: string,
  { base, dimension }: CodeLines,
  document: PortalDocument,
): AmountCell | null {
  const figure = amountsOf(document.published).find({ ...base, nature, [dimension]: code });
  return figure === null || figure.fen === 0 ? null : figureCell(figure, document);
}
