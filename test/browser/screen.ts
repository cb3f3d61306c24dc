import { readFile } from 'node:fs/promises';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { metadataOf } from '../../tools/samples/metadata.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { speakSamples } from '../../tools/samples/speak.js';
import { PASSWORD, type Product } from '../support/product.js';

export const SHOTS = join(import.meta.dirname, 'shots');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Look {
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Things move only where a test asks for it: a click waits for nothing then. */
  motion?: boolean;
}

/** A page of a browser that nobody used before, with the errors that it met. */
export async function openScreen(browser: Browser, look: Look = {}) {
  const { theme = 'light', width = 1440, height = 900, motion = false } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // What a boundary caught crashed all the same.
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('React Router caught')) errors.push(message.text());
  });
  return { page, errors, close: () => context.close() };
}

export async function signIn(page: Page, { baseUrl }: Product, username: string, path = '/calls'): Promise<void> {
  await page.goto(baseUrl + path);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  await page.locator('.shell').waitFor();
}

/** Speaks samples and sends them in. @returns their calls by the sample's name */
export async function sendSamples(product: Product, names: string[]): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-browser-'));
  try {
    const operator = await product.signIn('admin');
    const calls = new Map<string, string>();
    const wanted = SAMPLE_CALLS.filter(({ id }) => names.includes(id));
    for (const { sample, audio, words, durationMs } of await speakSamples(folder, wanted)) {
      const metadata = metadataOf(sample, { startedAt: new Date(), durationMs, staffNumber: '3068' });
      calls.set(sample.id, (await operator.take(metadata, audio, words)).callId);
    }
    return calls;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Waits until nothing moves: on a loaded machine a dialog that still grows looks steady for two frames, and a click falls beside its button. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((a) => a.effect.getTiming().iterations < Infinity).map((a) => a.finished))',
  );
}

/** What axe finds on the page that hinders people: rule and place. */
export async function hindrances(page: Page): Promise<string[]> {
  // Half faded in, anything has too little contrast.
  await atRest(page);
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = (await page.evaluate('axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa"] })')) as {
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

/** Leaves a picture beside the tests, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Gives the password once more, where the screen asks who sits there. */
export async function prove(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=password]').fill(PASSWORD);
  await dialog.locator('input[type=password]').press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
