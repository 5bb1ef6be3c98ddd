import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, type Part } from './address.ts';
import { examplePortal } from './portalFixture.ts';
import { registerPortal } from './registerPortal.ts';
import { staticExport } from './staticExport.ts';

/** A Chromium of this machine: CHROMIUM, or one on PATH. */
function findChromium(): string {
  const named = process.env['CHROMIUM'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found =
    named ?? folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (found === undefined || !existsSync(found))
    throw new Error('No Chromium: install one (apt-get install chromium) or name it in CHROMIUM.');
  return found;
}

const key = { region: '朔州市平鲁区', year: 2026, stage: 'budget', department: '416' } as const;
const at = (part: Part, version: number | null = null): string =>
  addressOf({ kind: 'disclosure', key, version, part }, 'zh');
const pages: Readonly<Record<string, string>> = {
  home: '/',
  region: addressOf({ kind: 'region', region: key.region }, 'zh'),
  year: addressOf({ kind: 'year', ...key }, 'zh'),
  compare: addressOf({ kind: 'year', ...key, compared: { axis: 'function', node: '212' } }, 'zh'),
  overview: at({ kind: 'overview' }),
  corrections: at({ kind: 'corrections' }),
  english: addressOf({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } }, 'en'),
  tables: at({ kind: 'tables' }),
  table: at({ kind: 'table', number: 4 }, 1),
  function: at({ kind: 'function', code: '212' }),
  text: at({ kind: 'narrative' }, 1),
  projects: at({ kind: 'projects' }),
  project: at({ kind: 'project', slug: '紫韵体育运动广场工程' }),
  checks: at({ kind: 'checks' }, 1),
  check: at({ kind: 'check', of: 'table', name: '1' }, 1),
  source: at({ kind: 'source', file: 0, page: 1 }),
  download: at({ kind: 'download' }),
  search: `${addressOf({ kind: 'search' }, 'zh')}?q=${encodeURIComponent('环境')}`,
  nothing: `${addressOf({ kind: 'search' }, 'zh')}?q=${encodeURIComponent('没有这样的词')}`,
  data: addressOf({ kind: 'data' }, 'zh'),
  help: addressOf({ kind: 'help' }, 'zh'),
  chart: at({ kind: 'chart' }),
  embed: at({ kind: 'overview' }).concat('.functions.embed'),
  question: `${at({ kind: 'question' })}?line=t1`,
};

let app: FastifyInstance;
let browser: Browser;
let origin = '';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  app = Fastify();
  registerPortal(app, await examplePortal(), { ask: () => Promise.resolve(true) });
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const isRoot = process.getuid?.() === 0;
  browser = await chromium.launch({ executablePath: findChromium(), args: isRoot ? ['--no-sandbox'] : [] });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await app.close();
}, 60_000);

/** A page with what its console complained about. */
async function open(
  path: string,
  { width = 390, scripts = true, zoom = 1 } = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(844 / zoom) },
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(origin + path);
  return { page, complaints };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

async function issues(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResult>('axe.run()');
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
  );
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test.each(Object.entries(pages))(
  '%s: no complaint, nothing for axe, no sideways scrolling',
  async (_, path) => {
    const { page, complaints } = await open(path);
    expect(await issues(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

test('200%: a page of 1280 pixels at twice the size does not scroll sideways', async () => {
  for (const path of [pages['overview'], pages['table'], pages['check']]) {
    const { page } = await open(path ?? '', { width: 1280, zoom: 2 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  }
});

test('without scripts a number leads to its source, and from there to the published line', async () => {
  const { page } = await open(pages['table'] ?? '', { scripts: false });
  await page.locator('.published a.f', { hasText: '12077.60' }).first().click();
  expect(decodeURI(page.url())).toMatch(/核对\/表\/4#f\d+$/);
  const article = page.locator('article:target');
  expect(await article.textContent()).toContain('表4');
  await article.getByRole('link', { name: /原文件第\d+行/ }).click();
  expect(await page.locator('li:target').textContent()).toContain('12077.60');
  await page.context().close();
});

test('without scripts a word opens its meaning beside it, and a question goes its way', async () => {
  const { page } = await open(pages['overview'] ?? '', { scripts: false });
  const meaning = page.locator('.gloss').first();
  expect(await meaning.isVisible()).toBe(false);
  await page.locator('button.term').first().click();
  expect(await meaning.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.goto(origin + (pages['table'] ?? ''));
  await page.locator('a.unclear').first().click();
  await page.locator('.ask button[type=submit]').click();
  expect(await page.locator('h1').textContent()).toContain('已经转给部门');
  await page.context().close();
});

test('without scripts the search finds, narrows and goes on', async () => {
  const { page } = await open('/', { scripts: false });
  await page.locator('form.big input').fill('环境');
  await page.locator('form.big button').click();
  expect(await page.locator('.sums').textContent()).toContain('之和');
  await page.locator('.facets a', { hasText: '项目' }).first().click();
  expect(await page.locator('.hits li').count()).toBeGreaterThan(0);
  await page.context().close();
});

test('with scripts a number opens beside its place, by mouse and by keyboard, and closes again', async () => {
  const { page } = await open(pages['table'] ?? '', { width: 1366 });
  const number = page.locator('.published a.f', { hasText: '12077.60' }).first();
  await number.focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('12077.60');
  expect(decodeURI(page.url())).toContain('/表/4');
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  expect(await number.evaluate('document.activeElement.textContent')).toContain('12077.60');
  await page.context().close();
});

test('by keyboard the first stop is the content', async () => {
  const { page } = await open(pages['overview'] ?? '');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('main');
  await page.context().close();
});

test("a department's page weighs under 150 KB compressed, its script under 60 KB", async () => {
  const { body } = await app.inject(pages['overview'] ?? '');
  const linked = [...body.matchAll(/ (?:href|src)="(\/portal-[^"]+)"/g)].map(([, path = '']) => path);
  const files = await Promise.all(linked.map(async (path) => (await app.inject(path)).body));
  const weight = [body, ...files].reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(linked).toHaveLength(2);
  expect(weight).toBeLessThan(150 * 1024);
  expect(Buffer.byteLength(files[1] ?? '')).toBeLessThan(60 * 1024);
});

test('an exported folder opened from a disk searches itself, with sums over the whole result', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-folder-'));
  const source = await examplePortal();
  for await (const { path, content } of staticExport(source, { english: false, origin: '' })) {
    if (/^(?:朔州市平鲁区\/|目录)/.test(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.fill('#q', '环境');
  await page.press('#q', 'Enter');
  const status = page.locator('#folder-status');
  await status.filter({ hasText: '找到' }).waitFor();
  const query = { text: '环境', chosen: {}, order: 'relevance', page: 1, pageSize: 50 } as const;
  const { total, hits } = await source.search(query);
  expect(await status.textContent()).toBe(`“环境” 找到 ${total} 条`);
  const first = page.locator('#folder-result .hits a').first();
  expect(await first.textContent()).toContain(hits[0]?.title);
  expect(decodeURI((await first.getAttribute('href')) ?? '')).toContain('/朔州市平鲁区/2026/416/');
  expect(await page.locator('#folder-result .sums b').count()).toBeGreaterThan(0);
  await page.close();
  await rm(folder, { recursive: true });
});
