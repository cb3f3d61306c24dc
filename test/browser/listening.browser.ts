import { randomUUID } from 'node:crypto';
import { type Browser, type Page } from 'playwright-core';
import { clientListSchema, telephonySourcesSchema } from '#contracts';
import { type CaptureProcess } from '../support/capture-process.js';
import { House } from '../support/house.js';
import { send } from '../support/legal-people.js';
import { LISTENED_AGENT, listenedHouse } from '../support/listened-house.js';
import { RecordingClient } from '../support/recording-client.js';
import { PASSWORD } from '../support/seeded-place.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

const ends = new AsyncDisposableStack();
let house: House;
let browser: Browser;
let capture: CaptureProcess;

beforeAll(async () => {
  [house, browser] = await Promise.all([House.open(), startBrowser()]);
  ends.defer(() => house.stop());
  ends.defer(() => leave(browser));
  capture = ends.adopt(await listenedHouse(house), (one) => one.end('SIGTERM'));
}, 120_000);
afterAll(() => ends.disposeAsync());

/** A caller waits too long in the team's queue. */
async function raiseAlarm(): Promise<void> {
  const admin = await house.signIn('admin');
  await send(admin, 'POST', '/auth/step-up', { password: PASSWORD });
  const { clients } = clientListSchema.parse(await admin.json('/api/v1/company/clients'));
  const care = clients.flatMap(({ teams }) => teams).find(({ name }) => name.zh === '客服一组');
  await send(admin, 'PUT', '/queue-teams', { queue: 'cards', teamId: care?.teamId });
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await send(admin, 'POST', '/telephony-sources', {
    ...{ name: 'pbx', reader: 'asterisk', settings, teamIds: null, folder: null },
  });
  const { sources } = telephonySourcesSchema.parse(await admin.json('/api/v1/telephony-sources'));
  const pbx = sources.find(({ name }) => name === 'pbx')?.sourceId;
  const entered = Math.floor(Date.now() / 1000) - 75;
  const waits = `${entered}|pbx1-${entered}.1|cards|NONE|ENTERQUEUE||13511203377|1\n`;
  await admin.sendFile(`/api/v1/telephony-sources/${pbx}/records?name=queue_log`, waits);
}

const listenIn = (page: Page) => page.locator('.tile .listen-in');
const sounds = (page: Page) => page.locator('.listen-in[data-state="sounds"]');

describe('a supervisor in the middle of a running call', () => {
  it('sees it on the floor, listens in, takes an alarm on meanwhile, and stops by keyboard', async () => {
    const speakers = { customer: '13800002046', agent: LISTENED_AGENT.extension };
    const caller = ends.adopt(await RecordingClient.open(capture.port, speakers, randomUUID()), (one) => one.close());
    const screen = await openScreen(browser);
    const { page } = screen;
    await signIn(page, house, 'supervisor', '/floor');
    await page.locator('.tile').first().waitFor();
    expect(await listenIn(page).count()).toBe(0);
    await caller.invite();
    await caller.speakThrough(
      (async () => {
        await listenIn(page)
          .getByRole('button', { name: /^旁听.*的通话$/ })
          .focus();
        await page.keyboard.press('Enter');
        await sounds(page).waitFor();
        await raiseAlarm();
        const alarm = page.locator('.floor-alarm', { hasText: 'cards：来电等待过久' });
        await alarm.getByRole('button', { name: /我来处理/ }).click();
        await alarm.getByText(/王蕾 于 .* 开始处理/).waitFor();
        await sounds(page).waitFor();
        await page.getByLabel('音量').fill('40');
        await lookAtScreen(screen, 'listening-zh-1440');
        await page.getByRole('button', { name: '停止旁听' }).focus();
        await page.keyboard.press('Escape');
        await listenIn(page)
          .getByRole('button', { name: /^旁听.*的通话$/ })
          .waitFor();
      })(),
    );
    await caller.bye();
    await listenIn(page).waitFor({ state: 'detached' });
    await screen.close();
  }, 120_000);

  it('is told why a call cannot be listened in on', async () => {
    const admin = await house.signIn('admin');
    const {
      version: basedOn,
      zh,
      en,
    } = (await admin.json('/api/v1/notice')) as { version: number; zh: string; en: string };
    await send(admin, 'POST', '/company/notice', { basedOn, zh, en, listeningIn: false });
    const supervisor = await house.signIn('supervisor');
    await send(supervisor, 'POST', '/notice/acknowledgement', { version: basedOn + 1, language: 'zh' });
    const speakers = { customer: '13800002047', agent: LISTENED_AGENT.extension };
    const caller = ends.adopt(await RecordingClient.open(capture.port, speakers, randomUUID()), (one) => one.close());
    const screen = await openScreen(browser);
    const { page } = screen;
    await signIn(page, house, 'supervisor', '/floor');
    await caller.invite();
    await caller.speakThrough(
      (async () => {
        await listenIn(page).getByRole('button').click();
        await page.getByText('现行的通话录音告知没有写明通话可能被旁听').waitFor();
      })(),
    );
    await caller.bye();
    await screen.close();
  }, 120_000);
});
