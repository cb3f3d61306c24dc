import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

const wav = () => new Blob([new Uint8Array(synthWav({ tones: [440, 0], seconds: 6, sampleRate: 16_000 }))]);

/** A call of the agent 3068 in which these words were said, with its commitments found. */
async function call(title: string, ...said: string[]): Promise<string> {
  const turns = said.map((text, index) => ({ speaker: 'agent', fromMs: index * 1000, toMs: index * 1000 + 900, text }));
  const metadata = callMetadata({
    ...{ language: 'zh', region: 'CN', startedAt: new Date().toISOString() },
    matter: { externalId: title, title },
    legs: [{ staffNumber: '3068', holdSpans: [] }],
  });
  const words = new Blob([JSON.stringify({ language: 'zh', turns })]);
  const { callId } = await (await product.signIn('admin')).take(metadata, wav(), words);
  await product.idle();
  return callId;
}

const row = (page: Page, title: string) => page.locator('.promise-row', { hasText: title });

describe('promises', () => {
  it('are kept by the agent with a reason, at the second where they were made', async () => {
    const callId = await call('补开发票', '您好，这里是绿谷银行', '我明天下午三点前给您回电');
    await call('查询进度', '您好，这里是绿谷银行', '我会尽快给您回复');
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'agent', '/promises?view=open');
    await row(page, '补开发票').getByText('给您回电').waitFor();
    await row(page, '查询进度').getByText('通话中没有说出时间。').waitFor();
    await picture(page, 'promises-zh-light');
    await row(page, '补开发票')
      .getByRole('link', { name: /打开通话/ })
      .click();
    await page.waitForURL(new RegExp(`/calls/${callId}\\?t=1`));
    await page.locator('.call-promises').getByText('给您回电').waitFor();
    await picture(page, 'call-promises-zh-light');
    await page.goBack();
    await row(page, '补开发票').getByRole('button', { name: '已兑现' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '已兑现' }).click();
    await dialog.getByRole('alert').getByText('请填写说明').waitFor();
    await dialog.getByLabel('说明').fill('已在上午回电说明');
    await picture(page, 'promises-ask');
    await dialog.getByRole('button', { name: '已兑现' }).click();
    await row(page, '补开发票').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '已了结' }).click();
    await row(page, '补开发票').getByRole('button', { name: '经过' }).click();
    await row(page, '补开发票').getByText('已在上午回电说明').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('that their agent says are none are settled by the supervisor', async () => {
    await call('重复客户的话', '您好，这里是绿谷银行', '我明天上午给您回电');
    const agent = await openScreen(browser);
    await signIn(agent.page, product, 'agent', '/promises?view=open');
    await row(agent.page, '重复客户的话').getByRole('button', { name: '更多' }).click();
    await agent.page.getByRole('menuitem', { name: '申请认定不是承诺' }).click();
    await agent.page.getByRole('dialog').getByLabel('说明').fill('我只是重复客户的话');
    await agent.page.getByRole('dialog').getByRole('button', { name: '申请认定不是承诺' }).click();
    await row(agent.page, '重复客户的话').getByText('我只是重复客户的话').waitFor();
    const supervisor = await openScreen(browser);
    await signIn(supervisor.page, product, 'supervisor', '/');
    await supervisor.page.getByRole('link', { name: /待您认定的承诺/ }).click();
    await row(supervisor.page, '重复客户的话').getByRole('button', { name: '这不是承诺' }).click();
    await supervisor.page.getByRole('dialog').getByLabel('说明').fill('确实是重复客户的话');
    await supervisor.page.getByRole('dialog').getByRole('button', { name: '这不是承诺' }).click();
    await supervisor.page.getByText('没有等待主管认定的承诺。').waitFor();
    await agent.page.getByRole('button', { name: /条未读通知/ }).click();
    await agent.page.getByRole('link', { name: /您的申请已认定：不是承诺/ }).click();
    await row(agent.page, '重复客户的话').getByText('不是承诺').waitFor();
    for (const { errors, close } of [agent, supervisor]) {
      expect(errors).toEqual([]);
      await close();
    }
  });

  it('are settled with the review of their leg, or asked about by a reviewer who does not settle them', async () => {
    const callId = await call('寄送合同', '您好，这里是绿谷银行', '我明天上午给您回电', '我周五之前把合同寄给您');
    await product.reaches(callId, ['scored']);
    const cards = await product.signIn('quality').then((of) => of.scorecards(callId));
    const itemId = cards[0]?.items.find(({ outcome }) => outcome === 'met')?.itemId;
    const review = async (username: string, look = {}) => {
      const screen = await openScreen(browser, look);
      await signIn(screen.page, product, username, `/calls/${callId}?item=${itemId}`);
      await screen.page.locator('.item.selected .judge-open').click();
      await screen.page.locator('.item.selected .judge-keys button').first().click();
      return screen;
    };
    const publish = (page: Page) => page.locator('.publish-bar .ant-btn-primary').click();

    const analyst = await review('analyst', { width: 390, height: 844 });
    await analyst.page.getByRole('button', { name: '2 open promises in this leg' }).click();
    await analyst.page.locator('.review-promises').getByText('The supervisor settles promises.').waitFor();
    await analyst.page.locator('.review-promises li').first().getByLabel('Ask: not a promise?').check();
    await analyst.page.locator('.review-promises textarea').fill('只是转述');
    await picture(analyst.page, 'review-promises-en-390');
    expect(await hindrances(analyst.page)).toEqual([]);
    expect(await analyst.page.evaluate('document.scrollingElement.scrollWidth')).toBe(390);
    await publish(analyst.page);
    await analyst.page.getByText('Published.').waitFor();

    const { page, ...supervisor } = await review('supervisor', { width: 1280 });
    await page.getByRole('button', { name: '本段有 2 项承诺未了结' }).click();
    const [asked, open] = [page.locator('.review-promises li').first(), page.locator('.review-promises li').nth(1)];
    await asked.getByText('只是转述').waitFor();
    await asked.getByLabel('这不是承诺').check();
    await page.locator('.publish-bar').getByText('还有承诺的答复缺少说明').waitFor();
    await asked.getByRole('textbox').fill('确实只是转述');
    await open.getByLabel('已兑现').check();
    // A reload goes on where they were.
    const saved = page.waitForResponse((answer) => answer.request().postData()?.includes('合同已寄出') === true);
    await open.getByRole('textbox').fill('合同已寄出');
    await saved;
    await page.reload();
    await page.getByRole('button', { name: '将答复 2 项承诺' }).click();
    expect(await open.getByRole('textbox').inputValue()).toBe('合同已寄出');
    await picture(page, 'review-promises-zh-1280');
    expect(await hindrances(page)).toEqual([]);
    // The other promise changes meanwhile: nothing is published, nothing that was typed is lost.
    await product.database.query(
      `update commitment set revision = revision + 1 where call_id = $1 and questioned_at is null`,
      [callId],
    );
    await publish(page);
    await page
      .locator('.publish-bar')
      .getByText(/没有发布：这段通话有承诺/)
      .waitFor();
    await open.getByRole('alert').waitFor();
    await picture(page, 'review-promises-changed-zh-1280');
    await open.getByLabel('已兑现').check();
    expect(await open.getByRole('textbox').inputValue()).toBe('合同已寄出');
    await publish(page);
    await page.getByText('已发布。').waitFor();
    expect(await product.count(`commitment where call_id = $1 and state in ('kept', 'struck')`, callId)).toBe(2);
    expect([analyst.errors, supervisor.errors.filter((said) => !said.includes('409'))]).toEqual([[], []]);
    await analyst.close();
    await supervisor.close();
  });

  it('that become overdue are seen by the supervisor at once, in the list and in the rail', async () => {
    const callId = await call('退回手续费', '您好，这里是绿谷银行', '我明天上午给您回电');
    const { page, errors, close } = await openScreen(browser, { theme: 'dark' });
    await signIn(page, product, 'supervisor');
    await page.locator('.live-sign i.live').waitFor();
    await page.locator('.rail a', { hasText: '承诺' }).click();
    await page.getByRole('button', { name: /^待兑现/ }).click();
    await row(page, '退回手续费').waitFor();
    expect(await page.locator('.rail-badge').count()).toBe(0);
    await product.database.query(`update commitment set due_at = now() - interval '5 minutes' where call_id = $1`, [
      callId,
    ]);
    await page.locator('.rail-badge').getByText('1', { exact: true }).waitFor();
    await page.goto(`${product.baseUrl}/promises`);
    await row(page, '退回手续费')
      .getByText(/逾期 \d+ 分钟/)
      .waitFor();
    await picture(page, 'promises-zh-dark');
    await page.getByRole('button', { name: '切换到英文' }).click();
    await row(page, '退回手续费')
      .getByText(/minutes overdue/)
      .waitFor();
    await row(page, '退回手续费').getByRole('button', { name: 'More' }).click();
    await page.getByText('Not a promise').waitFor();
    await picture(page, 'promises-en-dark');
    // A reviewer settles it where they hear it.
    await page.goto(`${product.baseUrl}/calls/${callId}`);
    const heard = page.locator('.call-promises');
    await heard.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Not a promise' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('textarea').fill('He only repeated what the customer asked for.');
    await dialog.getByRole('button', { name: 'Not a promise' }).click();
    await heard.getByText('Not a promise').waitFor();
    await heard.getByRole('button', { name: 'Reopen' }).waitFor();
    await picture(page, 'call-promises-en-dark');
    expect(errors).toEqual([]);
    await close();
  });
});
