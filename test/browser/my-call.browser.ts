import { randomUUID } from 'node:crypto';
import { type Browser, type Page } from 'playwright-core';
import { CaptureProcess } from '../support/capture-process.js';
import { House } from '../support/house.js';
import { PASSWORD } from '../support/product.js';
import { RecordingClient } from '../support/recording-client.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let capture: CaptureProcess;
const ends = new AsyncDisposableStack();

/** 李敏 (`agent`) sits at 8001, David Clark (`agent2`), who reads English, at 8002. */
beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  ends.adopt(product, (one) => one.stop());
  ends.adopt(browser, leave);
  const operator = await product.signIn('admin');
  await operator.send('POST', '/api/v1/auth/step-up', { password: PASSWORD });
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await operator.send('POST', '/api/v1/telephony-sources', {
    ...{ name: 'siprec', reader: 'table', settings, teamIds: null, folder: null },
  });
  for (const [extension, staffNumber] of Object.entries({ 8001: '3068', 8002: '3071' })) {
    const given = { extension, staffNumber, from: '2026-01-01T00:00:00.000Z', to: null };
    await operator.send('POST', '/api/v1/extensions', given);
  }
  // Nothing was announced: each call waits for its customer's answer.
  const { databaseUrl, dataDir } = product;
  const env = { SHOUWEN_DATABASE_URL: databaseUrl, SHOUWEN_DATA_DIR: dataDir, SHOUWEN_SIP_PORT: '0' };
  capture = ends.adopt(await CaptureProcess.start(env), (one) => one.end('SIGTERM'));
});
afterAll(() => ends.disposeAsync());

async function rings(agent: string): Promise<RecordingClient> {
  const speakers = { customer: '13800002046', agent };
  const caller = ends.adopt(await RecordingClient.open(capture.port, speakers, randomUUID()), (one) => one.close());
  await caller.invite();
  return caller;
}
const state = (page: Page, words: string) => page.locator('.my-call-state', { hasText: words }).waitFor();
const tile = (page: Page) => page.locator('.tile', { hasText: /李敏|Min Li/ });

describe('the agent’s own screen while a call goes on', () => {
  it('takes consent, pauses and resumes by a key, and the floor shows each', async () => {
    const [agent, supervisor] = [await openScreen(browser), await openScreen(browser)];
    const [{ page }, floor] = [agent, supervisor.page];
    await signIn(page, product, 'agent', '/my-call');
    await page.getByText('您现在没有进行中的通话').waitFor();
    await lookAtScreen(agent, 'my-call-none-zh-1440');
    await signIn(floor, product, 'supervisor', '/floor');
    await tile(floor).getByText('未知').waitFor();

    const caller = await rings('8001');
    await state(page, '等待同意');
    await page.locator('.my-call').getByText('138****2046').waitFor();
    await lookAtScreen(agent, 'my-call-pending-zh-1440');
    await tile(floor).getByText('通话中').waitFor();
    await tile(floor).getByText('等待同意').waitFor();

    await page.getByRole('button', { name: '客户同意录音' }).click();
    await state(page, '正在录音');
    await tile(floor).getByText('正在录音').waitFor();
    await lookAtScreen(agent, 'my-call-recording-zh-1440');

    await page.keyboard.press('p');
    await state(page, '已暂停');
    await page.getByText(/后自动恢复/).waitFor();
    await tile(floor).getByText('已暂停').waitFor();
    await lookAtScreen(supervisor, 'floor-paused-zh-1440');
    await lookAtScreen(agent, 'my-call-paused-zh-1440');
    await page.keyboard.press('p');
    await state(page, '正在录音');

    // Too often: the supervisor is told.
    for (let more = 0; more < 3; more += 1) {
      await page.keyboard.press('p');
      await state(page, '已暂停');
      await page.keyboard.press('p');
      await state(page, '正在录音');
    }
    await floor.locator('.floor-alarm', { hasText: '坐席 3068：一通通话的录音暂停过多或过久' }).waitFor();
    await lookAtScreen(supervisor, 'floor-pauses-zh-1440');

    await page.getByRole('button', { name: '客户撤回同意' }).click();
    await page.getByRole('button', { name: /^确\s*定$/ }).click();
    await state(page, '不录音：同意已撤回');
    await tile(floor).getByText('同意已撤回').waitFor();
    expect(await caller.bye()).toBe(200);
    await page.getByText('您现在没有进行中的通话').waitFor();
    await agent.close();
    await supervisor.close();
  }, 120_000);

  it('is as good on a telephone, in English and in the dark', async () => {
    const screen = await openScreen(browser, { theme: 'dark', width: 390, height: 844 });
    const { page } = screen;
    await signIn(page, product, 'agent2', '/my-call');
    const caller = await rings('8002');
    await state(page, 'Consent pending');
    await lookAtScreen(screen, 'my-call-pending-en-dark-390');
    await page.getByRole('button', { name: 'Customer agrees' }).click();
    await state(page, 'Recording');
    await page.getByRole('button', { name: 'Pause for card data' }).click();
    await state(page, 'Paused');
    await lookAtScreen(screen, 'my-call-paused-en-dark-390');
    expect(await caller.bye()).toBe(200);
    await screen.close();
  }, 90_000);
});
