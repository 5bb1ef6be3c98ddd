import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { examine, type CheckedDocument } from '../../../commands/checkFile.ts';
import { rulePage } from '../../../commands/rulePages.ts';
import type { DepartmentGoal, Disclosure } from '../../../model/disclosure.ts';
import { htmlReport } from './htmlReport.ts';
import { htmlIndex } from './indexPage.ts';

const options = { language: 'zh', version: '1.0.0', titleOf: (rule: string) => rule } as const;
const example = await examine(['examples/disclosure-with-mistakes.txt'], 'zh');
const html = htmlReport(example, options);

const countOf = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;

interface Data {
  readonly figures: Readonly<Record<string, readonly [string, string, string, number]>>;
  readonly same: readonly (readonly number[])[];
  readonly relations: readonly (readonly [number, number, string, readonly (readonly number[])[]])[];
  readonly findings: Readonly<Record<string, readonly number[]>>;
}

function dataOf(page: string): Data {
  const text = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  return JSON.parse(text) as Data;
}

test('the page shows every figure once, each with the state that the coverage counts', () => {
  const { verified, contradicted, unverified, figures } = example.report.coverage;
  expect(countOf(/class="f v" href/g)).toBe(verified);
  expect(countOf(/class="f x" href/g)).toBe(contradicted);
  expect(countOf(/class="f u" href/g)).toBe(unverified);
  expect(Object.keys(dataOf(html).figures)).toHaveLength(figures);
});

test('every link leads to an element of the page, and every element is there once', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((link) => !ids.includes(link))).toEqual([]);
});

test('a finding leads to the page of its rule, which stands at the end', () => {
  const pageOf = (rule: string): ReturnType<typeof rulePage> => rulePage(rule, 'zh');
  const told = htmlReport(example, { ...options, pageOf });
  const ids = new Set([...told.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...told.matchAll(/<p class="rule"><a href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links).toHaveLength(example.report.findings.length);
  expect(links.filter((link) => !ids.has(link))).toEqual([]);
  expect(told).toContain('<h4>怎样改</h4>');
});

test('relations speak only of figures that are on the page', () => {
  const { figures, same, relations } = dataOf(html);
  const named = [...same.flat(), ...relations.flatMap(([, , , terms]) => terms.map(([figure]) => figure))];
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter((figure) => figures[String(figure)] === undefined)).toEqual([]);
});

test('a contradicted figure leads to its finding, to the other printing and to the sums it breaks', () => {
  const { figures, same, relations, findings } = dataOf(html);
  const [wrong] = Object.entries(figures).find(([, [text]]) => text === '12707.60') ?? [];
  expect(findings[String(wrong)]).toHaveLength(1);
  const group = same.find((each) => each.includes(Number(wrong))) ?? [];
  expect(group.map((figure) => figures[String(figure)]?.[0])).toContain('12077.60');
  const broken = relations.filter(([, outcome, , terms]) => {
    return outcome === 2 && terms.some(([figure]) => figure === Number(wrong));
  });
  expect(broken.length).toBeGreaterThan(1);
});

test('a control holds no other: no link in what folds a sheet', () => {
  expect(html).toMatch(/<summary>/);
  expect(html).not.toMatch(/<summary>(?:(?!<\/summary>).)*<a /);
});

test('tables have captions, scopes and sides beside each other', () => {
  expect(html).toMatch(/<caption>.*表1 2026年预算收支总表/);
  expect(html).toContain('<th scope="colgroup" colspan="2">收入</th>');
  expect(html).toMatch(/收入总计<\/th>.*支出总计<\/th>/);
  expect(countOf(/<table/g)).toBe(countOf(/<caption/g));
});

const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'\u0000';

/** The example with hostile words wherever a document has words. */
function poisoned({ report, disclosure, trace }: CheckedDocument): CheckedDocument {
  const poison = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (key, text: unknown) =>
      typeof text === 'string' &&
      /^(?:text|title|name|note|unit|department|label|term|definition|value|level\d|message|remedy|part|place|spot|reference|quote|duties|overview|plan|file|reason|by)$/.test(
        key,
      )
        ? text + hostile
        : text,
    ) as Value;
  return { report: poison(report), disclosure: poison(disclosure as Disclosure), trace: poison(trace) };
}

