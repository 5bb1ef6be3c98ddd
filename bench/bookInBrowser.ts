// What an edit of the book's lines costs in a real browser: from the key to the picture with its totals and problems.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { examplePassword } from '../src/serve/example.ts';
import { end, freePort, startServer } from './serve/process.ts';
import { signIn } from './serve/person.ts';

const executablePath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const rounds = 5;
const pastedLines = 500;

/** An edit and what one does to it afterwards; the last of its steps leaves the book as it was. */
interface Edit {
  /** Brings the keyboard to its cells; not measured. */
  readonly before: (page: Page) => Promise<void>;
  readonly steps: readonly (readonly [name: string, act: (page: Page) => Promise<void>])[];
}

const key =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.keyboard.press(name);

/** A cell near the beginning, wherever the lines were scrolled to. */
const at =
  (cell: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('.grid-input').press('Control+Home');
    await page.locator(`[data-cell="${cell}"]`).click();
  };

async function chooseMany(page: Page): Promise<void> {
  await at('1,2')(page);
  const linesOfPage = 15;
  for (let line = 0; line < pastedLines; line += linesOfPage) await page.keyboard.press('Shift+PageDown');
}

const edits: readonly Edit[] = [
  {
    before: at('0,2'),
    steps: [
      ['type a digit', key('7')],
      ['type another', key('3')],
      ['Enter', key('Enter')],
      ['undo', key('Control+z')],
    ],
  },
  {
    before: at('1,0'),
    steps: [
      ['Delete a code: a problem appears', key('Delete')],
      ['undo: it goes', key('Control+z')],
    ],
  },
  {
    before: at('1,2'),
    steps: [
      ['Delete an amount', key('Delete')],
      ['undo it', key('Control+z')],
    ],
  },
  {
    before: at('1,0'),
    steps: [
      ['add a line', key('Control+Enter')],
      ['remove it', key('Control+-')],
    ],
  },
  {
    before: chooseMany,
    steps: [
      [`fill down ${pastedLines} lines`, key('Control+d')],
      ['undo the filling', key('Control+z')],
    ],
  },
  {
    before: at('1,2'),
    steps: [
      [`paste ${pastedLines} lines`, pasteLines],
      ['undo the paste', key('Control+z')],
      ['redo it', key('Control+y')],
      ['undo it again', key('Control+z')],
    ],
  },
];

async function pasteLines(page: Page): Promise<void> {
  const amounts = Array.from({ length: pastedLines }, (_, i) => `${1000 + i}.50`).join('\n');
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(amounts)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('.grid-input').dispatchEvent(event);
  })()`);
}

/** In the page: how long after its key the last change of an edit was painted. */
const watch = `window.painted = (() => {
  let start = 0;
  let last = 0;
  let timer = 0;
  let told = () => undefined;
  const begin = ({ timeStamp }) => { if (start === 0) start = timeStamp; };
  addEventListener('keydown', begin, true);
  addEventListener('paste', begin, true);
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    // What the edit before it still painted is not counted.
    if (start === 0) return;
    last = performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => told(last - start), 120);
  };
  new MutationObserver(() => requestAnimationFrame(() => channel.port2.postMessage(0)))
    .observe(document.querySelector('.book-body'), { subtree: true, childList: true, characterData: true, attributes: true });
  return () => { start = 0; return new Promise((resolve) => { told = resolve; }); };
})()`;

interface Cost {
  readonly clock: number;
  readonly processor: number;
}

/** Prints the cost of each kind of edit on a book. */
export async function measureInBrowser(book: object, cli: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-editor-'));
  const server = await startServer({ cli, remove: () => undefined }, 'demo', directory, await freePort());
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  try {
    const filing = await filingWith(server.address, book);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await openLines(page, server.address, filing);
    const costs = await costsOf(page, await page.context().newCDPSession(page));
    console.log('in the browser, by the clock and of the main thread: median (most)');
    for (const [name, all] of costs)
      console.log(
        `${name.padEnd(34)} ${spread(all.map(({ clock }) => clock))}  ${spread(all.map(({ processor }) => processor))}`,
      );
  } finally {
    await browser.close();
    await end(server, 'SIGTERM');
    await rm(directory, { recursive: true, force: true });
  }
}

/** A budget of the example's clerk with these lines; its number. */
async function filingWith(address: string, book: object): Promise<string> {
  const clerk = await signIn(address, 'tianbao', examplePassword);
  const { body } = await clerk.call('GET', '/tasks');
  const [known] = body['items'] as { readonly region: string; readonly department: string }[];
  if (known === undefined) throw new Error('the example has nothing to prepare');
  const { region, department } = known;
  const wanted = { region, department, year: 2031, form: 'shanxi-13' };
  const { body: begun } = await clerk.call('POST', '/filings', wanted);
  const id = String(begun['id']);
  const save = { content: { ...book, year: 2031 }, reason: 'bench' };
  const saved = await clerk.call('PUT', `/filings/${id}/book`, save, { 'if-match': '"1"' });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  return id;
}

async function openLines(page: Page, address: string, filing: string): Promise<void> {
  await page.goto(`${address}/app/filings/${filing}/book`);
  await page.locator('input').first().fill('tianbao');
  await page.locator('input[type=password]').fill(examplePassword);
  await page.keyboard.press('Enter');
  await page.locator('[data-part=facts]').click();
  await page.locator('[data-cell="0,2"]').click();
  await page.evaluate(watch);
}

async function costsOf(page: Page, session: CDPSession): Promise<ReadonlyMap<string, readonly Cost[]>> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const costs = new Map<string, Cost[]>();
  // The first round compiles the code and is not counted.
  for (let round = 0; round <= rounds; round += 1)
    for (const { before, steps } of edits) {
      await before(page);
      for (const [name, act] of steps) {
        const start = await busy();
        await page.evaluate('window.seen = window.painted(); undefined');
        await act(page);
        const clock = Number(await page.evaluate('window.seen'));
        const cost = { clock, processor: (await busy()) - start };
        if (round > 0) costs.set(name, [...(costs.get(name) ?? []), cost]);
      }
      await page.locator('[data-state=saved]').waitFor();
    }
  return costs;
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return `${middle.toFixed(0).padStart(5)} (${(sorted.at(-1) ?? NaN).toFixed(0)}) ms`;
}
