/**
 * `npm run pictures -- ADDRESS PASSWORD`: takes the pictures of `docs/images/` from a demonstration that runs (`npm run demo` prints both), so
 * that they show the screens as they are. Plain Node: it needs no build.
 */
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const IMAGES = join(import.meta.dirname, '../../docs/images');
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
/** The call in which an agent promised to call back and gave no time. */
const PROMISE = '?item=ownership.promise_has_time';

const [address, password] = process.argv.slice(2);
if (!address || !password) {
  process.stderr.write('npm run pictures -- ADDRESS PASSWORD (npm run demo prints both)\n');
  process.exit(2);
}

const executablePath = process.env['CHROMIUM'] ?? BROWSERS.find(existsSync) ?? BROWSERS[0];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** @param who a user of the demonstration, in whose language the screen is */
async function take(name, who, language, pathOf) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#username').fill(who);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.locator('.shell').waitFor();
  const headers = { 'content-type': 'application/json', origin: new URL(address).origin };
  await page.request.put(`${address}/api/v1/auth/me/language`, { headers, data: { language } });
  await page.goto(address + (await pathOf(page.request)));
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await context.close();
}

/** The page of a call that was heard. */
const callAbout = (matter) => async (request) => {
  const answer = await request.get(`${address}/api/v1/calls?stage=scored&limit=50`);
  const { items = [] } = await answer.json();
  const found = items.find((call) => call.matter === matter && !call.invented);
  if (!found) throw new Error(`the demonstration has no call about “${matter}” yet: it arrives within some minutes`);
  return `/calls/${found.callId}${PROMISE}`;
};

await take('call', 'agent2', 'en', callAbout('New card has not arrived'));
await take('call.zh', 'agent', 'zh', callAbout('新卡未寄到'));
await take('calls', 'quality', 'zh', async () => '/calls');
await browser.close();
