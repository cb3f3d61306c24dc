/**
 * `npm run pictures -- ADDRESS PASSWORD`: takes the pictures of `docs/images/` and `docs/guides/images/` from a demonstration that runs
 * (`npm run demo` prints both), so that they show the screens as they are; or those whose names begin so. Plain Node: it needs no build.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { film, watch } from './film.mjs';

const IMAGES = join(import.meta.dirname, '../../docs/images');
const GUIDES = join(import.meta.dirname, '../../docs/guides/images');
/** The product carries those of the guides: in bytes. */
const MOST = 60_000;
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
/** The demonstration plays live calls every few minutes while a person looks. */
const LIVE_WITHIN_MS = 10 * 60_000;
/** The call in which an agent promised to call back and gave no time. */
const PROMISE = '?item=ownership.promise_has_time';

const [address, password, ...only] = process.argv.slice(2);
if (!address || !password) {
  process.stderr.write('npm run pictures -- ADDRESS PASSWORD [NAME…] (npm run demo prints both)\n');
  process.exit(2);
}

const executablePath = process.env['CHROMIUM'] ?? BROWSERS.find(existsSync) ?? BROWSERS[0];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** A screen of a user of the demonstration, in a language. */
async function open(who, language, pathOf, viewport) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
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
  // Parts that are loaded when they are first drawn, and what they read.
  await page.locator('main :is(.waiting, .bone, .ant-skeleton)').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  return page;
}

const isAsked = (name) => only.length === 0 || only.some((begins) => name.startsWith(begins));

async function take(name, who, language, pathOf) {
  if (!isAsked(name)) return;
  const page = await open(who, language, pathOf, { width: 1440, height: 900 });
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await page.context().close();
}

/** Of a guide, in both languages and small: the browser that draws it also writes it as WebP. */
async function takeOfGuide(name, users, pathOf) {
  if (!isAsked(name)) return;
  for (const [language, who] of Object.entries(users)) {
    const page = await open(who, language, pathOf(language), { width: 1280, height: 720 });
    const png = (await page.screenshot()).toString('base64');
    for (const quality of [0.8, 0.6, 0.4, 0.2]) {
      const webp = Buffer.from(await page.evaluate(asWebp, { png, quality }), 'base64');
      if (webp.length > MOST) continue;
      await writeFile(join(GUIDES, `${name}.${language}.webp`), webp);
      break;
    }
    await page.context().close();
  }
}

/** Runs in the page. */
async function asWebp({ png, quality }) {
  const read = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([read], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The page of a call that was heard. */
const callAbout = (matter) => async (request) => {
  const answer = await request.get(`${address}/api/v1/calls?stage=scored&limit=50`);
  const { items = [] } = await answer.json();
  const found = items.find((call) => call.matter === matter && !call.invented);
  if (!found) throw new Error(`the demonstration has no call about “${matter}” yet: it arrives within some minutes`);
  return `/calls/${found.callId}${PROMISE}`;
};

const at = (path) => () => async () => path;
const MATTER = { zh: '新卡未寄到', en: 'New card has not arrived' };
const aboutCard = (language) => callAbout(MATTER[language]);

await take('call', 'agent2', 'en', aboutCard('en'));
await take('call.zh', 'agent', 'zh', aboutCard('zh'));
await take('calls', 'quality', 'zh', async () => '/calls');

const both = (who) => ({ zh: who, en: who });
await takeOfGuide('supervisor-home', both('supervisor'), at('/home'));
await takeOfGuide('supervisor-call', both('supervisor'), aboutCard);
await takeOfGuide('agent-home', { zh: 'agent', en: 'agent2' }, at('/home'));
await takeOfGuide('agent-call', { zh: 'agent', en: 'agent2' }, aboutCard);
await takeOfGuide('quality-home', both('quality'), at('/home'));
await takeOfGuide('quality-trust', both('quality'), at('/trust'));
await takeOfGuide('legal-grants', both('legal'), at('/legal/grants'));
await takeOfGuide('legal-request', both('requester'), at('/legal/requests/new'));
await takeOfGuide('auditor-journal', both('auditor'), at('/journal'));
await takeOfGuide('auditor-access', both('auditor'), at('/access/used'));
await takeOfGuide('administrator-home', both('admin'), at('/home'));
await takeOfGuide('administrator-processing', both('admin'), at('/processing'));
/** The floor while the live calls of the demonstration go on, then a call that is heard from the moment behind a point. */
async function filmOf(name, language, agent) {
  if (!isAsked(name)) return;
  const viewport = { width: 1280, height: 720 };
  const floor = await open('supervisor', language, at('/floor')(), viewport);
  await floor.locator('.tile-talking').first().waitFor({ timeout: LIVE_WITHIN_MS });
  const call = await open(agent, language, aboutCard(language), viewport);
  await film(join(IMAGES, `${name}.webp`), shown(floor, call));
  await floor.context().close();
  await call.context().close();
}

async function* shown(floor, call) {
  yield* watch(floor, { seconds: 8 });
  await call.keyboard.press('Space');
  yield* watch(call, { seconds: 8 });
}

await filmOf('floor-and-call', 'en', 'agent2');
await filmOf('floor-and-call.zh', 'zh', 'agent');
await browser.close();
