import { amountsOf } from '../data/amountIndex.ts';
import type { AmountCell, DataColumn, DataRow, Dataset } from '../data/dataset.ts';
import { flowsOf, type Flow } from '../data/flows.ts';
import type { PortalDocument } from '../document.ts';
import { codeName, fundName, natureName } from '../names.ts';
import { figureCell } from './frame.ts';

/** The flows as a table: a function class a row, its sources on the left of the total, its uses on the right. */
export function flowData(document: PortalDocument): Dataset | null {
  const { published, view, part } = document;
  const flows = flowsOf(published);
  if (flows === null) return null;
  const sources = [...new Set(flows.sources.map(({ from }) => from))];
  const uses = [...new Set(flows.uses.map(({ to }) => to))];
  const rows = flows.classes.map(({ code, name, figure }): DataRow => {
    const own = [
      ...flows.sources.filter(({ to }) => to === code).map((flow) => [`from.${flow.from}`, flow] as const),
      ...flows.uses.filter(({ from }) => from === code).map((flow) => [`to.${flow.to}`, flow] as const),
    ];
    const amounts = own.map(([key, flow]) => [key, flowCell(flow, document)] as const);
    return {
      cells: {
        code,
        name: codeName(code, name, view),
        total: figureCell(figure, document),
        ...Object.fromEntries(amounts),
      },
      href: part({ kind: 'function', code }),
    };
  });
  return {
    id: 'flows',
    title: view.say('资金来源、功能与支出方式', 'Sources, functions and ways of spending'),
    unit: '万元',
    columns: columnsOf(sources, uses, document),
    rows: [...rows, totalRow(flows.sources, flows.uses, document)],
  };
}

function columnsOf(
  sources: readonly string[],
  uses: readonly string[],
  { view }: PortalDocument,
): readonly DataColumn[] {
  return [
    { key: 'name', title: view.say('功能', 'Function'), kind: 'text' },
    { key: 'code', title: view.say('编码', 'Code'), kind: 'text', hidden: true },
    ...sources.map((fund): DataColumn => {
      return { key: `from.${fund}`, title: fundName(fund, view), kind: 'amount' };
    }),
    { key: 'total', title: view.say('支出合计', 'Expenditure'), kind: 'amount' },
    ...uses.map((nature): DataColumn => {
      return { key: `to.${nature}`, title: natureName(nature, view), kind: 'amount' };
    }),
  ];
}

function flowCell({ fen, figure }: Flow, document: PortalDocument): AmountCell {
  return figure === null ? { fen } : figureCell(figure, document);
}

/** The published total where there is one; columns of flows are added up. */
function totalRow(sources: readonly Flow[], uses: readonly Flow[], document: PortalDocument): DataRow {
  const sums = new Map<string, number>();
  const add = (key: string, fen: number): unknown => sums.set(key, (sums.get(key) ?? 0) + fen);
  for (const { from, fen } of sources) add(`from.${from}`, fen);
  for (const { to, fen } of uses) add(`to.${to}`, fen);
  const index = amountsOf(document.published);
  const spent = index.find({ flow: 'expenditure', use: 'spent' }) ?? index.expenditure;
  return {
    level: 0,
    cells: {
      name: document.view.say('合计', 'Total'),
      code: '',
      total: spent === null ? null : figureCell(spent, document),
      ...Object.fromEntries([...sums].map(([key, fen]) => [key, { fen }])),
    },
  };
}
