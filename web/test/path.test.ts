// The whole path in a real browser: set-up → book → correct → submit → return → approve → publish → public.
import { existsSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, sit, type Desk } from './desk.ts';
import { startSystem, type System } from './system.ts';

const executablePath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const book = JSON.parse(readFileSync('examples/book.json', 'utf8')) as {
  readonly region: string;
  readonly department: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly facts: readonly object[];
};
const regionCode = '140603';
const workers = [
  ['tianbao', '填报人', 'preparer'],
  ['fuze', '单位负责人', 'unitHead'],
  ['bumen', '部门审核人', 'departmentReviewer'],
  ['caizheng', '财政审核人', 'financeReviewer'],
  ['pifu', '批复人', 'approver'],
  ['fabu', '发布人', 'publisher'],
] as const;
const initial = new Map<string, string>();
const patience = 30_000;

let system: System;
let browser: Browser;

beforeAll(async () => {
  system = await startSystem();
  const path = executablePath === undefined ? {} : { executablePath };
  browser = await chromium.launch({ ...path, args: ['--no-sandbox'] });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
}, 60_000);

/** At the second sitting the password is one's own. */
async function desk(login: string): Promise<Desk> {
  const given = initial.get(login) ?? system.passwords.get(login);
  initial.set(login, password);
  return sit(browser, system.address, { login, password: given ?? password });
}

test('set-up: region, departments from a spreadsheet, accounts', async () => {
  const { page, check, call, leave } = await desk('system');
  await page.getByLabel('行政区划代码').fill(regionCode);
  await page.getByLabel('名称', { exact: true }).fill(book.region);
  await page.getByRole('button', { name: '登记地区' }).click();
  const { code, name } = book.department;
  const file = await departmentsWorkbook([
    [code, name],
    ['417', '示例部门'],
  ]);
  const upload = { name: '部门.xlsx', mimeType: 'application/octet-stream', buffer: file };
  await page.locator('input[type=file]').setInputFiles(upload);
  await page.getByRole('button', { name: '登记 2 个部门' }).click();
  await page.getByRole('cell', { name, exact: true }).waitFor();
  await check('departments');
  await page.getByRole('link', { name: '用户与角色' }).first().click();
  await page.getByRole('button', { name: '新建账号' }).click();
  await page.getByLabel('姓名').fill('填报人');
  await page.getByRole('dialog').getByLabel('用户名').fill('tianbao');
  await page.getByRole('button', { name: '建立' }).click();
  initial.set('tianbao', (await page.locator('.handed code').textContent()) ?? '');
  await page.getByRole('button', { name: '知道了' }).click();
  for (const [login, words] of workers.slice(1)) {
    const made = await call('POST', '/users', { login, name: words });
    initial.set(login, String(made['password']));
  }
  for (const name of ['科目', '表式', '规则', '备份']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await check(name);
  }
  await leave();
}, 300_000);

test('the security administrator gives the roles', async () => {
  const { page, check, call, leave } = await desk('security');
  const row = page.getByRole('row', { name: /tianbao/ });
  await row.getByRole('button', { name: '授权' }).click();
  await page.getByRole('combobox', { name: '角色' }).fill('填报');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '地区' }).fill(regionCode);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '授权' }).click();
  await page.getByText(`填报人 · ${book.region}`).waitFor();
  const users = (await call('GET', '/users?limit=200'))['items'] as readonly { id: string; login: string }[];
  for (const [login, , role] of workers.slice(1)) {
    const user = users.find((each) => each.login === login)?.id;
    await call('POST', '/grants', { user, role, region: regionCode });
  }
  await page.reload();
  await page.getByText(`发布人 · ${book.region}`).waitFor();
  await check('roles');
  await leave();
}, 120_000);

