import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { roleSchema, type Language } from '#contracts';
import { PEOPLE } from '../../tools/demo/seed/organisation.js';
import { House } from '../support/house.js';
import { leave, openScreen, picture, SHOTS, signIn, startBrowser } from './screen.js';
import { addresses } from './every-screen/addresses.js';
import { fillProduct } from './tour/scene.js';
import { type Limits, Walk } from './tour/walk.js';

/**
 * A person of each role walks through every screen that links lead to, and presses what is there by mouse: nothing may crash, fail, lead
 * nowhere or lack its words. `npm run test:deep` presses, in both languages; run alone, it only looks, in one language for each role.
 */
const DEEP = process.env['SHOUWEN_TEST_DEEP'] === '1';
const LIMITS: Limits = DEEP
  ? { ofAKind: 4, ofAName: 1, cells: 1, screens: 8 }
  : { ofAKind: 0, ofAName: 0, cells: 0, screens: 2 };
/** Roles by which fewer came by are never pressed: a tour that presses nothing proves nothing. */
const PRESSES_AT_LEAST = DEEP ? 40 : 0;
/** No link leads there, a button does. */
const BY_BUTTON = ['/data-requests/new'];
const TOUR_MS = 20 * 60_000;

let product: House;
let browser: Browser;
const everywhere = new Set<string>();

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  await fillProduct(product);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

const ONE_OF_EACH = roleSchema.options.flatMap((role) => PEOPLE.find((person) => person.role === role) ?? []);
const TOURS = ONE_OF_EACH.flatMap(({ role, username }, at) =>
  (['zh', 'en'] as const)
    .filter((_, language) => DEEP || language === at % 2)
    .map((language) => ({ role, username, language })),
);

it('has a person of each role', () => {
  expect(ONE_OF_EACH).toHaveLength(roleSchema.options.length);
});

it.each(TOURS)(
  'meets no crash and no error as $role in $language',
  async ({ username, language }) => {
    const { page, close } = await openScreen(browser, { own: true });
    await signIn(page, product, username, '/');
    await speak(page, language);
    const walk = await Walk.begin(page, product.baseUrl, LIMITS);
    await walk.all([new URL(page.url()).pathname]);
    // Last, since the language is chosen there.
    await walk.all(['/account']);
    await picture(page, `tour-${username}-${language}`);
    for (const kind of walk.seen.keys()) everywhere.add(kind);
    // Jest tells of nothing before the last tour is over.
    if (walk.troubles.length > 0)
      await writeFile(join(SHOTS, `tour-${username}-${language}.txt`), walk.troubles.join('\n'));
    expect(walk.troubles).toEqual([]);
    expect(walk.presses).toBeGreaterThanOrEqual(PRESSES_AT_LEAST);
    await close();
  },
  TOUR_MS,
);

it('left no screen out', async () => {
  const screens = await addresses();
  expect(screens.length).toBeGreaterThan(40);
  const left = screens.filter((address) => !everywhere.has(address));
  expect(left.filter((address) => DEEP || !BY_BUTTON.includes(address))).toEqual([]);
});

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"${language}"}' })`,
  );
  await page.reload();
  await page.locator('.shell').waitFor();
  await page.locator(`html[lang^=${language}]`).waitFor();
}
