import { type Browser } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata, PASSWORD } from '../support/product.js';
import {
  leave,
  type Look,
  lookAtScreen,
  openScreen,
  picture,
  prove,
  type Screen,
  signIn,
  startBrowser,
} from './screen.js';
import { patient } from '../../tools/patience.mjs';

const said = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_500, text });
const WORDS = {
  language: 'zh',
  turns: [said('agent', 0, '您好，这里是客服部，请问有什么可以帮您'), said('customer', 3_000, '我要退款')],
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
  screen.page.setDefaultTimeout(15_000);
  await signIn(screen.page, product, username, path);
  return screen;
}

const lookAt = (screen: Screen, name: string) => lookAtScreen(screen, `legal-${name}`);

describe('legal requests', () => {
  it('are asked for, asked about, approved and used, and the agent sees by whom', async () => {
    const requester = await open('requester', '/legal/cases');
    const ask = requester.page;
    await ask.getByRole('button', { name: 'Switch to Chinese' }).click();
    await ask.getByRole('button', { name: '立案' }).click();
    await ask.getByLabel('案号').fill('2026-法-014');
    await ask.getByLabel('案由').fill('三月退款争议');
    await ask.getByRole('dialog').getByRole('button', { name: '立案' }).click();
    await ask.getByRole('cell', { name: '三月退款争议' }).waitFor();
    await lookAt(requester, 'cases-1440');

    await ask.goto(`${product.baseUrl}/legal/requests/new`);
    await ask.getByText('1 段录音，1 通电话').waitFor();
    await ask.getByLabel('目的').click();
    await ask.locator('.ant-select-item-option', { hasText: '争议处理' }).click();
    await ask.locator('.ant-select-content', { hasText: '争议处理' }).waitFor();
    expect(await ask.getByLabel('有效期至').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await ask.getByLabel('理由').fill('客户对三月的退款有争议，需要核对当时的承诺。');
    await lookAt(requester, 'new-1440');
    await ask.getByRole('button', { name: '提交申请' }).click();
    await ask.getByText('由一名审批人决定', { exact: false }).waitFor();
    // The last day ends with the site's midnight, wherever the browser is.
    await ask.getByText(/23:59$/).waitFor();
    await lookAt(requester, 'submitted-1440');
    const path = new URL(ask.url()).pathname;

    const approver = await open('legal', '/legal/requests', { theme: 'dark', width: 1280, height: 800 });
    const decide = approver.page;
    await decide.getByRole('link', { name: 'LR-0001' }).waitFor();
    await lookAt(approver, 'queue-dark-1280');
    await decide.getByRole('link', { name: 'LR-0001' }).click();
    await decide.getByRole('button', { name: '提问' }).click();
    await decide.getByRole('dialog').getByLabel('问题').fill('涉及哪位客户？');
    await decide.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await decide.locator('input[type=password]').waitFor();
    await picture(decide, 'legal-proof-dark-1280');
    await decide.locator('input[type=password]').fill(PASSWORD);
    await decide.locator('input[type=password]').press('Enter');
    await decide.getByText('由申请人答复', { exact: false }).waitFor();

    await ask.reload();
    await ask.getByText('涉及哪位客户？').waitFor();
    await ask.getByRole('button', { name: '答复' }).click();
    await ask.getByRole('dialog').getByLabel('答复').fill('案号 2026-法-014 的客户。');
    await ask.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await ask.getByText('由一名审批人决定', { exact: false }).waitFor();

    await decide.reload();
    await decide.getByRole('button', { name: '同意' }).click();
    await decide.getByText('授权有效', { exact: false }).first().waitFor();
    await lookAt(approver, 'approved-dark-1280');

    await ask.goto(`${product.baseUrl}/calls/${callId}`);
    await ask.getByText('授权 RG-0001', { exact: false }).waitFor();
    await ask.getByText('剩 10 次').waitFor();
    await ask.keyboard.press(' ');
    await prove(ask);
    await ask.locator('[role=slider][aria-valuenow="1"]').waitFor();
    await ask.goto(`${product.baseUrl}${path}`);
    await ask.getByText('剩余 9 次', { exact: false }).waitFor();

    const heard = await open('supervisor', `/calls/${callId}`);
    const line = heard.page
      .locator('.facts section', { hasText: '谁听过、读过' })
      .getByText('法务申请', { exact: false });
    await line.waitFor();
    expect(await line.innerText()).toMatch(/收听 .*RG-0001.*争议处理/);
    await Promise.all([requester.close(), approver.close(), heard.close()]);
  });

  it('ask to listen and to export at once: two approve both, or one the listening alone', async () => {
    const requester = await open('requester', '/legal/requests', { width: 1280, height: 800 });
    const ask = requester.page;
    const submit = async () => {
      await ask.goto(`${product.baseUrl}/legal/requests/new`);
      for (const [field, choice] of [
        ['目的', '取证'],
        ['用途', '收听并导出证据'],
      ] as const) {
        await ask.getByLabel(field).click();
        await ask.locator('.ant-select-item-option', { hasText: choice }).click();
      }
      await ask.getByLabel('理由').fill('法院要求提供录音，并需先行核对。');
      await ask.getByLabel('证据包下载次数').fill('2');
      await ask.getByText('需要 2 名审批人', { exact: false }).waitFor();
      await lookAt(requester, 'both-new-1280');
      await ask.getByRole('button', { name: '提交申请' }).click();
      await ask.getByText('还需 2 名不同的审批人同意', { exact: false }).waitFor();
      return new URL(ask.url()).pathname;
    };
    const [whole, narrowed] = [await submit(), await submit()];

    const one = await open('legal', whole, { width: 390, height: 844 });
    await lookAt(one, 'both-decide-390');
    await one.page.getByRole('button', { name: '同意收听和导出' }).click();
    await prove(one.page);
    await one.page.getByText('您已同意，还需另一人').waitFor();
    await one.page.goto(product.baseUrl + narrowed);
    await one.page.getByRole('button', { name: '只同意收听…' }).click();
    const why = one.page.getByRole('dialog');
    await why.getByLabel('为什么不同意导出').fill('先听过，再决定是否需要交出。');
    await lookAt(one, 'both-narrow-390');
    await why.getByRole('button', { name: '确定' }).click();
    await one.page.getByText('只获准收听：', { exact: false }).waitFor();
    await lookAt(one, 'both-narrowed-390');

    const two = await open('legal2', whole, { width: 1280, height: 800 });
    await two.page.getByRole('button', { name: '同意收听和导出' }).click();
    await prove(two.page);
    await two.page.getByText('导出授权').waitFor();
    await lookAt(two, 'both-approved-1280');

    await ask.goto(product.baseUrl + whole);
    await ask.getByText('证据包由系统自动制作', { exact: false }).waitFor();
    await ask.getByRole('link', { name: '前往证据包' }).click();
    await ask.getByText('可以下载').waitFor({ timeout: patient(90_000) });
    await ask.getByText('已下载 0 / 2 次').waitFor();
    await lookAt(requester, 'both-package-1280');
    await Promise.all([requester.close(), one.close(), two.close()]);
  });

  it('are plain in English on a phone', async () => {
    const screen = await open('legal', '/legal/requests?view=all', { width: 390, height: 844 });
    await screen.page.getByRole('button', { name: '切换到英文' }).click();
    await screen.page.getByText('Grant in force').first().waitFor();
    await lookAt(screen, 'list-en-390');
    await screen.page.getByRole('link', { name: 'LR-0001' }).click();
    await screen.page.getByText('The requester may use it until', { exact: false }).waitFor();
    expect(await screen.page.locator('.admin-body').innerText()).not.toMatch(/待审批|申请人|下一步/);
    await lookAt(screen, 'request-en-390');
    await screen.page.goto(`${product.baseUrl}/legal/exports`);
    await screen.page.getByText('Downloaded 0 of 2 times', { exact: false }).waitFor();
    await lookAt(screen, 'package-en-390');
    await screen.close();
  });

  it('are opened in an emergency, with an alarm for who approves, audits and leads the team, and reviewed by another', async () => {
    const requester = await open('requester', '/legal/requests/new');
    const ask = requester.page;
    // In any language that the account was left with.
    await ask.getByText('1 段录音，1 通电话').waitFor();
    await ask.getByLabel('目的').click();
    await ask.locator('.ant-select-item-option', { hasText: '取证' }).click();
    await ask.getByLabel('理由').fill('开庭需要核对原话。');
    await ask.getByRole('button', { name: '紧急打开…' }).click();
    const dialog = ask.getByRole('dialog');
    await dialog.getByText('为时 60 分钟', { exact: false }).waitFor();
    await dialog.getByLabel('为什么不能等').fill('一小时后开庭，联系不到任何审批人。');
    await lookAt(requester, 'emergency-1440');
    await dialog.getByRole('button', { name: '立即打开' }).click();
    await ask.locator('input[type=password]').fill(PASSWORD);
    await ask.locator('input[type=password]').press('Enter');
    await ask.getByText('已紧急打开。', { exact: false }).waitFor();
    await ask.getByText('授权有效', { exact: false }).first().waitFor();
    await lookAt(requester, 'opened-1440');
    const path = new URL(ask.url()).pathname;

    const lead = await open('supervisor', '/calls');
    await lead.page.getByRole('button', { name: /条未读通知/ }).click();
    await lead.page.getByRole('link', { name: 'LR-0004 紧急打开了您班组的录音' }).waitFor();
    await lookAt(lead, 'told-team-1440');

    const approver = await open('legal', '/legal/requests?view=to_review', { theme: 'dark', width: 1280, height: 800 });
    const review = approver.page;
    await review.getByRole('alert').getByText('1 emergency opening is waiting for a review.').waitFor();
    await lookAt(approver, 'strip-en-dark-1280');
    await review.getByRole('link', { name: 'LR-0004' }).click();
    await review.getByRole('button', { name: 'It was not justified…' }).click();
    await review.getByRole('dialog').getByRole('textbox').fill('An approver was on duty and was not called.');
    await review.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await review.locator('input[type=password]').fill(PASSWORD);
    await review.locator('input[type=password]').press('Enter');
    await review.getByText('Reviewed: not justified', { exact: false }).waitFor();
    await review.getByRole('alert').waitFor({ state: 'detached' });
    await lookAt(approver, 'reviewed-en-dark-1280');

    // Told over the socket, without a reload.
    await ask.getByRole('button', { name: /条未读通知/ }).click();
    await ask.getByRole('link', { name: 'LR-0004 的紧急打开已复核' }).waitFor();
    await lookAt(requester, 'told-1440');
    await ask.getByRole('button', { name: '全部已读' }).click();
    await ask.getByRole('button', { name: '没有新的通知' }).waitFor();
    await Promise.all([requester.close(), lead.close(), approver.close()]);

    const phone = await open('auditor', path, { width: 390, height: 844 });
    await phone.page.locator('.legal-timeline').waitFor();
    await phone.page.locator('.account').waitFor();
    await lookAt(phone, 'reviewed-390');
    await phone.close();
  });
});
