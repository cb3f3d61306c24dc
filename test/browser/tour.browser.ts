import { type Browser, type Locator, type Page } from 'playwright-core';
import { roleSchema, type Language } from '#contracts';
import { PEOPLE } from '../../tools/demo/seed/organisation.js';
import { Product } from '../support/product.js';
import { openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';

/**
 * A person of each role walks through every screen that links lead to and presses what is there by mouse; nothing may crash and nothing may
 * fail. Ordinary runs press what a list's row and a tab offer, in one language; `npm run test:deep` presses everything, in both.
 */
const DEEP = process.env['SHOUWEN_TEST_DEEP'] === '1';
const PRESSED = DEEP
  ? 'main button, main [role=tab], main [role=cell], main td, main summary, main [role=switch], main .ant-select, main label'
  : 'main [role=tab], main .call-row:first-child [role=cell], main tbody tr:first-child td, main .item-title';
/** Of addresses that differ in an id only, as many are opened. */
const OF_A_KIND = DEEP ? 3 : 1;
const SAMPLES = ['zh-deflection', 'en-model', 'zh-declined'];

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), startBrowser()]);
  for (const callId of (await sendSamples(product, SAMPLES)).values())
    await product.reaches(callId, ['scored', 'not_recorded']);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const ONE_OF_EACH = roleSchema.options.flatMap((role) => PEOPLE.find((person) => person.role === role) ?? []);
/** Ordinary runs take one language for each role in turn. */
const TOURS = ONE_OF_EACH.flatMap(({ role, username }, at) =>
  (['zh', 'en'] as const)
    .filter((_, language) => DEEP || language === at % 2)
    .map((language) => ({ role, username, language })),
);

it('has somebody of each role', () => {
  expect(ONE_OF_EACH).toHaveLength(roleSchema.options.length);
});

it.each(TOURS)('meets no crash and no error as $role in $language', async ({ username, language }) => {
  const { page, errors, close } = await openScreen(browser);
  const troubles = watch(page, errors);
  await signIn(page, product, username, '/');
  await speak(page, language);
  const seen = new Map<string, number>();
  const ahead = [new URL(page.url()).pathname];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = kindOf(path);
    if ((seen.get(kind) ?? 0) >= OF_A_KIND) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    await open(page, path);
    ahead.push(...(await linksOf(page)));
    await pressAll(page, path, troubles);
    expect({ path, troubles }).toEqual({ path, troubles: [] });
  }
  await picture(page, `tour-${username}-${language}`);
  expect(seen.size).toBeGreaterThan(2);
  await close();
});

/** What a person would call broken: an error in the script, in the console or of the server, or the page that stands in for a crash. */
function watch(page: Page, errors: string[]): string[] {
  page.on('console', (message) => {
    // The browser's own line about an answer of 4xx or 5xx; the latter are counted below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) errors.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  return errors;
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"${language}"}' })`,
  );
  await page.reload();
  await page.locator('.shell').waitFor();
  await page.waitForFunction(`document.documentElement.lang.startsWith('${language}')`);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(product.baseUrl + path);
  await page.locator('main h1, main .note').first().waitFor();
  await page.locator('main .bone').first().waitFor({ state: 'detached' });
}

async function linksOf(page: Page): Promise<string[]> {
  const links = (await page.evaluate(
    `[...document.querySelectorAll('a[href^="/"]')].filter((a) => !a.download).map((a) => a.getAttribute('href'))`,
  )) as string[];
  return links.filter((href) => !href.startsWith('/api/'));
}

/** An address with ids, numbers and questions left out. */
const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/\d+/g, '/*')
    .replace(/[?#].*/, '');

/** Each thing once. What opens is shut with Esc; where the address changes, the tour comes back. */
async function pressAll(page: Page, path: string, troubles: string[]): Promise<void> {
  const things = page.locator(PRESSED);
  const count = Math.min(await things.count(), 80);
  const here = page.url();
  for (let index = 0; index < count && troubles.length === 0; index++) {
    if (!(await press(things.nth(index)))) continue;
    await page.keyboard.press('Escape');
    if (page.url() !== here) await open(page, path);
    if (await page.locator('.note-failure', { hasText: CRASHED }).count())
      troubles.push(`${path}: crashed at ${index}`);
  }
}

/** The sentence of the page that stands in for a crash, in both languages. */
const CRASHED = /这个页面出错了|This page met an error/;

/** @returns false where it is hidden, covered or gone: a person could not press it either */
async function press(thing: Locator): Promise<boolean> {
  if (!(await thing.isVisible().catch(() => false))) return false;
  return thing.click({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
}
