import { DateTime } from 'luxon';
import { type Browser } from 'playwright-core';
import { metadataOf } from '../../tools/samples/metadata.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { spokenSamples, wordsOf } from '../../tools/samples/sounds.js';
import { House } from '../support/house.js';
import { leave, type Look, openScreen, picture, signIn, signInByScreen, startBrowser } from './screen.js';

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

async function as(username: string, look: Look = {}, enter = signIn) {
  const screen = await openScreen(browser, look);
  await enter(screen.page, product, username, '/');
  await screen.page.waitForURL(/\/home$/);
  return screen;
}

describe('home', () => {
  it('has the worst moment of yesterday in sight: played where it is, and its call one click away', async () => {
    const { page, errors, close } = await as('supervisor');
    const moment = page.locator('.home-moment').first();
    await moment.getByText('自动评分，未经人工复核').waitFor();
    await picture(page, 'home-supervisor-1440');

    await moment.getByRole('button', { name: /播放/ }).click();
    await moment.getByRole('button', { name: '暂停' }).waitFor();
    await moment.getByRole('button', { name: '暂停' }).click();
    expect(await product.count('play where call_id = $1', callId)).toBe(1);

    await page.getByRole('link', { name: '已评分 1 通' }).click();
    await page.locator('.row-link').first().waitFor();
    expect(await page.locator('.row-link').count()).toBe(1);
    await page.goBack();
    await moment.getByRole('link').first().click();
    await page.waitForURL(new RegExp(`/calls/${callId}\\?item=`));
    expect(errors).toEqual([]);
    await close();
  });

  it('is the agent’s own: what cost them points, with advice, and who listened', async () => {
    const { page, errors, close } = await as('agent', { width: 390, theme: 'dark' });
    await page.locator('.home-moment').first().waitFor();
    await page.locator('.home-panel', { hasText: '谁听过您的通话' }).getByRole('link').first().waitFor();
    expect(await page.locator('.home-panel', { hasText: '本周还没有人复核过的坐席' }).count()).toBe(0);
    await picture(page, 'home-agent-390-dark');
    expect(errors).toEqual([]);
    await close();
  });

  it.each(['quality', 'requester', 'legal', 'auditor', 'admin'])(
    'has something for %s, and no failure',
    async (username) => {
      const { page, errors, close } = await as(username);
      await page.locator('.home-panel').first().waitFor();
      await page.waitForLoadState('networkidle');
      await picture(page, `home-${username}-1440`);
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it('takes a supervisor in two clicks to judging the worst call of yesterday, and on to a published review', async () => {
    const { page, errors, close } = await as('supervisor', {}, signInByScreen);
    await page.locator('.home-moment').first().getByRole('link').first().click();
    await page.locator('.item.selected').getByRole('button', { name: '判断此项' }).click();
    await page.getByRole('group', { name: '您的判断' }).getByRole('button', { name: '达成', exact: true }).click();
    await page.getByLabel('更改原因').click();
    await page.locator('.ant-select-item-option', { hasText: '意思理解有误' }).click();
    await page.locator('.publish-effect').waitFor();
    await page.getByRole('button', { name: /发布/ }).click();
    await page.getByText('人工复核生效').waitFor();
    expect(await product.count(`scorecard where author = 'review'`)).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });

  it('takes a quality manager from the item that was changed to a draft, a back-test of it and back', async () => {
    const { page, errors, close } = await as('quality', {}, signInByScreen);
    const changed = page.locator('.home-panel', { hasText: '经常被人工改判的评分项' }).getByRole('link').first();
    const title = await changed.innerText();
    await changed.click();
    await page.getByRole('button', { name: '起草新版本' }).click();
    await page.locator('.checklist-outline button', { hasText: title }).click();
    await page.getByLabel('改进建议（中文）').fill('先体谅客户，再说原因和下一步。');
    await page.getByLabel('改进建议（中文）').press('Tab');
    await page.locator('.checklist-bar').getByText('已保存').waitFor();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.getByRole('link', { name: '逐项查看' }).click();
    await page.getByText('试运行判断了 1 段通话').waitFor();
    await page.getByRole('link', { name: '回到草稿' }).click();
    await page.getByLabel('改进建议（中文）').or(page.locator('.checklist-outline')).first().waitFor();
    expect(await product.count(`journal_entry where event = 'back_test.asked'`)).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });
});
