import { type Browser, type Page } from 'playwright-core';
import { type RunningProduct } from '../../support/running-product.js';
import { PASSWORD } from '../../support/product.js';
import { signIn } from '../screen.js';
import { comesTrue } from '../comes-true.js';

/** Addresses of everything that lies in a cache of the page's origin, once each. */
const KEPT = `(async () => {
  const found = new Set();
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.add(new URL(request.url).pathname);
  return [...found];
})()`;
async function until(page: Page, what: string): Promise<void> {
  if (!(await comesTrue(page, what))) throw new Error(`It never came true that ${what}`);
}

const LOST = /连接中断|Connection lost/;

export const kept = (page: Page): Promise<string[]> => page.evaluate(KEPT);

/** A page with a service worker, as people have it; a call is open in it, and was heard. */
export async function installed(browser: Browser, product: RunningProduct, callId: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(page, product, 'supervisor', `/calls/${callId}`);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await until(page, 'navigator.serviceWorker.controller !== null');
  await page.locator('.turn').first().waitFor();
  await page.keyboard.press(' ');
  await page.locator('[role=slider][aria-valuenow="1"]').waitFor();
  await page.keyboard.press(' ');
  return page;
}

/** The network is gone, and comes back. */
export async function goesAndComes(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByText(LOST).waitFor();
  // What was read stays, and the program opens without a server.
  await page.locator('.turn').first().waitFor();
  await page.reload();
  await page.getByText(/服务没有响应|did not answer/).waitFor();
  await page.context().setOffline(false);
  await page.locator('.turn').first().waitFor();
}

/** Another version is there: registered under another address, which is what a changed file is to a browser. */
export async function takesNewVersion(page: Page): Promise<void> {
  await page.evaluate(`navigator.serviceWorker.addEventListener('controllerchange', () => (sessionStorage.taken = 'yes'));
    void navigator.serviceWorker.register('/sw.js?next'), (window.isBefore = true)`);
  await page.getByRole('button', { name: /使用新版本|Use the new version/ }).click();
  await until(page, `window.isBefore === undefined && sessionStorage.taken === 'yes'`);
  await page.locator('.turn').first().waitFor();
}

export async function signsOut(page: Page): Promise<void> {
  await page.locator('.account').click();
  await page.getByRole('menuitem', { name: /退出登录|Sign out/ }).click();
  await page.locator('#username').waitFor();
  // What the sign-in screen fetches afterwards may be kept again: files of the program, which everyone is sent.
  await until(page, `caches.match('/').then((kept) => kept === undefined)`);
}

/** In the same tab, without loading it: the program is kept again, as a whole. */
export async function signsInAgain(page: Page): Promise<void> {
  await page.locator('#username').fill('supervisor');
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  await page.locator('.shell').waitFor();
  await until(page, `caches.match('/').then((kept) => kept !== undefined)`);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText(/服务没有响应|did not answer/).waitFor();
  await page.context().setOffline(false);
}
