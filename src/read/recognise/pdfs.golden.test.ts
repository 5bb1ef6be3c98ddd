import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disclosure, TableCell } from '../../model/disclosure.ts';
import { readSource } from '../open.ts';
import { recognise } from './recognise.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available) console.info('golden PDFs skipped: MINGSUAN_CORPUS is not set or does not exist');
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (available && !hasPoppler)
  console.info('PDF amounts are not compared with pdftotext: it is not installed');

interface Golden {
  readonly file: string;
  readonly form: string;
  /** Amounts that each table prints, in the order of the form. */
  readonly counts: readonly number[];
  /** Whole tables as seen on the page: `number side row: column amount, …`, rows without amounts left out. */
  readonly tables: readonly string[];
}

const goldens: readonly Golden[] = [
  {
    file: 'putuo-finance-2025-department.pdf',
    form: 'shanghai-9',
    counts: [8, 40, 44, 12, 44, 0, 0, 90, 3],
    tables: [
      '1 revenue 一、财政拨款收入: amount 31,214,205.80',
      '1 revenue 1. 一般公共预算资金: amount 31,214,205.80',
      '1 revenue 收入总计: amount 31,214,205.80',
      '1 expenditure 一、一般公共服务支出: total 22,186,440.80',
      '1 expenditure 二、社会保障和就业支出: total 3,508,644.00',
      '1 expenditure 三、卫生健康支出: total 782,164.00',
      '1 expenditure 四、住房保障支出: total 4,736,957.00',
      '1 expenditure 支出总计: total 31,214,205.80',
      '9 - : threePublic 0.95, reception 0.95, operatingFunds 229.43',
    ],
  },
  {
    file: 'putuo-planning-2024-final-accounts.pdf',
    form: 'national-9-final',
    counts: [12, 50, 75, 17, 75, 67, 12, 0, 0],
    tables: [
      '1 revenue 一、一般公共预算财政拨款收入: amount 9746.50',
      '1 revenue 本年收入合计: amount 9746.50',
      '1 revenue 年初结转和结余: amount 112.88',
      '1 revenue 总计: amount 9859.38',
      '1 expenditure 八、社会保障和就业支出: amount 754.75',
      '1 expenditure 九、卫生健康支出: amount 236.63',
      '1 expenditure 十一、城乡社区支出: amount 3845.25',
      '1 expenditure 十八、自然资源海洋气象等支出: amount 4461.67',
      '1 expenditure 十九、住房保障支出: amount 461.08',
      '1 expenditure 本年支出合计: amount 9759.38',
      '1 expenditure 年末结转和结余: amount 100.00',
      '1 expenditure 总计: amount 9859.38',
      '7 - : threePublicBudget 2.85, threePublic 0.39, abroadBudget 0.00, abroad 0.00, vehiclesBudget 0.00, ' +
        'vehicles 0.00, vehiclePurchaseBudget 0.00, vehiclePurchase 0.00, vehicleRunningBudget 0.00, ' +
        'vehicleRunning 0.00, receptionBudget 2.85, reception 0.39',
    ],
  },
  {
    file: 'putuo-wanli-2024-department.pdf',
    form: 'shanghai-9',
    counts: [13, 335, 201, 22, 201, 0, 0, 96, 7],
    tables: [
      '1 revenue 一、财政拨款收入: amount 156,211,123',
      '1 revenue 1. 一般公共预算资金: amount 156,211,123',
      '1 revenue 收入总计: amount 156,211,123',
      '1 expenditure 一、一般公共服务支出: total 2,932,700',
      '1 expenditure 二、公共安全支出: total 1,633,000',
      '1 expenditure 三、教育支出: total 250,000',
      '1 expenditure 四、科学技术支出: total 100,000',
      '1 expenditure 五、文化旅游体育与传媒支出: total 200,000',
      '1 expenditure 六、社会保障和就业支出: total 19,604,064',
      '1 expenditure 七、卫生健康支出: total 3,223,657',
      '1 expenditure 八、城乡社区支出: total 119,385,303',
      '1 expenditure 九、住房保障支出: total 8,882,399',
      '1 expenditure 支出总计: total 156,211,123',
      '9 - : threePublic 47.91, abroad 0, reception 1.35, vehicles 46.56, vehiclePurchase 25, vehicleRunning 21.56, ' +
        'operatingFunds 443.18',
    ],
  },
  {
    file: 'putuo-welfare-home-2024-unit.pdf',
    form: 'shanghai-9',
    counts: [16, 34, 34, 10, 30, 0, 0, 55, 6],
    tables: [
      '1 revenue 一、财政拨款收入: amount 9,501,164',
      '1 revenue 1、一般公共预算资金: amount 9,501,164',
      '1 revenue 二、事业收入: amount 2,620,000',
      '1 revenue 收入总计: amount 12,121,164',
      '1 expenditure 二、社会保障和就业支出: total 11,281,624, personnel 6,540,674, operating 2,120,950, project 2,620,000',
      '1 expenditure 三、医疗卫生与计划生育支出: total 503,724, personnel 503,724',
      '1 expenditure 四、住房保障支出: total 335,816, personnel 335,816',
      '1 expenditure 支出总计: total 12,121,164, personnel 7,380,214, operating 2,120,950, project 2,620,000',
      '9 - : threePublic 6.4, abroad 0, reception 0, vehicles 6.4, vehicleRunning 6.4, operatingFunds 0',
    ],
  },
  {
    file: 'shanghai-finance-2025-unit.pdf',
    form: 'shanghai-9',
    counts: [20, 48, 53, 12, 53, 0, 0, 71, 6],
    tables: [
      '1 revenue 一、财政拨款收入: amount 171,915,169',
      '1 revenue 1、一般公共预算资金: amount 171,915,169',
      '1 revenue 收入总计: amount 171,915,169',
      '1 expenditure 一、一般公共服务支出: total 127,886,849, personnel 60,330,260, operating 24,531,459, project 43,025,130',
      '1 expenditure 二、社会保障和就业支出: total 17,560,320, personnel 15,714,000, operating 646,320, project 1,200,000',
      '1 expenditure 三、卫生健康支出: total 4,668,000, personnel 4,620,000, project 48,000',
      '1 expenditure 四、住房保障支出: total 21,800,000, personnel 21,800,000',
      '1 expenditure 支出总计: total 171,915,169, personnel 102,464,260, operating 25,177,779, project 44,273,130',
      '9 - : threePublic 346.30, abroad 288.70, reception 25.40, vehicles 32.20, vehicleRunning 32.20, ' +
        'operatingFunds 2,517.78',
    ],
  },
];

