/**
 * How long the sign-in screen takes on a slow line, in a real Chromium: `node tools/first-view.mjs http://127.0.0.1:3000`. The line is
 * emulated over the Chrome DevTools Protocol (1.6 Mbit/s down, 0.75 up, 150 ms there and back), with an empty cache each time. Usable means
 * that what is typed appears in the user-name field.
 *
 * With a person, `node tools/first-view.mjs http://127.0.0.1:3000 5 supervisor PASSWORD`, also how long their first screen takes from there:
 * from the Enter key until nothing of it is about to come, with everything that is sent for it. The name is typed in two seconds.
 */
import { chromium } from 'playwright-core';

const [url = 'http://127.0.0.1:3000', times = '5', username, password] = process.argv.slice(2);
const TYPING_MS = 2_000;
const drawn = () =>
  document.querySelector('.shell main h1') !== null && document.querySelector('main .waiting, main .bone') === null;
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const seen = [];
for (let time = 0; time < Number(times); time++) seen.push(await visit());
await browser.close();
const sorted = seen.map(({ ms }) => ms).sort((a, b) => a - b);
console.log(`usable after ${sorted.map((ms) => (ms / 1000).toFixed(2)).join(', ')} s`);
console.log(`script until then ${seen.map(({ bytes }) => (bytes / 1000).toFixed(0)).join(', ')} kB on the wire`);

if (username) {
  const first = seen.map((one) => one.first).sort((a, b) => a.ms - b.ms);
  console.log(`first screen ${first.map(({ ms }) => (ms / 1000).toFixed(2)).join(', ')} s after sign-in`);
  console.log(
    `with ${first.map(({ requests, bytes }) => `${requests} requests, ${(bytes / 1000).toFixed(0)} kB`).join('; ')}`,
  );
}

async function signIn(page, devtools) {
  const sent = new Set();
  let bytes = 0;
  await page.locator('#username').fill(username);
  await page.waitForTimeout(TYPING_MS);
  await page.locator('#password').fill(password);
  devtools.on('Network.requestWillBeSent', ({ requestId }) => sent.add(requestId));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(drawn, undefined, { timeout: 60_000 });
  return { ms: performance.now() - began, requests: sent.size, bytes };
}

async function visit() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  const scripts = new Set();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  const field = page.locator('#username');
  await field.waitFor({ timeout: 60_000 });
  await page.keyboard.type('a');
  await page.waitForFunction(() => document.querySelector('#username')?.value === 'a');
  const ms = performance.now() - began;
  const counted = bytes;
  const first = username ? await signIn(page, devtools) : null;
  await context.close();
  return { ms, bytes: counted, first };
}
