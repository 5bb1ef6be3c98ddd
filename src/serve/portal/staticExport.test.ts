import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { examplePortal } from './portalFixture.ts';
import { staticExport } from './staticExport.ts';

async function exported(english: boolean, origin = ''): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of staticExport(await examplePortal(), { english, origin }))
    files.set(path, typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
  return files;
}

const files = await exported(false);

/** The file that a relative link of a file leads to. */
function targetOf(from: string, href: string): string {
  const { pathname } = new URL(href, `http://x/${from.split('/').map(encodeURIComponent).join('/')}`);
  return decodeURIComponent(pathname).slice(1);
}

test('every link of the exported pages leads to an exported file and, in it, to an element', () => {
  const wrong: string[] = [];
  for (const [path, html] of files) {
    if (!/\.(?:html|embed)$/.test(path)) continue;
    for (const [, href = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      if (/^(?:data|https?):/.test(href)) continue;
      const [to = '', id] = href.split('#');
      const target = to === '' ? path : targetOf(path, to);
      const content = files.get(target);
      if (
        href.startsWith('/') ||
        content === undefined ||
        (id !== undefined && !content.includes(` id="${id}"`))
      )
        wrong.push(`${path} -> ${href}`);
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('the folder holds the pages, their data, the original files and both versions', () => {
  const folder = '朔州市平鲁区/2026/416';
  const wanted = [
    'index.html',
    `${folder}/index.html`,
    `${folder}.json`,
    `${folder}/表/1.csv`,
    `${folder}@1/表/1/index.html`,
    `${folder}/文件/0/disclosure.txt`,
    `${folder}/下载.zip`,
    `${folder}/图.svg`,
    '朔州市平鲁区/2026.zip',
    '目录.json',
  ];
  expect(wanted.filter((path) => !files.has(path))).toEqual([]);
  expect(files.get(`${folder}@1/表/1.csv`)).toContain('12707.60');
});

/** What the folder's script finds by pairs of characters. */
function foundInIndex(word: string): readonly string[] {
  const parts = new Map<string, unknown>();
  for (const [path, content] of files)
    if (path.startsWith('search/'))
      runInNewContext(content, { mingsuanPart: (name: string, value: unknown) => parts.set(name, value) });
  const about = parts.get('about') as { readonly count: number; readonly chunk: number };
  const rows = [...Array(Math.ceil(about.count / about.chunk)).keys()].flatMap(
    (i) => parts.get(`r${i}`) as readonly (readonly string[])[],
  );
  const shards = [...parts].filter(([name]) => name.startsWith('g')).map(([, value]) => value as object);
  const steps = shards.flatMap(
    (shard) => new Map<string, readonly number[]>(Object.entries(shard)).get(word) ?? [],
  );
  let at = 0;
  return steps.map((step) => rows[(at += step)]?.[1] ?? '');
}

test('the index of the folder finds what the search of a server finds', async () => {
  const source = await examplePortal();
  for (const text of ['供热', '道路', '桥']) {
    const query = { text, chosen: {}, order: 'relevance', page: 1, pageSize: 500 } as const;
    const { hits } = await source.search(query);
    expect([...foundInIndex(text)].sort()).toEqual(hits.map(({ title }) => title).sort());
  }
  expect(foundInIndex('供热').length).toBeGreaterThan(0);
});

test('nothing in the folder needs a server: its search is a page with a list, no feed without an address', async () => {
  expect(files.get('index.html')).toMatch(/<form action="搜索\/index\.html"|<form action="%E6%90/);
  expect(files.get('搜索/index.html')).toMatch(/<noscript[\s\S]*href="\.\.\/%E6%9C%94/);
  expect([...files.keys()].filter((path) => path.endsWith('.xml'))).toEqual([]);
  expect([...files.keys()].some((path) => path.startsWith('en/'))).toBe(false);
  const whole = await exported(true, 'https://budget.test');
  expect(whole.get('更新.xml')).toContain('https://budget.test/');
  expect(whole.has('en/index.html')).toBe(true);
});
