import { readFile } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { metadataOf } from '../../tools/samples/metadata.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { spokenSamples, wordsOf } from '../../tools/samples/sounds.js';
import { PASSWORD } from '../support/product.js';
import { type RunningProduct } from '../support/running-product.js';
import { givePageBack, type Look, takePage } from './browser-pages.js';

export { leave, startBrowser } from './browser-process.js';
export type { Look };

export const SHOTS = join(import.meta.dirname, 'shots');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A page as in a fresh browser, with the errors that it met. `close` gives it back. */
export async function openScreen(browser: Browser, look: Look = {}) {
  const page = await takePage(browser, look);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // What a boundary caught crashed all the same.
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('React Router caught')) errors.push(message.text());
  });
  return { page, errors, close: () => givePageBack(browser, page, look) };
}

/** A screen of a person who is signed in already: a session that began beside the page. */
export async function signIn(page: Page, product: RunningProduct, username: string, path = '/calls'): Promise<void> {
  const { baseUrl, cookie } = await product.signIn(username);
  const cookies = cookie.split('; ').map((one) => one.split('='));
  await page
    .context()
    .addCookies(cookies.map(([name = '', ...rest]) => ({ name, value: rest.join('='), url: baseUrl })));
  await page.goto(baseUrl + path);
  await page.locator('.shell').waitFor();
}

/** The same by the screen. */
export async function signInByScreen(
  page: Page,
  { baseUrl }: RunningProduct,
  username: string,
  path = '/calls',
): Promise<void> {
  await page.goto(baseUrl + path);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  await page.locator('.shell').waitFor();
}

/**
 * Sends samples in, their words with them: to hear them takes longer than all else.
 * @returns their calls by the sample's name
 */
export async function sendSamples(product: RunningProduct, names: string[]): Promise<Map<string, string>> {
  const operator = await product.signIn('admin');
  const calls = new Map<string, string>();
  for (const spoken of spokenSamples(SAMPLE_CALLS.filter(({ id }) => names.includes(id)))) {
    const { sample, audio, durationMs } = spoken;
    const told = metadataOf(sample, { startedAt: new Date(), durationMs, staffNumber: '3068' });
    calls.set(sample.id, (await operator.take(told, audio, wordsOf(spoken))).callId);
  }
  return calls;
}

/** Waits until nothing moves: on a loaded machine a dialog that still grows looks steady for two frames, and a click falls beside its button. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((a) => a.effect.getTiming().iterations < Infinity).map((a) => a.finished))',
  );
}

/** What axe finds on the page that hinders people: rule and place. */
export async function hindrances(page: Page): Promise<string[]> {
  // Half faded in, anything has too little contrast, and so has a button that waits for its answer.
  await atRest(page);
  await page.locator('.ant-btn-loading').first().waitFor({ state: 'detached' });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(await readFile(AXE, 'utf8'));
  const found = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21aa"] })',
  )) as {
    violations: { id: string; nodes: { target: string[] }[] }[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

export type Screen = Pick<Awaited<ReturnType<typeof openScreen>>, 'page' | 'errors'>;

/** Looks at a screen as it is: nothing that hinders, nothing that scrolls sideways, no error, and a picture to be looked at. */
export async function lookAtScreen({ page, errors }: Screen, name: string): Promise<void> {
  await picture(page, name);
  expect(await hindrances(page)).toEqual([]);
  expect(await page.evaluate('document.scrollingElement.scrollWidth <= innerWidth')).toBe(true);
  expect(errors).toEqual([]);
}

/** Leaves a picture beside the tests, to be looked at; a run of everything, which is not looked at, leaves none. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['SHOUWEN_TEST_PICTURES'] === '0') return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Gives the password once more, where the screen asks for a proof of identity. */
export async function prove(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=password]').fill(PASSWORD);
  await dialog.locator('input[type=password]').press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