async function disclosureIn(file: string): Promise<Disclosure> {
  const read = await readSource({ name: file, bytes: readFileSync(join(corpus ?? '', file)) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

function amountCells({ tables }: Disclosure): readonly TableCell[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => Object.values(row.cells).filter((cell) => cell.fen !== null)),
  );
}

function linesOf({ tables }: Disclosure, wanted: ReadonlySet<string>): readonly string[] {
  return tables
    .filter((table) => wanted.has(String(table.number)))
    .flatMap((table) =>
      table.rows.flatMap((row) => {
        const cells = Object.entries(row.cells).filter(([, cell]) => cell.fen !== null);
        const amounts = cells.map(([column, cell]) => `${column} ${cell.text}`).join(', ');
        return amounts === '' ? [] : [`${table.number} ${row.side ?? '-'} ${row.name}: ${amounts}`];
      }),
    );
}

const printedAmount = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/;

/** Amounts with a comma or decimals that poppler sees on a page: codes and column numbers have neither. */
function amountsByPoppler(file: string, page: number): readonly string[] {
  const run = spawnSync(
    'pdftotext',
    ['-layout', '-f', String(page), '-l', String(page), join(corpus ?? '', file), '-'],
    {
      encoding: 'utf8',
    },
  );
  return run.stdout
    .split(/\s+/)
    .filter((word) => printedAmount.test(word))
    .sort();
}

describe.skipIf(!available).each(goldens)('$file', ({ file, form, counts, tables }) => {
  it('has the amounts that its pages show', { timeout: 60_000 }, async () => {
    const disclosure = await disclosureIn(file);
    expect([disclosure.form, disclosure.unplaced]).toEqual([form, []]);
    expect(
      disclosure.tables.map(
        (table) => table.rows.flatMap((row) => Object.values(row.cells).filter((c) => c.fen !== null)).length,
      ),
    ).toEqual(counts);
    expect(linesOf(disclosure, new Set(tables.map((line) => line.split(' ')[0] ?? '')))).toEqual(tables);
  });

  it.skipIf(!hasPoppler)(
    'has every amount that another program sees on the pages of its tables',
    { timeout: 60_000 },
    async () => {
      const cells = amountCells(await disclosureIn(file));
      const pages = [...new Set(cells.map((cell) => cell.place.page ?? 0))];
      expect(pages.length).toBeGreaterThan(4);
      for (const page of pages) {
        const own = cells
          .filter((cell) => cell.place.page === page && printedAmount.test(cell.text))
          .map((cell) => cell.text);
        expect([page, [...own].sort()]).toEqual([page, amountsByPoppler(file, page)]);
      }
    },
  );
});
