import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { leave, openScreen, picture, signInByScreen, startBrowser } from './screen.js';

const BUILT = join(import.meta.dirname, '../../dist/apps/web');
const LANGUAGES = ['zh', 'en'] as const;

const LIMIT = 350_000;

interface Chunk {
  file: string;
  imports?: string[];
}

const chunks = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** What a view needs before it can be drawn, as it is sent to a browser that reads brotli. */
function bytesOf(parts: string[], counted = new Set<string>()): number {
  let bytes = 0;
  for (const part of parts) {
    const chunk = chunks[part];
    if (!chunk) throw new Error(`${part} was not built`);
    if (counted.has(part)) continue;
    counted.add(part);
    bytes += statSync(join(BUILT, `${chunk.file}.br`), { throwIfNoEntry: false })?.size ?? 0;
    bytes += bytesOf(chunk.imports ?? [], counted);
  }
  return bytes;
}

const SCREENS = Object.keys(chunks).filter((part) => /^src\/screens\/.*-(screen|part)\.tsx$/.test(part));

describe('the script of a first view', () => {
  it.each(LANGUAGES)('of the sign-in screen is within 150 kB, in %s', (language) => {
    expect(bytesOf(['index.html', `src/locales/${language}/entrance.ts`])).toBeLessThanOrEqual(150_000);
  });

  it.each(LANGUAGES)('of every other screen is within 350 kB, in %s', (language) => {
    const shell = ['index.html', `src/locales/${language}/entrance.ts`, `src/locales/${language}/language.ts`];
    const sizes = SCREENS.map((screen) => {
      const around = screen.startsWith('src/screens/company/') ? ['src/screens/company/company-screen.tsx'] : [];
      return [screen, bytesOf([...shell, 'src/shell/inside.tsx', ...around, screen])] as const;
    });
    expect(sizes.length).toBeGreaterThan(40);
    expect(sizes.filter(([, bytes]) => bytes > LIMIT)).toEqual([]);
  });
});

describe('a tab that was open before an upgrade', () => {
  let product: House;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([House.open(), startBrowser()]);
  });
  afterAll(async () => {
    await leave(browser);
    await product?.stop();
  });

  const gone = (name: string) => (url: URL) => url.pathname.startsWith('/assets/') && url.pathname.includes(name);

  it.each([
    ['zh', '页面加载失败', '重新加载'],
    ['en', 'This page could not be loaded', 'Reload'],
  ] as const)(
    'is told in a sentence that a screen is gone, and loads it again, in %s',
    async (language, words, button) => {
      const { page, close } = await openScreen(browser);
      await signInByScreen(page, product, 'admin', '/people');
      await page.getByRole('heading', { name: '人员' }).waitFor();
      if (language === 'en') await page.getByRole('button', { name: '切换到英文' }).click();
      await page.locator(`html[lang^=${language}]`).waitFor();
      await page.route(gone('telephony-screen'), (route) => route.fulfill({ status: 404, body: '' }));
      await page.locator('.rail a[href="/telephony"]').click();
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      expect(await page.locator('.rail').isVisible()).toBe(true);
      await page.unrouteAll();
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.locator('.admin h1').waitFor();
      await close();
    },
  );

  it('is told that there is a new version where a part is gone, and loses nothing that was typed', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signInByScreen(page, product, 'supervisor', '/account');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.locator('#newPassword').fill('nine paper boats upstream');
    // Files of the old version are gone, and the page is the new one's.
    expect((await page.request.get(`${product.baseUrl}/assets/ant-modal-of-before.js`)).status()).toBe(404);
    await page.route(gone('ant-modal'), (route) => route.fulfill({ status: 404, body: '' }));
    const ofAfter = '<!doctype html><script type="module" src="/assets/index-after.js"></script>';
    await page.route(`${product.baseUrl}/`, (route) => route.fulfill({ contentType: 'text/html', body: ofAfter }));
    await page.getByRole('button', { name: '键盘快捷键' }).click();
    await page.getByRole('alert').filter({ hasText: '系统已升级，这个页面还是旧版本' }).waitFor();
    await picture(page, 'upgraded-zh-1440');
    expect(await page.locator('#newPassword').inputValue()).toBe('nine paper boats upstream');
    expect(errors).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('alert').getByRole('button', { name: '重新加载' }).click();
    await page.locator('#not-loaded').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '修改密码' }).waitFor();
    await close();
  });

  /** What is usable within three seconds of sign-in at 1.6 Mbit/s: 200 kB a second, less the way there and back of each answer. */
  it('has its first screen with few requests and bytes, from an empty cache', async () => {
    const { page, close } = await openScreen(browser, { own: true });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    // What is asked for once the first panel stands, as the live socket, is not waited for: how much of it is there when one looks is chance.
    await page.addInitScript({
      content: `new MutationObserver(() => {
        if (document.querySelector('.home-panel')) globalThis.drawnAt ??= Date.now();
      }).observe(document, { childList: true, subtree: true })`,
    });
    const asked = new Map<string, number>();
    const loaded: { askedAt: number; size: number }[] = [];
    devtools.on('Network.requestWillBeSent', ({ requestId, wallTime }) => asked.set(requestId, wallTime * 1000));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength: size }) =>
      loaded.push({ askedAt: asked.get(requestId) ?? 0, size }),
    );
    await signInByScreen(page, product, 'supervisor', '/home');
    await page.locator('.home-panel').first().waitFor();
    const drawnAt = await page.evaluate<number>('globalThis.drawnAt');
    const before = loaded.filter(({ askedAt }) => askedAt <= drawnAt);
    const [requests, bytes] = [before.length, before.reduce((sum, { size }) => sum + size, 0)];
    expect(requests).toBeGreaterThan(20);
    expect(requests).toBeLessThanOrEqual(120);
    expect(bytes).toBeLessThanOrEqual(500_000);
    await close();
  });

  it('is told in both languages when the words themselves are gone', async () => {
    const { page, close } = await openScreen(browser);
    await page.route(gone('entrance-'), (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(product.baseUrl);
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: '请重新加载' }).filter({ hasText: 'Please reload' }).waitFor();
    await page.unrouteAll();
    await alert.getByRole('button').click();
    await page.locator('#username').waitFor();
    await close();
  });
});