test('nothing from a document can run: no markup of its own, and a policy that admits one script', () => {
  const { report, disclosure, trace } = example;
  const waiver = { reason: hostile, by: hostile, date: hostile, expires: null };
  const findings = report.findings.map((finding) => ({ ...finding, waiver }));
  const page = htmlReport(poisoned({ report: { ...report, findings }, disclosure, trace }), options);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page.match(/<\/script/g)).toHaveLength(2);
  expect(page).not.toMatch(/<img/);
  expect(page).not.toContain('\u0000');
  expect(page).not.toMatch(/<[a-z][^<>]* on[a-z]+=/i);
  const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`script-src 'sha256-${hash}'`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('the page asks nothing of the network', () => {
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(html).not.toMatch(/@import|url\(/);
});

test('a file that cannot be read has a page that says why; the summary links every page', () => {
  const report = { ...example.report, verdict: 'unreadable' as const, error: '文件是空的。', findings: [] };
  const page = htmlReport({ report, disclosure: null, trace: null }, options);
  expect(page).toContain('文件是空的。');
  const index = htmlIndex([example.report, report], (i) => `${i}.html`, options);
  expect(index).toContain('href="0.html"');
  expect(index).toContain('href="1.html"');
  expect(index).toContain('文件是空的。');
});

test('English pages speak English around the document', () => {
  const page = htmlReport(example, { ...options, language: 'en' });
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Findings');
});

test('a key printed for both sides is one column of each, and no figure stands twice', () => {
  const { disclosure } = example;
  const [first, ...tables] = disclosure?.tables ?? [];
  if (disclosure === null || first === undefined) throw new Error('no table');
  const columns = [...first.columns, { key: 'amount', title: ['支出', '金额'] }];
  const doubled = { ...disclosure, tables: [{ ...first, columns }, ...tables] };
  const page = htmlReport({ ...example, disclosure: doubled }, options);
  const figures = page.match(/<a class="f [vxu]" href/g)?.length;
  expect(figures).toBe(example.report.coverage.figures);
});

test('what the whole department is to achieve stands there, and a finding on it leads to its row', () => {
  const { disclosure, report } = example;
  if (disclosure === null) throw new TypeError('the example is read');
  const title = '部门整体支出绩效目标表';
  const place = { file: disclosure.file, line: 9001, project: title, row: '整治河道' };
  const departmentGoal: DepartmentGoal = {
    title,
    goal: '河道整治按期完成。',
    funds: {
      total: { text: '88.00', fen: 88_000_000, unitFen: 10_000, place: { ...place, row: '资金总额' } },
      basic: null,
      project: null,
    },
    indicators: [{ level1: '产出指标', level2: '数量指标', level3: '整治河道', value: '若干', place }],
  };
  const [first] = report.findings;
  const [culprit] = first?.culprits ?? [];
  if (first === undefined || culprit === undefined) throw new TypeError('the example has findings');
  const finding = { ...first, culprits: [{ ...culprit, place }] };
  const told = htmlReport(
    {
      ...example,
      report: { ...report, findings: [finding] },
      disclosure: { ...disclosure, departmentGoal },
    },
    options,
  );
  expect(told).toContain(`<summary>${title}</summary>`);
  expect(told).toContain('河道整治按期完成。');
  expect(told).toMatch(/<td class="n">.*?88\.00/);
  const row = /<tr id="(d0-i0)">.*?整治河道<\/th><td><\/td><td>若干<\/td>/.exec(told)?.[1];
  expect(told).toContain(`<a href="#${row}"`);
});
