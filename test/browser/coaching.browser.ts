import { DateTime } from 'luxon';
import { type Browser, type Page } from 'playwright-core';
import { metadataOf } from '../../tools/samples/metadata.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { spokenSamples, wordsOf } from '../../tools/samples/sounds.js';
import { House } from '../support/house.js';
import { atRest, leave, type Look, lookAtScreen, openScreen, picture, signIn, startBrowser } from './screen.js';

const SAMPLE = 'en-deflection';
let product: House;
let browser: Browser;
let callId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  // What cost points is on Home only where the item is trusted; here the company trusts all of them.
  await product.database.query(
    `insert into quality_settings (version, content, changed_by_person_id, changed_at)
     values (1, '{"trust": {"target": 0, "unmeasured": "all"}}', (select id from person limit 1), now())`,
  );
  const [spoken] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === SAMPLE));
  if (!spoken) throw new Error(`there is no sample ${SAMPLE}`);
  const { sample, audio, durationMs } = spoken;
  const yesterday = DateTime.now().setZone('Asia/Shanghai').minus({ days: 1 }).set({ hour: 12 }).toJSDate();
  const metadata = metadataOf(sample, { startedAt: yesterday, durationMs, staffNumber: '3068' });
  callId = (await (await product.signIn('admin')).take(metadata, audio, wordsOf(spoken))).callId;
  await product.reaches(callId, ['scored']);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function as(username: string, path: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, username, path);
  return screen;
}
const still = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await atRest(page);
};
/** The item of the moment, in 80 of 100 calls, over four weeks: what the dialog offers. */
async function setGoal(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设定目标' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('做到的通话（%）').fill('90');
  await picture(page, 'coaching-goal-set-1440');
  await dialog.getByRole('button', { name: /^设\s*定$/ }).click();
  const goal = page.locator('.coaching-goal');
  await goal.getByText('90% 的通话做到').waitFor();
  await goal.getByText('通话太少，还无法判断是否达到。').waitFor();
  await goal.getByText('没有可以统计的通话').waitFor();
}
/** A draft that was left is there again, and says so where another tab saved newer text since. */
async function overtaken(page: Page, path: string): Promise<void> {
  const shared = page.getByLabel('给坐席看的内容');
  await shared.fill('我们一起听一段，再练一次。');
  await page.goBack();
  await page.locator('.home-moment').first().waitFor();
  const other = await page.context().newPage();
  await other.goto(product.baseUrl + path);
  await other.getByLabel('给坐席看的内容').fill('我们先听完这一段。');
  await other.getByRole('button', { name: /^保\s*存$/ }).click();
  await other.getByText('已保存。').waitFor();
  await other.close();
  await page.goForward();
  await page.getByText('已在别处保存了更新的版本').waitFor();
  expect(await shared.inputValue()).toBe('我们一起听一段，再练一次。');
  await page.getByRole('button', { name: '改用已保存的版本' }).click();
  await page.getByText('已在别处保存了更新的版本').waitFor({ state: 'detached' });
  expect(await shared.inputValue()).toBe('我们先听完这一段。');
}
const SESSION = /\/coaching\/[0-9a-f-]{36}$/;

