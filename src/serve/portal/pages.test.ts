import { expect, test } from 'vitest';
import { addressOf, type Part, type Route } from './address.ts';
import { respond } from './respond.ts';
import { examplePortal } from './portalFixture.ts';
import type { PortalReply } from './reply.ts';
import type { SearchQuery } from './source.ts';

const source = await examplePortal();
const [summary] = await source.departmentYears({});
if (summary === undefined) throw new Error('the example is not published');
const { region, year, stage, department } = summary;
const key = { region, year, stage, department };

const ask = (path: string, query: Readonly<Record<string, string>> = {}): Promise<PortalReply> =>
  respond(source, { path, query, origin: 'https://portal.test' });

const partAddress = (part: Part, format = 'html', version: number | null = null): string =>
  addressOf({ kind: 'disclosure', key, version, part }, 'zh', format);

async function textOf(path: string, query: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, body } = await ask(path, query);
  expect(status, path).toBe(200);
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

interface PageJson {
  readonly data: readonly {
    readonly id: string;
    readonly unit: string;
    readonly columns: readonly { readonly key: string; readonly kind: string }[];
    readonly rows: readonly Readonly<Record<string, { text: string; fen: number } | string | null>>[];
  }[];
}

type JsonCell = PageJson['data'][number]['rows'][number][string];

const textIn = (cell: JsonCell | undefined): string => (typeof cell === 'string' ? cell : '');

/** The fields of a CSV without its head; amounts of the example hold no quotes. */
function csvRows(csv: string): readonly (readonly string[])[] {
  return csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, a, b]) => a ?? b ?? ''),
    );
}

const amountsOfPage = (html: string): readonly string[] =>
  [...html.matchAll(/<td class="n"><a class="f [vxu]"[^>]*>([^<]+)</g)].map(([, text = '']) => text);

test('page, download and interface print the same amounts, for every published table', async () => {
  const published = await source.disclosure(key, null);
  const tables = published?.disclosure.tables ?? [];
  expect(tables).toHaveLength(13);
  for (const { number } of tables) {
    const page = await textOf(partAddress({ kind: 'table', number }));
    const csv = await textOf(partAddress({ kind: 'table', number }, 'csv'));
    const [json] = (JSON.parse(await textOf(partAddress({ kind: 'table', number }, 'json'))) as PageJson)
      .data;
    const columns = json?.columns ?? [];
    const amounts = columns.filter(({ kind }) => kind === 'amount').map(({ key: column }) => column);
    const texts = (json?.rows ?? []).flatMap((row) =>
      amounts.flatMap((column) => {
        const cell = row[column];
        return typeof cell === 'object' && cell !== null ? [cell.text] : [];
      }),
    );
    const positions = columns.flatMap(({ kind }, i) => (kind === 'amount' ? [i] : []));
    const fields = csvRows(csv).flatMap((row) => positions.flatMap((i) => (row[i] === '' ? [] : [row[i]])));
    expect(fields, `table ${number}`).toEqual(texts);
    expect([...amountsOfPage(page)].sort(), `table ${number}`).toEqual([...texts].sort());
  }
});

test('every level of the drill-down adds up to the level above', async () => {
  const functions = async (code: string): Promise<readonly (readonly [string, number])[]> => {
    const { status, body } = await ask(partAddress({ kind: 'function', code }, 'json'));
    if (status !== 200) return [];
    const data = (JSON.parse(String(body)) as PageJson).data.find(({ id }) => id === 'functions');
    return (data?.rows ?? []).map(
      (row) => [textIn(row['code']), (row['amount'] as { fen: number }).fen] as const,
    );
  };
  const overview = JSON.parse(await textOf(partAddress({ kind: 'overview' }, 'json'))) as PageJson;
  const classes = overview.data.find(({ id }) => id === 'functions')?.rows ?? [];
  const total = classes.reduce((sum, row) => sum + (row['amount'] as { fen: number }).fen, 0);
  expect(total).toBe(summary.expenditureFen);
  for (const row of classes) {
    const below = await functions(textIn(row['code']));
    expect(below.reduce((sum, [, fen]) => sum + fen, 0)).toBe((row['amount'] as { fen: number }).fen);
    for (const [code, fen] of below) {
      const items = await functions(code);
      expect(items.reduce((sum, [, each]) => sum + each, 0)).toBe(fen);
    }
  }
});

