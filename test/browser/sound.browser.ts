import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { transcriptViewSchema } from '#contracts';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { metadataOf } from '../../tools/samples/metadata.js';
import { m4a } from '../fixtures/audio-files.js';
import { type MixedFile, mixedFolder } from '../fixtures/mixed-folder.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { speakCall } from '../support/voices/speak-call.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';
import { lookedAt } from '../support/deep.js';

let product: House;
let browser: Browser;
let dir: string;
let files: MixedFile[];
/** A sample as a telephone would have recorded it: AAC, its index last, agent left. */
let phoneCall: string;
let oneWay: string;
let broken: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  dir = await mkdtemp(join(tmpdir(), 'shouwen-sound-'));
  files = await mixedFolder(join(dir, 'calls'));
  phoneCall = await sendPhoneCall();
  oneWay = await send('one-way.wav');
  broken = await send('broken-inside.ogg');
  await product.reaches(phoneCall, ['scored', 'needs_attention']);
  for (const callId of [oneWay, broken]) await product.reaches(callId, ['needs_attention']);
  await product.idle();
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function send(name: string): Promise<string> {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  const { agentChannel, ...about } = callMetadata({ externalId: name, language: 'zh' });
  const metadata = file.channels === 2 ? { ...about, agentChannel } : about;
  return (await (await product.signIn('admin')).take(metadata, file.path)).callId;
}

async function sendPhoneCall(): Promise<string> {
  const sample = SAMPLE_CALLS.find(({ id }) => id === 'en-model')!;
  const { audio, durationMs } = await speakCall(dir, sample);
  const about = metadataOf(sample, { startedAt: new Date(), durationMs, staffNumber: '3068' });
  const file = await m4a(await readFile(audio));
  return (await (await product.signIn('admin')).take(about, new Blob([new Uint8Array(file)]))).callId;
}

async function open(callId: string, look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, 'supervisor', `/calls/${callId}`);
  await screen.page.locator('.call-head').waitFor();
  return screen;
}

const notice = (page: Page) => page.getByRole('region', { name: '声音检查' });

describe('a call that came as M4A', () => {
  it('has the words of either side, and a score', async () => {
    const supervisor = await product.signIn('supervisor');
    const call = await supervisor.call(phoneCall);
    expect(call.stage).toBe('scored');
    expect(call.recordings[0]).toMatchObject({ codec: 'm4a_index_last', channels: 2, incomplete: false });
    expect(call.recordings[0]?.soundChecks?.findings).toEqual([]);
    const words = await supervisor.json(`/api/v1/calls/${phoneCall}/transcript`);
    const { turns } = transcriptViewSchema.parse(words).transcript;
    expect(turns.find(({ speaker }) => speaker === 'agent')?.text).toMatch(/good|bank|speaking|help/i);
    expect(turns.filter(({ speaker }) => speaker === 'customer').length).toBeGreaterThan(1);
  });

  it('plays in the browser, and nothing is said of its sound', async () => {
    const { page, errors, close } = await open(phoneCall);
    await page.locator('.turn').first().waitFor();
    await page.keyboard.press(' ');
    await page.locator('[role=slider][aria-valuenow="1"]').waitFor();
    expect(await notice(page).count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('a call whose sound is not as it should be', () => {
  it.each(
    lookedAt(
      [
        ['light', 1440, 900],
        ['dark', 1280, 800],
        ['light', 390, 844],
      ] as const,
      2,
    ),
  )('says whose side is missing and what to do, %s at %i', async (theme, width, height) => {
    const { page, close } = await open(oneWay, { theme, width, height });
    await notice(page).getByText('客户一侧没有声音，只录到一方。').waitFor();
    await notice(page).getByText('请核对来源系统这一路的录音线路', { exact: false }).waitFor();
    await picture(page, `sound-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    await close();
  });

  it('waits for a person, with the reason, when nothing of it can be decoded', async () => {
    const { page, close } = await open(broken);
    await page.getByText('录音无法解码').first().waitFor();
    expect((await (await product.signIn('supervisor')).call(broken)).stageReason).toBe('audio_undecodable');
    await close();
  });
});
