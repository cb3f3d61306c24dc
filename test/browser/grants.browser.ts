import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata, PASSWORD } from '../support/product.js';
import { leave, type Look, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

const said = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_500, text });
const WORDS = { language: 'zh', turns: [said('agent', 0, '您好，这里是客服部'), said('customer', 3_000, '我要退款')] };
let product: House;
let browser: Browser;
let callId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 6 }))]);
  const metadata = callMetadata({ language: 'zh', region: 'CN' });
  ({ callId } = await (await product.signIn('admin')).take(metadata, audio, new Blob([JSON.stringify(WORDS)])));
  await product.reaches(callId, ['scored']);
  // As an installation begins: there are no grants.
  await product.database.query(`update standing_grant set revoked_at = now(), revoked_reason = 'before the test'`);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function open(username: string, path: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  screen.page.setDefaultTimeout(15_000);
  await signIn(screen.page, product, username, path);
  return screen;
}

async function prove(page: Page): Promise<void> {
  const password = page.locator('input[type=password]');
  await password.fill(PASSWORD);
  await password.press('Enter');
  await password.waitFor({ state: 'hidden' });
}

describe('standing grants', () => {
  it('say that no one hears, are proposed by one, published by another, used, and taken back', async () => {
    const supervisor = await open('supervisor', `/calls/${callId}`);
    const listen = supervisor.page;
    await listen.locator('#listening-terms').waitFor();
    await listen.getByText('有收听权限才显示波形', { exact: false }).waitFor();
    expect(await listen.locator('#listening-terms').innerText()).toMatch(/没有收听授权.*可联系：/s);
    expect(await listen.locator('.wave-unsaid').count()).toBe(0);
    await lookAtScreen(supervisor, 'grants-call-closed-1440');

    const requester = await open('requester', '/legal/grants');
    const propose = requester.page;
    await propose.getByRole('button', { name: 'Switch to Chinese' }).click();
    await propose.getByText('还没有常规授权', { exact: false }).waitFor();
    await lookAtScreen(requester, 'grants-none-1440');
    await propose.getByRole('button', { name: '提出授权' }).click();
    const dialog = propose.getByRole('dialog');
    await dialog.getByLabel('理由').fill('主管每周抽查本组通话。');
    await lookAtScreen(requester, 'grants-dialog-1440');
    await dialog.getByRole('button', { name: /提\s*出/ }).click();
    await prove(propose);
    await propose.getByText('须由另一位法务审批人发布', { exact: false }).waitFor();

    const approver = await open('legal', '/legal/grants', { theme: 'dark', width: 1280, height: 800 });
    const publish = approver.page;
    await publish.getByRole('button', { name: /切换到英文/ }).click();
    await publish.getByText('主管每周抽查本组通话。').waitFor();
    await lookAtScreen(approver, 'grants-waiting-dark-1280');
    await publish.getByRole('button', { name: 'Publish' }).click();
    await prove(publish);
    await publish.getByRole('button', { name: 'Revoke SG-0005' }).waitFor();

    await listen.reload();
    await listen.getByText('常规授权 SG-0005').waitFor();
    await listen.getByRole('button', { name: '播放', exact: true }).click();
    await listen.getByRole('button', { name: '暂停', exact: true }).waitFor();
    await publish.reload();
    await publish.getByText(/by one person/).waitFor();
    await lookAtScreen(approver, 'grants-used-dark-1280');
    await publish.getByRole('button', { name: 'Revoke SG-0005' }).click();
    await publish.getByRole('dialog').getByLabel('Reason').fill('Spot checks are over.');
    await publish.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await publish.getByText('Spot checks are over.').waitFor();
    await listen.getByText('这次播放已结束', { exact: false }).waitFor();
    await listen.reload();
    await listen.getByText('没有收听授权', { exact: false }).waitFor();
    await Promise.all([supervisor, requester, approver].map(({ close }) => close()));
  });

  it('lead a legal requester from the call to a request, on a narrow screen too', async () => {
    const requester = await open('requester', `/calls/${callId}`, { width: 390, height: 844 });
    const { page } = requester;
    const request = page.getByRole('link', { name: /申请收听|Request to listen/ });
    await request.waitFor();
    await lookAtScreen(requester, 'grants-call-requester-390');
    await request.click();
    await page.waitForURL(/\/legal\/requests\/new\?call=.*agent=/);
    await requester.close();
  });
});
