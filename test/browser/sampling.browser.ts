import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, sendSamples, signIn, signInByScreen, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const calls = await sendSamples(product, ['zh-deflection', 'en-billing']);
  for (const callId of calls.values()) await product.reaches(callId, ['scored']);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function as(username: string, path: string, look = {}, enter = signIn) {
  const screen = await openScreen(browser, look);
  await enter(screen.page, product, username, path);
  return screen;
}

const speak = async (page: Page, language: 'zh' | 'en') => {
  const body = JSON.stringify(JSON.stringify({ language }));
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: ${body} })`,
  );
  await page.reload();
};

/** A period whose seed was committed long ago, and that is over now. The product itself can make none: its owner takes the guard away. */
async function periodPasses(): Promise<void> {
  const seed = '5e'.repeat(32);
  await asOwner(`
    begin;
    alter table sampling_draw disable trigger sampling_seed_first;
    insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
    select gen_random_uuid(), id, 1, '2020-01-01', current_date, '2020-01-01', now(), '${seed}', encode(sha256(decode('${seed}', 'hex')), 'hex'), '2019-12-01'
    from sampling_plan;
    alter table sampling_draw enable trigger sampling_seed_first;
    commit`);
  await product.database.query(`update schedule set next_due_at = now() where name = 'draw-samples'`);
}

/** What the product itself may not change. */
async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: product.ownerUrl });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
}

/** The quality manager goes from what they are told to the second of the comment. */
async function isToldOf(callId: string): Promise<void> {
  const { page, errors, close } = await as('quality', '/');
  await page.getByRole('link', { name: '同事在评论中提及您' }).first().click();
  await page.waitForURL(`**/calls/${callId}?leg=1&t=0`);
  await page.locator('.comment-mention', { hasText: '@何琳' }).first().waitFor();
  await picture(page, 'mentioned-zh-1440');
  expect(errors).toEqual([]);
  await close();
}

describe('sampling', () => {
  it('is planned on the screen, tried on the last period, and commits a seed', async () => {
    const { page, errors, close } = await as('quality', '/sampling');
    await page.getByText('还没有抽样计划').waitFor();
    await page.getByRole('button', { name: '新建计划' }).click();
    const dialog = page.getByRole('dialog');
    // A dialog begins at its first field, not at its cross.
    await dialog.getByLabel('名称').and(page.locator(':focus')).waitFor();
    await dialog.getByLabel('名称').fill('每位坐席每周两段');
    await dialog.getByRole('button', { name: '用上一个时段试算' }).click();
    await dialog.getByRole('status').waitFor();
    await dialog.getByText('首次按此抽取的时段自').waitFor();
    await dialog.getByLabel('盲评').check();
    await dialog.getByLabel('盲评').uncheck();
    await dialog.getByRole('button', { name: '用上一个时段试算' }).click();
    await dialog.getByRole('status').waitFor();
    await picture(page, 'sampling-plan-zh-1440');
    // Figures of the plan as it was before this change are shown no more.
    await dialog.getByLabel('完成期限（天）').fill('6');
    await dialog.getByRole('status').waitFor({ state: 'detached' });
    expect(await hindrances(page)).toEqual([]);
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('种子已锁定：').first().waitFor();
    expect(await product.count(`journal_entry where event = 'sampling.seed_committed'`)).toBe(2);
    await speak(page, 'en');
    await page.getByText('Seed committed:').waitFor();
    await picture(page, 'sampling-en-1440');
    expect(errors).toEqual([]);
    await close();
  });

  it('draws when the period is over, says why, and can be drawn again by an auditor', async () => {
    await periodPasses();
    while ((await product.count('sampling_draw where drawn_at is not null')) === 0) await sleep(300);
    expect(await product.count('review_assignment')).toBeGreaterThan(0);
    const { page, errors, close } = await as('auditor', '/sampling');
    await page.locator('.sampling-cell a', { hasText: '2020-01-01' }).click();
    await page.getByRole('button', { name: '为什么抽中？' }).first().click();
    await page.getByText('可抽取的通话共').waitFor();
    await picture(page, 'sampling-why-zh-1440');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '按种子重做' }).click();
    // The owner put its seed in, and the journal knows of no such commitment: that is said, and of nothing else.
    await page.getByText('与当时不一致：种子。', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '更换' }).count()).toBe(0);
    await picture(page, 'sampling-draw-zh-1440');
    expect(await hindrances(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('puts what was drawn before those who judge: it is taken, handed on, and opens its call', async () => {
    const { page, errors, close } = await as('analyst', '/review');
    const queue = page.getByRole('region', { name: '抽中的通话' });
    await speak(page, 'zh');
    await queue.getByText('没有分给您的复核').waitFor();
    await queue.getByText('待领取').click();
    await queue.getByRole('button', { name: /领\s*取/ }).click();
    await queue.getByText('分给我的').click();
    await queue.getByRole('button', { name: '转给同事' }).waitFor();
    await picture(page, 'review-drawn-zh-1440');
    expect(await hindrances(page)).toEqual([]);
    await queue.getByRole('button', { name: '转给同事' }).click();
    await page.getByRole('dialog').getByLabel('同事').waitFor();
    await picture(page, 'review-hand-on-zh-1440');
    await page.keyboard.press('Escape');
    // A manager may give back what a colleague has.
    const managers = await as('quality', '/review');
    await speak(managers.page, 'zh');
    const all = managers.page.getByRole('region', { name: '抽中的通话' });
    await all.getByText('全部').click();
    await all
      .getByRole('button', { name: /放\s*回/ })
      .first()
      .waitFor();
    await picture(managers.page, 'review-drawn-manager-zh-1440');
    await managers.close();
    await queue.getByRole('link').first().click();
    await page.locator('.card .item').first().waitFor();
    expect(await product.count(`journal_entry where event = 'review.taken'`)).toBe(1);
    // One item is confirmed, and the reviewer lets the others stand.
    await page.locator('.card .item').first().click();
    await page.getByRole('button', { name: '判断此项' }).click();
    await page.locator('.item.selected .judge').waitFor();
    await page.keyboard.press('1');
    await page.getByLabel('已判断整通电话').check();
    await page.locator('.publish-effect').waitFor();
    await picture(page, 'review-whole-zh-1440');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: /发布/ }).click();
    await page.getByText('人工复核生效').waitFor();
    expect(await product.count(`review_assignment where state = 'done'`)).toBe(1);
    await page.waitForURL((url) => !url.searchParams.has('drawn'));
    // Open for the pictures of the queue below.
    await product.database.query(`update review_assignment set state = 'open', ended_at = null, scorecard_id = null`);
    expect(errors).toEqual([]);
    await close();
  });

  it.each([
    ['zh', 1280],
    ['en', 390],
  ] as const)('is judged blind, remarked on, published and taken back: %s at %i', async (language, width) => {
    await asOwner(`
      delete from review_draft; delete from result_look;
      update review_assignment set blind = true, state = 'open', ended_at = null, scorecard_id = null,
        reviewer_person_id = (select person_id from account where username = 'analyst') where state <> 'replaced'`);
    const [{ callId }] = (
      await product.database.query<{ callId: string }>(
        `select call_id as "callId" from review_assignment where state = 'open' order by call_id ${language === 'zh' ? 'asc' : 'desc'} limit 1`,
      )
    ).rows as [{ callId: string }];
    const said = language === 'zh' ? ZH : EN;
    const { page, errors, close } = await as('analyst', '/', { width, height: 844 }, signInByScreen);
    await speak(page, language);
    // Home says that a call is theirs to review, the queue leads to it.
    await page.getByRole('link', { name: said.mine }).click();
    await page.locator(`.drawn-cell a[href^="/calls/${callId}"]`).click();
    const look = async (name: string) => {
      await picture(page, `blind-${name}-${language}-${width}`);
      expect(await hindrances(page)).toEqual([]);
      expect(await page.evaluate('document.scrollingElement.scrollWidth <= innerWidth')).toBe(true);
    };
    const items = page.locator('.card .item');
    await items.first().waitFor();
    await page.getByText(said.blind).waitFor();
    expect(await page.locator('.card').getByText(said.machine).count()).toBe(0);
    await look('card');
    await items.first().locator('.item-title').click();
    await page.keyboard.press('e');
    await page.locator('.item.selected .judge').waitFor();
    await page.keyboard.press('1');
    await page.getByText(said.kept).waitFor();
    await look('draft');
    await page.keyboard.press('c');
    const remark = page.getByRole('dialog').getByLabel(said.comment);
    await remark.fill(said.remark);
    await remark.press('End');
    await remark.pressSequentially(' @');
    const proposed = page.getByRole('dialog').getByRole('listbox', { name: said.mentionable });
    await proposed.getByRole('option').nth(1).waitFor();
    await look('mention');
    // Escape goes on without a mention, and keeps the text; the next letter proposes again.
    await remark.press('Escape');
    await proposed.waitFor({ state: 'detached' });
    await remark.pressSequentially(said.letters);
    await proposed.getByRole('option', { name: said.mentioned }).waitFor();
    await remark.press('ArrowDown');
    await remark.press('ArrowUp');
    await remark.press('Enter');
    expect(await remark.inputValue()).toBe(`${said.remark} @${said.mentioned} `);
    await look('comment');
    await page.getByRole('dialog').getByRole('button', { name: said.save }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // On a telephone the words are behind their tab.
    const words = page.locator('[data-view=words]');
    if (await words.isVisible()) await words.click();
    await page.locator('.comment-row').first().waitFor();
    await page.locator('.comment-mention').getByText(`@${said.mentioned}`, { exact: true }).waitFor();
    await look('comments');
    if (width > 600) await isToldOf(callId);
    // The page said that a person is at it; a review of a minute and a half is not waited for.
    const { rowCount } = await product.database.query('update review_work set spent_ms = 95000');
    expect(rowCount).toBe(1);
    // What is left is answered with the keys on a desk, and with a finger on a telephone.
    const byKeys = width > 600;
    if (!byKeys) await page.locator('[data-view=score]').click();
    const count = await items.count();
    for (let at = 1; at < count; at++) {
      // The first takes the focus from the tab of the words, whose arrows are its own.
      if (byKeys && at > 1) await page.keyboard.press('ArrowDown');
      else await items.nth(at).locator('.item-title').click();
      const item = page.locator(`.card .item.selected[data-item="${await items.nth(at).getAttribute('data-item')}"]`);
      await item.locator('.judge').waitFor();
      if (byKeys) await item.locator('.item-title').and(page.locator(':focus')).waitFor();
      if (byKeys) await page.keyboard.press('1');
      else await item.getByRole('button', { name: said.met }).click();
      await item.locator('.judge [aria-pressed=true]').waitFor();
    }
    await page.locator('.publish-bar').getByText(said.publishNote).waitFor();
    await look('answered');
    if (byKeys) await page.keyboard.press('Control+Enter');
    else await page.getByRole('button', { name: said.publish }).click();
    await page.getByRole('button', { name: said.retract }).waitFor();
    await look('published');
    await page.getByRole('button', { name: said.retract }).click();
    await page.getByRole('dialog').waitFor();
    await look('retract');
    await page.keyboard.press('Escape');
    await page.goto(`${product.baseUrl}/review`);
    const times = page.getByRole('region', { name: said.times });
    await times.scrollIntoViewIfNeeded();
    await look('times');
    expect(errors).toEqual([]);
    await close();
  });
});

const ZH = {
  mine: /分给您复核的通话/,
  ...{ blind: '这段通话由您盲评', machine: '机器：', kept: '草稿已保存，只有您能看到。' },
  ...{ comment: '评论', remark: '这里客户第二次问费用。', save: /保\s*存/, retract: '撤回复核', times: '复核用时' },
  ...{ mentionable: '可以提及的人', letters: '琳', mentioned: '何琳' },
  ...{ met: /达成$/, publish: /发布/, publishNote: '发布后形成一份新的评分' },
};
const EN = {
  mine: /Calls assigned to you for review/,
  ...{ blind: 'You judge this call blind', machine: 'Automatic:' },
  ...{ kept: 'Draft saved; only you can see it.', comment: 'Comment', remark: 'Here the customer asks twice.' },
  ...{ mentionable: 'People to mention', letters: 'lin', mentioned: 'Lin He' },
  ...{ save: 'Save', retract: 'Retract the review', times: 'Review time' },
  ...{ met: /Met$/, publish: /^Publish/, publishNote: 'Publishing creates a new scorecard' },
};