test('the clerk prepares the book, corrects it, composes and submits', async () => {
  const { page, check, call, leave } = await desk('tianbao');
  await check('home');
  await page.getByRole('button', { name: '新建预算' }).click();
  await page.getByRole('combobox', { name: '部门' }).fill(book.department.code);
  await page.keyboard.press('Enter');
  await page.getByLabel('年度').fill(String(book.year));
  await page.getByRole('button', { name: '建立' }).click();
  await page.locator('.book-parts').waitFor();
  const id = /filings\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  await call('PUT', `/filings/${id}/book`, { content: book, reason: '导入' }, { 'if-match': '"1"' });
  await page.reload();
  await page.locator('[data-cell="0,2"]').click();
  const total = page.getByTestId('totals').locator('dd').first();
  const before = await total.textContent();
  await page.keyboard.type('2000000');
  expect(await total.textContent()).not.toBe(before);
  await page.keyboard.press('Enter');
  await page.getByText('已保存，第 3 版').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('已保存，第 4 版').waitFor();
  expect(await total.textContent()).toBe(before);
  await check('book');
  await printedWhole(page);
  await keyboardAlone(page);
  // A figure that equals one of the book is linked where it is typed; the printed text follows the book.
  await page.locator('[data-part=otherNotes]').click();
  const notes = page.getByRole('textbox', { name: '其他说明' });
  await notes.fill(`全年支出${before ?? ''}万元`);
  await page.getByRole('button', { name: '关联' }).first().click();
  expect(await notes.inputValue()).toMatch(/^全年支出\{\{.+\}\}$/);
  await page.getByText(`印出来是：全年支出${before ?? ''}万元`).waitFor();
  await page.locator('[data-state=saved]').waitFor();
  for (const part of ['projects', 'previous', 'reasons']) {
    await page.locator(`[data-part=${part}]`).click();
    await check(part);
  }
  await acceptCorrection(page, notes, before ?? '');
  await compose(page);
  await check('document');
  await step(page, '提交审核');
  await leave();
}, 300_000);

/** On paper stands every line, also those that the grid has not drawn. */
async function printedWhole(page: Page): Promise<void> {
  const printed = page.locator('.printed-lines tbody tr');
  expect(await page.locator('.grid-row').count()).toBeLessThan(book.facts.length);
  for (const [media, lines] of [
    ['print', book.facts.length],
    ['screen', 0],
  ] as const) {
    await page.emulateMedia({ media });
    await expect.poll(() => printed.count(), { timeout: patience }).toBe(lines);
  }
}

/** Nobody is caught in the grid, and what a dialogue took comes back. */
async function keyboardAlone(page: Page): Promise<void> {
  const inGrid = async (): Promise<boolean> => (await page.locator('.grid-input:focus').count()) === 1;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await inGrid()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await inGrid()).toBe(true);
  for (const [keys, name] of [
    ['?', '按键与帮助'],
    ['Control+k', '查找预算或页面'],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByRole('dialog', { name }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(inGrid, { timeout: patience }).toBe(true);
  }
  const opener = page.getByRole('button', { name: '导入…' });
  await opener.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  const focused = opener.and(page.locator(':focus'));
  await expect.poll(() => focused.count(), { timeout: patience }).toBe(1);
}

/** A workbook as a finance bureau keeps it. */
async function departmentsWorkbook(departments: readonly (readonly [string, string])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('部门').addRows([['部门代码', '部门名称'], ...departments]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A wrong figure in a text is put right with one click beside its finding. */
async function acceptCorrection(page: Page, notes: Locator, total: string): Promise<void> {
  const wrong = total.replace(/(\d)(\d)(?=\.)/, '$2$1');
  await page.locator('[data-part=otherNotes]').click();
  await notes.fill(`全年支出${wrong}万元`);
  await page.locator('[data-state=saved]').waitFor();
  await page.getByRole('tab', { name: '文本与审核' }).click();
  const finding = page.locator('.finding', { hasText: '可改正' });
  await finding.locator('.finding-main').click();
  await finding.getByRole('button', { name: '采纳改正' }).click();
  await page.locator('.ant-message-success', { hasText: `→ ${total}` }).waitFor();
}

async function compose(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '文本与审核' }).click();
  await page.getByRole('button', { name: '由预算簿生成文本' }).click();
  await page
    .locator('.version')
    .filter({ hasText: /^第 \d+ 版 ·/ })
    .waitFor();
  await page.locator('.paper .f.v').first().waitFor();
}

async function step(page: Page, action: string, comment = ''): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialogue = page.getByRole('dialog');
  if (comment !== '') await dialogue.getByRole('textbox').fill(comment);
  await dialogue.getByRole('button', { name: action, exact: true }).click();
  await page.getByText(`已完成：${action}`).waitFor();
}

