import { readFile } from 'node:fs/promises';
import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata, PASSWORD } from '../support/product.js';
import { atRest, leave, type Look, lookAtScreen, openScreen, type Screen, signIn, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';

const said = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_500, text });
const WORDS = {
  language: 'zh',
  turns: [said('agent', 0, '您好，请问有什么可以帮您'), said('customer', 3_000, '我要退款')],
};
let product: House;
let browser: Browser;
let callId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 6 }))]);
  const words = new Blob([JSON.stringify(WORDS)]);
  const metadata = callMetadata({ language: 'zh', region: 'CN' });
  ({ callId } = await (await product.signIn('admin')).take(metadata, audio, words));
  await product.reaches(callId, ['scored']);
  await product.idle();
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function open(username: string, path: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  screen.page.setDefaultTimeout(20_000);
  await signIn(screen.page, product, username, path);
  return screen;
}

const lookAt = (screen: Screen, name: string) => lookAtScreen(screen, `audit-${name}`);

/** Asks the API in the browser's own session, with a fresh proof. */
async function post(page: Page, path: string, body: object): Promise<Record<string, unknown>> {
  const ask = async (to: string, data: object) =>
    page.request.post(`${product.baseUrl}/api/v1${to}`, { data, headers: { origin: product.baseUrl } });
  await ask('/auth/step-up', { password: PASSWORD });
  const answer = await ask(path, body);
  expect([200, 201, 204]).toContain(answer.status());
  return (await answer.json()) as Record<string, unknown>;
}

/** An export of the call, asked for in a case and approved by two. */
async function approvedExport(requester: Page): Promise<void> {
  const { caseId } = await post(requester, '/legal/cases', { reference: '2026-法-021', title: '退款争议' });
  const { requestId } = await post(requester, '/legal/requests', {
    ...{ purpose: 'evidence', caseId, reason: '法院要求提供录音。', filters: {}, action: 'evidence_export', plays: 2 },
    expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  });
  await post(requester, `/legal/requests/${String(requestId)}/submit`, {});
  for (const approver of ['legal', 'legal2']) {
    const { page, close } = await open(approver, '/legal/requests');
    await post(page, `/legal/requests/${String(requestId)}/decisions`, { round: 1, decision: 'approve' });
    await close();
  }
}

describe('evidence exports', () => {
  it('are made once two approvers agree, and taken with a fresh proof', async () => {
    const screen = await open('requester', '/legal/exports');
    const { page } = screen;
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await page.getByText('还没有证据包', { exact: false }).waitFor();
    await approvedExport(page);
    await page.reload();
    await page.getByText('可以下载').waitFor({ timeout: patient(90_000) });
    await page.getByText('2026-法-021', { exact: false }).waitFor();
    await lookAt(screen, 'exports-1440');
    await page.context().clearCookies();
    await signIn(page, product, 'requester', '/legal/exports');
    await page.getByRole('button', { name: '下载', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=password]').fill(PASSWORD);
    const saved = page.waitForEvent('download');
    await dialog.locator('input[type=password]').press('Enter');
    const bytes = await readFile(await (await saved).path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await page.reload();
    await page.getByText('已下载 1 / 2 次').waitFor();
    await screen.close();
  });
});

describe('the auditor', () => {
  it('reads the journal, narrows it, opens a raw entry and takes it away', async () => {
    const screen = await open('auditor', '/journal');
    const { page } = screen;
    await page.waitForURL(/\/journal$/);
    await page.getByText('已签名至第', { exact: false }).waitFor();
    await page.getByText('npm run verify-journal', { exact: false }).waitFor();
    await lookAt(screen, 'journal-1440');
    await page.getByLabel('案件').click();
    await page.locator('.ant-select-item-option', { hasText: '2026-法-021' }).click();
    await page.waitForURL(/case=/);
    const rows = page.locator('.audit-table tbody tr');
    for (const text of [/提交申请 LR-0001/, /立案 2026-法-021/, /最后由 郑岚 同意/])
      await rows.filter({ hasText: text }).first().waitFor();
    await page.getByRole('button', { name: /原始/ }).first().click();
    await page.locator('.audit-opened pre').getByText('"commitment"', { exact: false }).waitFor();
    await lookAt(screen, 'journal-case-1440');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出' }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(file.startsWith('\uFEFF"序号"')).toBe(true);
    expect(file).toContain('legal_request.submitted');
    await page.goto(`${product.baseUrl}/journal?kind=audit`);
    await page.getByText(/周凯 导出日志，共 \d+ 行/).waitFor();
    await page.goto(`${product.baseUrl}/journal?to=2020-01-01`);
    await page.getByText('没有符合这 1 个筛选条件的条目。').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('.audit-table').waitFor();
    await screen.close();
  });

  it('sees who used what, what is open and what is worth a look, in the dark and on a phone', async () => {
    const listener = await open('supervisor', `/calls/${callId}`);
    await listener.page
      .getByRole('button', { name: /播放|Play/ })
      .first()
      .waitFor();
    for (let i = 0; i < 5; i++) {
      const { recordingId } = (
        (await (await listener.page.request.get(`${product.baseUrl}/api/v1/calls/${callId}`)).json()) as {
          recordings: { recordingId: string }[];
        }
      ).recordings[0] ?? { recordingId: '' };
      await post(listener.page, `/calls/${callId}/plays`, { recordingId });
    }
    await listener.close();
    const screen = await open('auditor', '/access', { theme: 'dark', width: 1280, height: 800 });
    const { page } = screen;
    await page.getByRole('cell', { name: /王蕾/ }).first().waitFor();
    await page
      .getByRole('cell', { name: /证据包/ })
      .first()
      .waitFor();
    await lookAt(screen, 'access-dark-1280');
    // From who used a right to the call, which names everyone who heard it.
    await page.getByRole('row', { name: /王蕾/ }).getByRole('link', { name: '通话' }).first().click();
    await page.waitForURL(new RegExp(`/calls/${callId}`));
    await page.locator('[data-view=facts]').click();
    await page
      .locator('.facts section', { hasText: '谁听过、读过' })
      .getByText('王蕾', { exact: false })
      .first()
      .waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '有效授权' }).click();
    await page.getByText('RG-0001').first().waitFor();
    await lookAt(screen, 'open-dark-1280');
    await screen.close();
    const phone = await open('auditor', '/access/unusual', { width: 390, height: 844 });
    await phone.page.getByRole('button', { name: '切换到英文' }).click();
    await phone.page.getByText('Same recording again').first().waitFor();
    await atRest(phone.page);
    expect(await phone.page.locator('.admin-body').innerText()).not.toMatch(/规则|播放|班组/);
    await lookAt(phone, 'unusual-en-390');
    await phone.page.goto(`${product.baseUrl}/journal`);
    await phone.page.locator('.audit-table').waitFor();
    await lookAt(phone, 'journal-en-390');
    await phone.close();
  });

  it('is the only reader: other people are told that they may not read the journal', async () => {
    const screen = await open('supervisor', '/journal');
    await screen.page.locator('.admin-body .note').waitFor();
    expect(await screen.page.locator('.rail a[href="/journal"]').count()).toBe(0);
    await screen.close();
  });
});