describe('coaching', () => {
  it('goes from the worst moment of yesterday to a shared session, to the agent’s own scoring, answer and acknowledgement', async () => {
    const supervisor = await as('supervisor', '/home');
    // Five presses and a sentence: the note, add, share, yes.
    const moment = supervisor.page.locator('.home-moment').first();
    await moment.getByRole('button', { name: '加入辅导' }).click();
    const dialog = supervisor.page.getByRole('dialog');
    await dialog.locator('textarea').fill('这里可以先道歉，再说明由您跟进。');
    await picture(supervisor.page, 'coaching-add-1440');
    await dialog.getByRole('button', { name: /加\s*入$/ }).click();
    await supervisor.page.waitForURL(SESSION);
    const path = new URL(supervisor.page.url()).pathname;

    await supervisor.page.locator('.coaching-moment').waitFor();
    await supervisor.page.getByLabel('给坐席看的内容').fill('我们一起听一段。');
    await supervisor.page.getByLabel('我的备忘').fill('本月第二次。');
    await supervisor.page.getByRole('button', { name: /^保\s*存$/ }).click();
    await supervisor.page.getByText('已保存。').waitFor();
    await overtaken(supervisor.page, path);
    await supervisor.page.getByRole('button', { name: '请坐席先自评' }).click();
    await supervisor.page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await supervisor.page.locator('.coaching-evaluation').waitFor();
    await supervisor.page.getByRole('button', { name: '分享给坐席' }).click();
    await supervisor.page
      .locator('.ant-popconfirm:visible')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await supervisor.page.locator('.coaching-state.shared').waitFor();
    await supervisor.page.getByRole('button', { name: /播放/ }).click();
    await supervisor.page.getByRole('button', { name: '暂停' }).waitFor();
    expect(await product.count('play where call_id = $1', callId)).toBe(1);
    await supervisor.page.getByRole('button', { name: '看文字' }).click();
    await supervisor.page.locator('.coaching-words dd').first().waitFor();
    await still(supervisor.page);
    await lookAtScreen(supervisor, 'coaching-shared-1440');

    const agent = await as('agent', `/calls/${callId}`, { width: 1280, language: 'en' } as Look);
    await agent.page.locator('.pane-wait', { hasText: /自评|yourself/ }).waitFor();
    await picture(agent.page, 'coaching-withheld-1280');
    await agent.page.goto(product.baseUrl + path);
    await agent.page.locator('.coaching-form').waitFor();
    await still(agent.page);
    await lookAtScreen(agent, 'coaching-own-scoring-1280');
    await agent.page.locator('.coaching-form .ant-select').first().click();
    await agent.page.locator('.ant-select-item-option').first().click();
    await agent.page.locator('.coaching-form input.ant-input').first().fill('I said it.');
    await agent.page.locator('.coaching-form button[type=submit]').click();
    await agent.page.locator('.coaching-evaluation table').waitFor();
    await agent.page.locator('textarea').last().fill('I was in a hurry; next time I will.');
    await agent.page.getByRole('button', { name: /^(答\s*复|Answer)$/ }).click();
    await agent.page.locator('.coaching-state.answered').waitFor();
    await agent.page.getByRole('button', { name: /我已阅读|I have read this/ }).click();
    await agent.page.locator('.coaching-state.acknowledged').waitFor();
    await still(agent.page);
    await lookAtScreen(agent, 'coaching-side-by-side-1280');
    await agent.page.setViewportSize({ width: 390, height: 844 });
    await still(agent.page);
    await lookAtScreen(agent, 'coaching-agent-390');

    await supervisor.page.goto(`${product.baseUrl}/home`);
    await supervisor.page.getByRole('link', { name: /1.*坐席已答复或已读的辅导/ }).click();
    await supervisor.page.locator('.coaching-who a').first().waitFor();
    await still(supervisor.page);
    await lookAtScreen(supervisor, 'coaching-list-1440');
    await supervisor.page.locator('.coaching-who a').first().click();
    await supervisor.page.getByText('I was in a hurry').waitFor();
    await setGoal(supervisor.page);
    await still(supervisor.page);
    await supervisor.page.locator('.coaching-goal').scrollIntoViewIfNeeded();
    await lookAtScreen(supervisor, 'coaching-goal-1440');
    await supervisor.page.getByRole('button', { name: '结束辅导' }).click();
    await supervisor.page
      .locator('.ant-popconfirm:visible')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await supervisor.page.locator('.coaching-state.closed').waitFor();
    await agent.page.reload();
    await agent.page.locator('.coaching-follow-up').waitFor();
    await still(agent.page);
    await lookAtScreen(agent, 'coaching-goal-agent-390');
    await agent.close();
    await supervisor.close();
  });

  it('can make a best call of a moment: the agent agrees, a second person publishes, and the stretch alone is heard', async () => {
    const supervisor = await as('supervisor', `/calls/${callId}`);
    await supervisor.page.locator('.item-title').first().click();
    await supervisor.page.getByRole('button', { name: '推荐为范例' }).click();
    const dialog = supervisor.page.getByRole('dialog');
    await dialog.getByLabel('可以学到什么').fill('开场问候完整');
    await dialog.getByRole('spinbutton').first().fill('2');
    await dialog.getByRole('spinbutton').last().fill('7');
    await picture(supervisor.page, 'best-call-nominate-1440');
    await dialog.getByRole('button', { name: /推\s*荐$/ }).click();
    await supervisor.page.waitForURL(/best-calls\?show=waiting/);
    await supervisor.page.getByText('等待坐席同意').waitFor();
    await still(supervisor.page);
    await lookAtScreen(supervisor, 'best-calls-waiting-1440');

    const agent = await as('agent', '/home', { width: 390, height: 844 });
    await agent.page.getByRole('link', { name: /1.*待您答复或发布的范例/ }).click();
    await agent.page.getByRole('button', { name: '同意发布' }).click();
    await agent.page
      .locator('.ant-popconfirm:visible')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await agent.page.getByRole('button', { name: '收回同意' }).waitFor();
    await still(agent.page);
    await lookAtScreen(agent, 'best-calls-agent-390');

    const quality = await as('quality', '/best-calls?show=waiting', { width: 1280, theme: 'dark' });
    await quality.page.getByRole('button', { name: /^发\s*布$/ }).click();
    await quality.page
      .locator('.ant-popconfirm:visible')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await quality.page.getByText('没有等待同意或发布的范例').waitFor();
    await quality.page.goto(`${product.baseUrl}/best-calls`);
    await quality.page.getByRole('button', { name: '播放 0:02 至 0:07' }).click();
    await quality.page.getByRole('button', { name: '暂停' }).waitFor();
    await quality.page.getByRole('button', { name: '看文字' }).click();
    await quality.page.locator('.coaching-words dd').first().waitFor();
    expect(await product.count('play where call_id = $1 and best_call_id is not null', callId)).toBe(1);
    // It ends by itself at the end of the stretch, and nothing failed on the way.
    await quality.page.getByRole('button', { name: /^播\s*放$/ }).waitFor();
    expect(await quality.page.getByRole('alert').count()).toBe(0);
    await still(quality.page);
    await lookAtScreen(quality, 'best-calls-published-1280-dark');
    // The same in English.
    await quality.page.evaluate(
      `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"en"}' })`,
    );
    await quality.page.reload();
    await quality.page.getByRole('heading', { name: 'Best calls' }).waitFor();
    await still(quality.page);
    await lookAtScreen(quality, 'best-calls-en-1280-dark');
    await quality.page.goto(`${product.baseUrl}/coaching?show=all`);
    await quality.page.locator('.coaching-who a').first().click();
    await quality.page.locator('.coaching-dates').first().waitFor();
    await still(quality.page);
    await lookAtScreen(quality, 'coaching-en-1280-dark');
    await Promise.all([quality.close(), agent.close(), supervisor.close()]);
  });
});