async function openTask(page: Page): Promise<void> {
  await page.getByRole('link', { name: book.department.name }).first().click();
  await page.locator('.paper .f.v').first().waitFor();
}

test('the head of the unit comments on a figure and returns it; the clerk submits again', async () => {
  const head = await desk('fuze');
  await openTask(head.page);
  await arrowsAmongFigures(head.page);
  await head.page.locator('.paper .f.v').first().click();
  await head.page.locator('.figure-panel').getByRole('button', { name: '写意见…' }).click();
  await head.page.getByRole('dialog').getByRole('textbox').fill('请核对这个数');
  await head.page.getByRole('button', { name: '发出' }).click();
  await head.check('figure');
  await step(head.page, '退回修改', '请补充说明');
  await head.leave();
  const clerk = await desk('tianbao');
  await clerk.page.getByRole('link', { name: book.department.name }).first().click();
  await clerk.page.getByRole('tab', { name: '意见 1' }).click();
  await clerk.page.getByText('请核对这个数').waitFor();
  const done = clerk.page.getByRole('button', { name: '已处理' });
  await done.click();
  // While it is being sent the button is pale.
  await done.waitFor({ state: 'detached' });
  await clerk.check('comments');
  await clerk.page.getByRole('tab', { name: '历史' }).click();
  await clerk.page.getByRole('cell', { name: '请补充说明' }).waitFor();
  await clerk.check('history');
  await step(clerk.page, '提交审核');
  await clerk.leave();
}, 180_000);

/** The figures of a table are one stop of the Tab key; arrows go from one to the next. */
async function arrowsAmongFigures(page: Page): Promise<void> {
  const stop = page.locator('.paper .part:has(.f[data-f])').first().locator('.f[tabindex="0"]');
  expect(await stop.count()).toBe(1);
  const first = await stop.getAttribute('data-f');
  await stop.press('ArrowDown');
  expect(await page.locator('.paper .f:focus').getAttribute('data-f')).not.toBe(first);
  expect(await stop.count()).toBe(1);
}

test('it is passed, approved and published, and the public sees it', async () => {
  const way = [
    ['fuze', '审核通过'],
    ['bumen', '审核通过'],
    ['caizheng', '审核通过'],
    ['pifu', '批复'],
    ['fabu', '公开'],
  ] as const;
  for (const [login, action] of way) {
    const { page, check, leave } = await desk(login);
    if (login === 'caizheng') await check('board');
    await openTask(page);
    await step(page, action);
    await leave();
  }
  const page = await browser.newPage();
  await page.goto(system.address);
  await page.getByText(book.department.name).first().waitFor();
  await page.close();
}, 240_000);

test('documents are checked: findings beside the text', async () => {
  const { page, check, leave } = await desk('caizheng');
  await page.getByRole('link', { name: '审核文件' }).first().click();
  await page.locator('input[type=file]').setInputFiles('examples/disclosure-with-mistakes.txt');
  await page.getByRole('button', { name: 'disclosure-with-mistakes.txt', exact: true }).click();
  await page.locator('.finding-main').first().press('Enter');
  await page.locator('.f.on').waitFor();
  expect(await page.locator('.finding.error').count()).toBeGreaterThan(0);
  await check('check');
  await leave();
}, 120_000);
