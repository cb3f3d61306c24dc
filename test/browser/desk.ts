import { type Page } from 'playwright-core';
import { PASSWORD } from '../support/product.js';
import { type RunningProduct } from '../support/running-product.js';

/** What the first turn of the call on the screen says, once its words and its score are there. */
export async function firstSaid(page: Page): Promise<string> {
  await page.locator('.turn').first().waitFor();
  await page.locator('[data-item]').first().waitFor();
  return (await page.locator('.turn [data-ms]').first().innerText()).trim();
}

export const endSessions = (product: RunningProduct, username: string) =>
  product.database.query(
    `update session set ended_at = now() where ended_at is null and account_id = (select id from account where username = $1)`,
    [username],
  );

/** The sign-in screen, and nothing of the page behind it: not hidden, gone. */
export async function isLocked(page: Page, said: string): Promise<void> {
  await page.locator('#username').waitFor();
  expect(await page.locator('.shell, .turn, [data-item], [role=dialog], audio').count()).toBe(0);
  expect(await page.content()).not.toContain(said);
}

export async function enterAs(page: Page, username: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  await page.locator('.shell').waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('.account').click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.locator('#username').waitFor();
}