test('the flows balance: sources, classes and uses have one sum, and what was carried over is its own', async () => {
  const overview = JSON.parse(await textOf(partAddress({ kind: 'overview' }, 'json'))) as PageJson;
  const flows = overview.data.find(({ id }) => id === 'flows');
  const last = flows?.rows.at(-1) ?? {};
  const sum = (prefix: string): number =>
    Object.entries(last)
      .filter(([column]) => column.startsWith(prefix))
      .reduce((whole, [, cell]) => whole + ((cell as { fen: number } | null)?.fen ?? 0), 0);
  expect([sum('from.'), sum('to.')]).toEqual([summary.expenditureFen, summary.expenditureFen]);
  expect((last['from.carriedOver'] as { fen: number }).fen).toBe(5_566_600_000);
});

/** Data of pages of which there are hundreds: the test of the exported folder follows them all. */
const manyData = /(?:^\/en\/|@\d|\/(?:功能|经济|核对|项目|比较)\/).*\.(?:csv|json|zip|embed)$/;

test('every link of every page leads to a page, and every anchor to an element', async () => {
  const seen = new Map<string, string>();
  const waiting: string[] = ['/', addressOf({ kind: 'home' }, 'en')];
  const anchors: (readonly [from: string, to: string, id: string])[] = [];
  while (waiting.length > 0) {
    const path = waiting.pop() ?? '/';
    if (seen.has(path) || seen.size > 4000) continue;
    const { status, body, mediaType } = await ask(path);
    expect(status, path).toBe(200);
    const page = mediaType.startsWith('text/html') && typeof body === 'string' ? body : '';
    seen.set(path, page);
    for (const [, href = ''] of page.matchAll(/\shref="([^"]+)"/g)) {
      const [to = '', id] = href.replaceAll('&amp;', '&').split('#');
      if (!href.startsWith('/') && !href.startsWith('#')) continue;
      const target = to === '' ? path : to;
      if (id !== undefined) anchors.push([path, target, id]);
      if (!target.includes('?') && !manyData.test(decodeURI(target))) waiting.push(target);
    }
  }
  const missing = anchors.filter(
    ([, to, id]) => !to.includes('?') && seen.get(to) !== '' && !(seen.get(to) ?? '').includes(` id="${id}"`),
  );
  expect(missing.slice(0, 5)).toEqual([]);
  expect(seen.size).toBeGreaterThan(200);
  expect(seen.size).toBeLessThan(4000);
});

test('a corrected version is told, and the old one keeps its address and its mistakes', async () => {
  const newest = await textOf(partAddress({ kind: 'overview' }));
  const old = await textOf(partAddress({ kind: 'overview' }, 'html', 1));
  expect(newest).toContain('公布后更正过，这是最新的一版');
  expect(old).toContain('这是旧版，已被更正');
  const table = await textOf(partAddress({ kind: 'table', number: 4 }, 'html', 1));
  expect(table).toContain('这是第1版，已被第2版更正。');
  expect(table).toContain(`href="${partAddress({ kind: 'table', number: 4 })}"`);
  expect(await textOf(partAddress({ kind: 'table', number: 4 }))).not.toContain('更正');
  expect(await textOf(partAddress({ kind: 'table', number: 1 }, 'csv', 1))).toContain('12707.60');
  expect(await textOf(partAddress({ kind: 'table', number: 1 }, 'csv'))).not.toContain('12707.60');
});

test('what a version corrected is told: numbers and sentences, the same on the page, in its downloads and in the feed', async () => {
  const overview = await textOf(partAddress({ kind: 'overview' }));
  expect(overview).toContain('更正了 5 个数、5 处文字');
  const page = await textOf(partAddress({ kind: 'corrections' }));
  expect(page).toContain('>12707.60</a>');
  expect(page).toContain('占1.53%');
  expect(page).toContain('<del>5.34%</del><ins>5.64%</ins>');
  // A sheet under a corrected name is the same sheet.
  expect(page).toContain('紫<del>云</del><ins>韵</ins>体育运动广场工程');
  const rows = csvRows(await textOf(partAddress({ kind: 'corrections' }, 'csv')));
  expect(rows.map((row) => row.slice(1, 4))).toEqual([
    ['12707.60', '12077.60', '-630.00'],
    ...Array.from({ length: 4 }, () => ['946.48', '964.48', '18.00']),
  ]);
  const { data } = JSON.parse(await textOf(partAddress({ kind: 'overview' }, 'json'))) as PageJson;
  const texts = data.find(({ id }) => id === 'rewritten')?.rows ?? [];
  expect(csvRows(await textOf(partAddress({ kind: 'corrections' }, 'rewritten.csv')))).toHaveLength(
    texts.length,
  );
  const feed = await textOf(addressOf({ kind: 'feed' }, 'zh', 'xml'));
  expect(feed.match(/更正了 5 个数、5 处文字/g)).toHaveLength(2);
  expect(feed).toContain('12707.60 → 12077.60 万元');
});

