import { DateTime } from 'luxon';
import pg from 'pg';
import { type Browser } from 'playwright-core';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { leave, type Look, lookAtScreen, openScreen, prove, type Screen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

const inDays = (days: number) => DateTime.now().setZone('Asia/Shanghai').plus({ days }).toISODate() ?? '';

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 2 }))]);
  const { callId } = await (await product.signIn('admin')).take(callMetadata({ language: 'zh', region: 'CN' }), audio);
  await product.reaches(callId, ['scored', 'transcribed', 'sealed']);
  const requester = await product.signIn('requester');
  await submit(requester, 'listen');
  await submit(requester, 'evidence_export');
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function submit(requester: ApiClient, action: 'listen' | 'evidence_export'): Promise<void> {
  const post = async (path: string, body: object): Promise<{ requestId: string }> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await requester.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<{ requestId: string }>;
  };
  const terms = { purpose: 'dispute', reason: 'The refund of March.', filters: {}, plays: 2 };
  const { requestId } = await post('/api/v1/legal/requests', { ...terms, action, expiresAt: `${inDays(5)}T12:00:00Z` });
  await post(`/api/v1/legal/requests/${requestId}/submit`, {});
}

async function open(username: string, path: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, username, path);
  return screen;
}

/** As days pass: what is in force is a matter of the clock alone. */
async function pass(change: string): Promise<void> {
  const owner = new pg.Client({ connectionString: product.ownerUrl });
  await owner.connect();
  await owner.query(`update absence set ${change}`);
  await owner.end();
}

const lookAt = (screen: Screen, name: string) => lookAtScreen(screen, `absence-${name}`);

describe('a person who is away', () => {
  it('asks a colleague, who accepts, and a third confirms what is more than their own rights', async () => {
    // One of two agrees before they go.
    const away = await open('legal', '/legal/requests', { width: 1280, height: 800 });
    await away.page.getByRole('link', { name: 'LR-0002' }).click();
    await away.page.getByRole('button', { name: '同意' }).click();
    await prove(away.page);
    await away.page.getByText('您已同意，还需另一人。').waitFor();

    await away.page.goto(`${product.baseUrl}/account`);
    await away.page.getByRole('button', { name: '登记不在岗' }).click();
    const dialog = away.page.getByRole('dialog');
    await dialog.getByLabel('第一天').fill(inDays(1));
    await dialog.getByLabel('最后一天').fill(inDays(3));
    await dialog.getByLabel('代理人').fill('10102');
    await away.page.locator('.ant-select-item-option', { hasText: '10102' }).click();
    await lookAt(away, 'new-zh-1280');
    await dialog.getByRole('button', { name: '请求代理' }).click();
    await away.page.getByText('等待代理人答复').waitFor();

    const deputy = await open('supervisor2', '/account', { theme: 'dark', width: 390, height: 844 });
    await deputy.page.getByText('Deputy for Wei Chen').waitFor();
    await lookAt(deputy, 'asked-en-dark-390');
    await deputy.page.getByRole('button', { name: 'Accept' }).click();
    await deputy.page.getByText('A third person has to confirm it', { exact: false }).waitFor();

    const third = await open('admin', '/role-proposals', { theme: 'dark', width: 1280, height: 800 });
    await lookAt(third, 'to-confirm-zh-dark-1280');
    await third.page.getByRole('button', { name: '确认代理权限' }).click();
    await third.page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await prove(third.page);
    await third.page.getByRole('button', { name: '确认代理权限' }).waitFor({ state: 'detached' });
    await third.page.goto(`${product.baseUrl}/people`);
    await third.page.getByText('权限由 赵敏 确认').waitFor();
    await lookAt(third, 'people-zh-dark-1280');
    await Promise.all([away.close(), deputy.close(), third.close()]);
  });

  it('has their work done by the deputy on those days, in their name, and told to those whom it concerns', async () => {
    await pass(`begins_at = now() - interval '1 hour'`);
    const deputy = await open('supervisor2', '/home', { width: 1280, height: 800 });
    const panel = deputy.page.getByRole('region', { name: 'You deputise' });
    // Of the two, Wei Chen has agreed to one already.
    await panel.getByRole('link', { name: /^1\s*Requests to decide$/ }).waitFor();
    await lookAt(deputy, 'home-en-1280');
    await panel.getByRole('link', { name: /^1\s*Requests to decide$/ }).click();
    await deputy.page.getByText('You are acting for Wei Chen', { exact: false }).waitFor();
    await deputy.page.getByRole('link', { name: 'LR-0002' }).click();
    await deputy.page.getByText('a deputy counts as both', { exact: false }).waitFor();
    expect(await deputy.page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    await lookAt(deputy, 'refused-en-1280');
    await deputy.page.goto(`${product.baseUrl}/legal/requests`);
    await deputy.page.getByRole('link', { name: 'LR-0001' }).click();
    await deputy.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await prove(deputy.page);
    await deputy.page.getByText('Grant in force', { exact: false }).first().waitFor();
    await deputy.page.mouse.move(0, 0);
    await lookAt(deputy, 'approved-en-1280');

    const requester = await open('requester', '/legal/requests');
    await requester.page.getByRole('link', { name: 'LR-0001' }).click();
    await requester.page.getByText('Daniel Okafor for Wei Chen', { exact: false }).first().waitFor();

    await pass('ends_at = now()');
    // The tab is still open: what is read is refused, and the strip says why.
    await deputy.page.getByRole('link', { name: 'Requests', exact: false }).first().click();
    const ended = deputy.page
      .getByRole('alert')
      .filter({ hasText: 'You no longer deputise for Wei Chen: it ended on' });
    await ended.waitFor();
    await lookAt(deputy, 'over-en-1280');
    await deputy.page.reload();
    await ended.getByRole('heading').waitFor();
    expect(await deputy.page.getByText('Your role does not include').count()).toBe(0);
    await lookAt(deputy, 'over-opened-en-1280');
    await ended.getByRole('button', { name: 'Continue as yourself' }).click();
    await deputy.page.waitForURL(/\/home$/);
    await deputy.page.locator('.home-panel').first().waitFor();
    expect(await deputy.page.getByText('Wei Chen').count()).toBe(0);

    const back = await open('legal', '/account', { width: 390, height: 844 });
    await back.page.locator('.absence-facts', { hasText: '已到期' }).waitFor();
    await back.page.getByRole('button', { name: '代理期间办理的事项' }).click();
    await back.page.getByRole('dialog').getByText('丹尼尔·奥卡福（代您）', { exact: false }).first().waitFor();
    await lookAt(back, 'done-zh-390');
    await Promise.all([deputy.close(), requester.close(), back.close()]);
  });
});
