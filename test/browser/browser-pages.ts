import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { patient } from '../../tools/patience.mjs';

export interface Look {
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Things move only where a test asks for it: a click waits for nothing then. */
  motion?: boolean;
  /** A page that only this test has, because it leaves what cannot be taken back: a clock of its own, a script for every page. */
  own?: boolean;
}

/** Pages that a test is done with, for the next one of its file or another: a process that knows the scripts opens a screen in half of the processor time. */
const done = new WeakMap<Browser, Page[]>();
const LISTENED = ['pageerror', 'console', 'request'] as const;
/** Playwright's own, as this machine needs it. */
const TIMEOUT_MS = patient(30_000);

/** A page as in a fresh browser: signed out, nothing stored, nothing overheard. */
export async function takePage(browser: Browser, look: Look): Promise<Page> {
  const { theme = 'light', width = 1440, height = 900, motion = false, own = false } = look;
  const page = (own ? undefined : done.get(browser)?.pop()) ?? (await newPage(browser));
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: motion ? 'no-preference' : 'reduce' });
  return page;
}

/** Those that wait for a test. */
export const keptPages = (browser: Browser | undefined): Page[] => (browser && done.get(browser)) ?? [];

/** Without a service worker, which would answer for the server where a test stands between them. */
const newPage = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })).newPage();

/** Takes a page back, with nothing left of who had it. A test that fails gives none back. */
export async function givePageBack(browser: Browser, page: Page, look: Look): Promise<void> {
  const context = page.context();
  const { origin } = new URL(page.url());
  const others = context.pages().filter((one) => one !== page);
  if (look.own || origin === 'null' || !(await isCleared(context, page, origin))) return context.close();
  await Promise.all(others.map((one) => one.close()));
  done.set(browser, [...(done.get(browser) ?? []), page]);
}

/** Whether all that its last user left could be removed: not where the product does not answer. */
async function isCleared(context: BrowserContext, page: Page, origin: string): Promise<boolean> {
  for (const event of LISTENED) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // A page of the same place without a script: it keeps the process, and writes nothing any more.
  const answer = await page.goto(`${origin}/api/health/live`).catch(() => null);
  if (!answer?.ok()) return false;
  await page.evaluate('sessionStorage.clear()');
  await page.mouse.move(-1, -1);
  const client = await context.newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await client.detach();
  await context.clearCookies();
  return true;
}