test('the first version corrects nothing; neither does one before which nothing is public any more', async () => {
  const address = partAddress({ kind: 'corrections' });
  expect((await ask(partAddress({ kind: 'corrections' }, 'html', 1))).status).toBe(404);
  const newest = await source.versions(key).then((all) => all.slice(0, 1));
  const alone = { ...source, versions: () => Promise.resolve(newest) };
  expect((await respond(alone, { path: address, query: {}, origin: '' })).status).toBe(404);
  const { body } = await respond(alone, { path: partAddress({ kind: 'overview' }), query: {}, origin: '' });
  expect(String(body)).not.toContain('12707.60');
});

test('a misprint is shown where it stands, and the sums follow the printings that agree', async () => {
  const table = await textOf(partAddress({ kind: 'table', number: 1 }, 'html', 1));
  expect(table).toMatch(/class="f x"[^>]*>12707\.60/);
  const overview = JSON.parse(await textOf(partAddress({ kind: 'overview' }, 'json', 1))) as PageJson;
  const classes = overview.data.find(({ id }) => id === 'functions')?.rows ?? [];
  expect(classes.find((row) => row['code'] === '212')?.['amount']).toMatchObject({ fen: 12_077_600_000 });
});

test('a rate is told as the division that the check made', async () => {
  const checks = await textOf(partAddress({ kind: 'check', of: 'narrative', name: 'revenue' }));
  const told = checks.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
  expect(told).toMatch(/比率：[\d.]+% = [\d.,]+ ÷ [\d.,]+ (?:✓|≈)/);
});

test('a finding is told in the language of the page', async () => {
  const address = { kind: 'disclosure', key, version: 1, part: { kind: 'checks' } } as const;
  const english = await textOf(addressOf(address, 'en'));
  const [, list = ''] = /<ol class="findings">([\s\S]*?)<\/ol>/.exec(english) ?? [];
  expect(list).toContain('should be');
  expect(list).not.toContain('应为');
});

test('a feed is of everything or of one region, and names each version by its own address', async () => {
  const feed = await textOf(addressOf({ kind: 'feed', region }, 'zh', 'xml'));
  const ids = [...feed.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id = '']) => decodeURI(id));
  expect(ids).toEqual([
    `https://portal.test/${region}/更新.xml`,
    `https://portal.test/${region}/2026/416@2`,
    `https://portal.test/${region}/2026/416@1`,
  ]);
  expect(await textOf(addressOf({ kind: 'feed', region: '别处' }, 'zh', 'xml'))).not.toContain('<entry');
});

test('what is downloaded of a search is the whole result', async () => {
  const path = addressOf({ kind: 'search' }, 'zh', 'csv');
  const { total } = await source.search({ text: '', chosen: {}, order: 'relevance', page: 1, pageSize: 1 });
  expect(total).toBeGreaterThan(100);
  expect(csvRows(await textOf(path))).toHaveLength(total);
});

test('a result of several parts names the next one to programs', async () => {
  const many = { ...source, search: (query: SearchQuery) => source.search({ ...query, pageSize: 20 }) };
  const path = addressOf({ kind: 'search' }, 'zh', 'json');
  const { headers } = await respond(many, {
    path,
    query: { order: 'amount' },
    origin: 'https://portal.test',
  });
  expect(headers['link']).toBe(`<https://portal.test${path}?order=amount&page=2>; rel="next"`);
});

test('text of a document is never markup', async () => {
  const published = await source.disclosure(key, null);
  if (published === null) throw new Error('not published');
  const evil = '<img src=x onerror=alert(1)>';
  const { disclosure } = published;
  const named = { ...disclosure, department: { ...disclosure.department, name: evil } };
  const spoiled = {
    ...source,
    disclosure: () =>
      Promise.resolve({ ...published, disclosure: named, summary: { ...published.summary, name: evil } }),
  };
  const { body } = await respond(spoiled, { path: partAddress({ kind: 'overview' }), query: {}, origin: '' });
  expect(String(body)).not.toContain('<img');
});

test.each<[Route]>([
  [{ kind: 'disclosure', key: { ...key, year: 1999 }, version: null, part: { kind: 'overview' } }],
  [{ kind: 'disclosure', key, version: 9, part: { kind: 'overview' } }],
  [{ kind: 'disclosure', key, version: null, part: { kind: 'table', number: 99 } }],
  [{ kind: 'disclosure', key, version: null, part: { kind: 'project', slug: '没有' } }],
  [{ kind: 'region', region: '没有' }],
])('an address of something that does not exist says so in words: %j', async (route) => {
  const { status, body } = await ask(addressOf(route, 'zh'));
  expect(status).toBe(404);
  expect(String(body)).toContain('没有这一页');
});
