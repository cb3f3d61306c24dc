import { type AsrServer, reply, startAsrServer } from '../../libs/transcripts/src/engines/openai/asr-server.fixture.js';
import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';

const SAID = "Model 'whisper-1' not found. <b>Available</b>: ['large-v3']";

let product: House;
let browser: Browser;
let server: AsrServer;

beforeAll(async () => {
  // The first worker may use a server only that takes no English and does not know the model: calls wait until a worker comes that has more.
  server = await startAsrServer((_, response) => reply(response, 404, { detail: SAID }));
  const elsewhere = {
    ...{ SHOUWEN_ENGINES: 'openai', SHOUWEN_OPENAI_URL: server.url, SHOUWEN_EGRESS_HOSTS: server.host },
    SHOUWEN_OPENAI_LANGUAGES: 'zh',
  };
  [product, browser] = await Promise.all([House.open({}, elsewhere), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await server?.stop();
});

const wav = () => new Blob([new Uint8Array(synthWav({ tones: [440, 0], seconds: 1, sampleRate: 16_000 }))]);

/** A call without words, which so needs an engine. */
async function waits(language: 'zh' | 'en', title: string): Promise<string> {
  const legs = [{ staffNumber: '3068', holdSpans: [] }];
  const matter = { externalId: title, title };
  const metadata = callMetadata({ language, region: 'CN', matter, legs });
  const { callId } = await (await product.signIn('admin')).take(metadata, wav());
  await product.reaches(callId, ['needs_attention']);
  return callId;
}

const group = (page: Page, words: string) => page.locator('.attention li', { hasText: words });
const ENGLISH = '没有能转写这种语言的引擎（英语）';
const MANDARIN = '没有能转写这种语言的引擎（普通话）';
const REFUSED = '转写服务器拒绝了请求';

describe('the processing board', () => {
  it('lets calls that waited for an engine go on, all at once, when there is one', async () => {
    const waiting = [await waits('en', 'Billing'), await waits('en', 'Roaming')];
    const refused = await waits('zh', '补办新卡');
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'quality', '/processing');
    await page.locator('.alarms', { hasText: '没有引擎能转写英语' }).waitFor();
    await group(page, ENGLISH).getByText('录音已封存。接入引擎或补充文字后重试。').waitFor();
    await group(page, REFUSED).getByText(`服务器原话：${SAID}`).waitFor();
    await group(page, REFUSED).getByText('请管理员核对地址、密钥和模型名后重试').waitFor();
    await picture(page, 'processing-zh-light-1440');
    const schedules = page.locator('.board-part', { has: page.getByRole('heading', { name: '定时任务' }) });
    await schedules.getByRole('row', { name: '提醒到期的承诺' }).getByText('正常').waitFor();
    await schedules.getByRole('row', { name: '备份数据库' }).getByText('从未').waitFor();
    await schedules.scrollIntoViewIfNeeded();
    await picture(page, 'processing-schedules-zh-light-1440');

    const call = await openScreen(browser);
    await signIn(call.page, product, 'supervisor', `/calls/${refused}`);
    await call.page.locator('.pane-wait').getByText(`服务器原话：${SAID}`).first().waitFor();
    await picture(call.page, 'server-refused-zh-light');
    await call.close();

    await product.workAgain();
    await page.locator('.alarms', { hasText: '英语只有演示用的引擎' }).waitFor({ timeout: patient(45_000) });
    await group(page, ENGLISH).getByRole('button', { name: '重试 2 通' }).click();
    await group(page, ENGLISH).waitFor({ state: 'detached' });
    for (const callId of waiting) await product.reaches(callId, ['scored']);
    await group(page, REFUSED).getByRole('button', { name: '重试 1 通' }).click();
    await group(page, MANDARIN).waitFor();
    expect(await product.count(`journal_entry where event = 'call.retried'`)).toBe(3);
    expect(errors).toEqual([]);
    await close();
  });

  it('says to an administrator what waits, without a button that is not theirs', async () => {
    const { page, close } = await openScreen(browser, { theme: 'dark', width: 1280, height: 800 });
    await signIn(page, product, 'admin', '/processing');
    await page.getByRole('button', { name: '切换到英文' }).click();
    // The other language moves the buttons: another one, and its tooltip, may come to lie under the pointer.
    await page.mouse.move(640, 60);
    const row = page.locator('.attention li', { hasText: 'Mandarin' });
    await row.getByText('A supervisor or quality manager may retry them.').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    expect(
      await page
        .getByText(/\p{Script=Han}{2}/u)
        .filter({ visible: true })
        .allInnerTexts(),
    ).toEqual(['首问', '中文']);
    await picture(page, 'processing-en-dark-1280');
    const schedules = page.locator('.board-part', { has: page.getByRole('heading', { name: 'Schedules' }) });
    await schedules
      .getByRole('row', { name: 'Notify people of promises that are due' })
      .getByText('OK', { exact: true })
      .waitFor();
    await schedules.scrollIntoViewIfNeeded();
    await picture(page, 'processing-schedules-en-dark-1280');
    expect(await hindrances(page)).toEqual([]);
    await close();
  });

  it('tells a supervisor that it is not for them', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/processing');
    await page.getByText('您的角色不能查看处理看板').waitFor();
    expect(await page.locator('.rail a', { hasText: '处理' }).count()).toBe(0);
    await close();
  });

  it('keeps what it last knew, and says so, while the server does not answer', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality', '/processing');
    await group(page, MANDARIN).waitFor();
    await page.route('**/api/v1/processing', (route) => route.abort());
    await page.getByText('连接中断，显示的是').waitFor({ timeout: patient(30_000) });
    expect(await group(page, MANDARIN).count()).toBe(1);
    await close();
  });
});

describe('giving a call up', () => {
  it('takes a reason, says on the call who gave it up and why, and can be taken back', async () => {
    const callId = await waits('zh', '营业时间');
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', `/calls/${callId}`);
    await page.getByRole('button', { name: '放弃处理' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '放弃处理' }).click();
    await dialog.getByText('请选择原因。').waitFor();
    await dialog.getByText('其他', { exact: true }).click();
    await dialog.getByRole('button', { name: '放弃处理' }).click();
    await dialog.getByText('请写明原因。').waitFor();
    await picture(page, 'give-up-zh-light');
    expect(await hindrances(page)).toEqual([]);
    await dialog.getByLabel('说明').fill('与另一通重复');
    await dialog.getByRole('button', { name: '放弃处理' }).click();
    await page.getByText('王蕾 于').waitFor();
    await page.getByText('说明：与另一通重复').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await picture(page, 'given-up-zh-light');
    expect(await product.count(`call where stage = 'given_up' and id = $1`, callId)).toBe(1);
    await page.getByRole('button', { name: '重新处理' }).click();
    await product.reaches(callId, ['needs_attention']);
    expect(errors).toEqual([]);
    await close();
  });

  it('closes a whole group from the board', async () => {
    const { page, close } = await openScreen(browser, { width: 390, height: 844 });
    await signIn(page, product, 'quality', '/processing');
    const row = group(page, MANDARIN);
    await row.getByRole('button', { name: '放弃' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('放弃处理 2 通电话').waitFor();
    await dialog.getByText('不需要，例如测试电话或误录').click();
    await picture(page, 'give-up-group-zh-light-390');
    await dialog.getByRole('button', { name: '放弃处理' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('没有需要处理的通话').waitFor();
    await picture(page, 'processing-zh-light-390');
    expect(await hindrances(page)).toEqual([]);
    expect(await product.count(`call where stage = 'needs_attention'`)).toBe(0);
    await close();
  });
});
