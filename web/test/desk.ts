import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody at the workbench. */
export interface Desk {
  readonly page: Page;
  /**
   * Nothing in the console, nothing serious for people with disabilities, and nothing to be scrolled to at the side on
   * a large screen, a small one, and with everything twice as large.
   */
  readonly check: (what: string) => Promise<void>;
  /** A call of the API by who is signed in, where many screens would only repeat each other. */
  readonly call: (
    method: string,
    path: string,
    body?: object,
    headers?: object,
  ) => Promise<Record<string, unknown>>;
  readonly leave: () => Promise<void>;
}

export const password = 'Zhengque-2026';
const patience = 30_000;

interface Visitor {
  readonly login: string;
  readonly password: string;
}

/** Signs in; an initial password is changed as the workbench demands. */
export async function sit(browser: Browser, address: string, who: Visitor): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${address}app/`);
  await page.getByLabel('用户名').fill(who.login);
  await page.getByLabel('密码', { exact: true }).fill(who.password);
  await page.keyboard.press('Enter');
  if (who.password !== password) {
    await page.getByLabel('现在的密码').fill(who.password);
    await page.getByLabel('新密码', { exact: true }).fill(password);
    await page.getByLabel('再输入一次新密码').fill(password);
    await page.getByRole('button', { name: '更换密码' }).click();
  }
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return {
    page,
    check: async (what) => {
      await fits(page, what);
      // Only what is wrong is looked into: a third cheaper.
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
      expect(told, what).toEqual([]);
      expect(problems, what).toEqual([]);
    },
    call: (method, path, body, headers = {}) =>
      page.evaluate(callFromPage, { method, path: `/api/v1${path}`, body: body ?? null, headers }),
    leave: () => context.close(),
  };
}

/** The last one is where the next step goes on. */
const screens = [
  { width: 1920, height: 1080 },
  { width: 683, height: 384 },
  { width: 1366, height: 768 },
];

/** The page is not wider than the window, at any of the screens. */
async function fits(page: Page, what: string): Promise<void> {
  const overflow = (): Promise<number> =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  for (const screen of screens) {
    await page.setViewportSize(screen);
    // What is laid out by script follows a moment later.
    await expect.poll(overflow, { message: `${what} at ${screen.width}`, timeout: patience }).toBe(0);
  }
}

interface PageCall {
  readonly method: string;
  readonly path: string;
  readonly body: object | null;
  readonly headers: object;
}

/** Runs in the page: its cookie and its token. */
async function callFromPage({ method, path, body, headers }: PageCall): Promise<Record<string, unknown>> {
  const session = (await (await fetch('/api/v1/session')).json()) as { readonly csrf: string };
  const response = await fetch(path, {
    method,
    headers: { 'x-csrf-token': session.csrf, 'content-type': 'application/json', ...headers },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>);
}
