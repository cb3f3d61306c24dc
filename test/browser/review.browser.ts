import { type Browser, type Page } from 'playwright-core';
import { readChecklist } from '../../libs/quality/src/checklists/load-checklist.js';
import { changedTrial } from '../../libs/quality/src/replay/trial.fixture.js';
import {
  chatReply,
  send,
  startModelServer,
  turnsIn,
  type ModelServerFixture,
} from '../../libs/quality/src/model-scorer/gullible-model.fixture.js';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, sendSamples, signIn, signInByScreen, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';
import { lookedAt } from '../support/deep.js';

const SAMPLE = 'zh-no-greeting';
let product: House;
let browser: Browser;
let callId: string;
let model: ModelServerFixture;

beforeAll(async () => {
  model = await startModelServer(({ body }, response) => {
    const [said] = turnsIn(body)
      .filter(({ speaker }) => speaker === 'agent')
      .slice(-1);
    const cited = [{ turn: said?.turn ?? 0, quote: said?.words.slice(0, 40) ?? '' }];
    send(response, chatReply({ cited, outcome: 'not_met', confidence: 0.8 }));
  });
  const scorer = { SHOUWEN_SCORER_URL: model.url, SHOUWEN_SCORER_MODEL: 'judge-7b', SHOUWEN_EGRESS_HOSTS: model.host };
  [product, browser] = await Promise.all([House.open(scorer), startBrowser()]);
  await publishTrial();
  callId = (await sendSamples(product, [SAMPLE])).get(SAMPLE) ?? '';
  await product.reaches(callId, ['scored']);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await model?.stop();
});

/** A second checklist for inbound calls, with an item that only a person can judge, and that is put to a language model as well. */
async function publishTrial(): Promise<void> {
  const judges = { directions: ['inbound' as const], main: false, appliesWhen: [] };
  const title = { zh: '试评清单', en: 'Trial' };
  const asked = changedTrial(1, 'manner.kindness', {
    kind: 'model',
    question: { zh: '坐席对客户友善吗？', en: 'Was the agent kind to the customer?' },
    rule: { kind: 'human', ask: { zh: '坐席友善吗？', en: 'Was the agent kind?' } },
  });
  const { checklist, hash } = readChecklist({ ...asked, title, judges });
  await product.database.query(
    `insert into checklist_version (checklist_id, version, sha256, definition, published_at) values ('trial', 1, $1, $2, now())`,
    [hash, JSON.stringify(checklist)],
  );
}

async function as(username: string, path: string, look = {}, enter = signIn) {
  const screen = await openScreen(browser, look);
  await enter(screen.page, product, username, path);
  return screen;
}

const waitingRow = (page: Page) => page.locator('.review-table tbody tr', { hasText: 'manner.kindness' });

describe('what waits for a person', () => {
  it('has a proposal of a language model, which opens by a deed of its own and can be heard', async () => {
    let place = '/review';
    for (const language of ['zh', 'en'] as const) {
      const { page, errors, close } = await as('analyst', place);
      const body = JSON.stringify(JSON.stringify({ language }));
      await page.evaluate(
        `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: ${body} })`,
      );
      await page.reload();
      if (language === 'zh') await waitingRow(page).getByRole('button', { name: '开始处理' }).click();
      const proposal = page.locator('.item.selected .item-proposal');
      await proposal.getByText('judge-7b').waitFor();
      if (language === 'zh') {
        expect(await proposal.textContent()).not.toContain('未达成');
        await picture(page, 'review-proposal-closed-1440');
        await proposal.getByRole('button', { name: '查看建议' }).click();
      }
      await proposal.locator('.proposal-says').waitFor();
      await proposal.locator('li q').waitFor();
      await picture(page, `review-proposal-${language}-1440`);
      expect(await hindrances(page)).toEqual([]);
      await proposal.locator('li button').click();
      place = new URL(page.url()).pathname + new URL(page.url()).search;
      expect(errors).toEqual([]);
      await close();
    }
    await product.database.query('update awaiting_person set claimed_by_person_id = null, claimed_until = null');
    await product.database.query(`update account set language = 'zh' where username = 'analyst'`);
    expect(await product.count('proposal_look where item_id = $1', 'manner.kindness')).toBe(1);
    expect(await product.count(`journal_entry where event = 'words.sent_out' and call_id = $1`, callId)).toBe(1);
  });

  it('is answered by keys where it is heard; the new card counts at once, and the screen says why', async () => {
    const { page, errors, close } = await as('supervisor', '/review');
    await waitingRow(page).getByRole('button', { name: '开始处理' }).click();
    await page.locator('.item.selected .judge').waitFor();
    await page.getByText('自动评分生效').waitFor();
    await page.keyboard.press('2');
    await page.locator('.publish-effect').waitFor();
    const effect = await page.locator('.publish-effect').textContent();
    await picture(page, 'review-answering-1440');
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('人工复核生效').waitFor();
    // On to the next that waits, past the second checklist's card, without going back.
    await page
      .locator('.queue-strip')
      .getByText(/下一份 J（还有 \d+ 份）/)
      .waitFor();
    const [place, at] = [page.url(), new URL(page.url()).searchParams];
    await picture(page, 'review-next-1440');
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('list') !== at.get('list'));
    expect(new URL(page.url()).searchParams.get('queue')).not.toBe(at.get('queue'));
    await page.goto(place);
    // Why an answer changes is asked, and goes with it.
    await page.locator('.item', { hasText: 'kindness' }).or(page.locator('.item.selected')).first().click();
    await page.keyboard.press('e');
    await page.keyboard.press('1');
    await page.locator('.judge-reason').waitFor();
    await page.keyboard.press('u');
    await page.locator('.judge-reason').waitFor({ state: 'detached' });
    // What a rule accuses of unmeasured weighs nothing; the person's answer does.
    expect(effect).toMatch(/：4 \/ 4 分 → 4 \/ 7 分/);
    await page.getByRole('button', { name: '这份评分表共 2 份评分' }).click();
    await page.locator('.standing-list li.standing-counts', { hasText: '人工复核' }).waitFor();
    await page.locator('.standing-list li', { hasText: '自动评分' }).getByRole('button').first().click();
    await page.getByText('不生效：申诉决定优先于复核').first().waitFor();
    await picture(page, 'review-cards-1440');
    await page.goto(`${product.baseUrl}/review`);
    await page.locator('h1').waitFor();
    await waitingRow(page).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
    const counting = `counting_scorecard counting join scorecard on scorecard.id = counting.scorecard_id where author = 'review' and scorecard.checklist_id = $1`;
    expect(await product.count(counting, 'trial')).toBe(1);
  });
});

describe('a back-test', () => {
  it('goes on in the worker, says what would flip, and opens the call at the moment', async () => {
    const { page, close } = await as('quality', '/review');
    const body = { checklistId: 'trial', version: 1, from: '2020-01-01', to: '2099-01-01' };
    const runId = await page.evaluate(
      `fetch('/api/v1/back-tests', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then((r) => r.json()).then((r) => r.runId)`,
    );
    await page.goto(`${product.baseUrl}/back-tests/${String(runId)}`);
    // The worker does it, beside all else that it does.
    await page.locator('.run-head', { hasText: '已完成' }).waitFor({ timeout: patient(90_000) });
    await page.getByText('试运行判断了 1 段通话').waitFor();
    const items = page.locator('.back-test-scroll th').first();
    await items.getByRole('button').click();
    expect(await items.getAttribute('aria-sort')).toBe('ascending');
    await items.getByRole('button').click();
    expect(await items.getAttribute('aria-sort')).toBe('descending');
    await picture(page, 'back-test-1440');
    expect(await hindrances(page)).toEqual([]);
    await close();
  });
});

describe('what a language model is worth', () => {
  it.each(
    lookedAt(
      [
        [1440, 'light'],
        [390, 'dark'],
      ] as const,
      1,
    ),
  )('is beside the checklists, at %i', async (width, theme) => {
    const { page, errors, close } = await as('quality', '/checklists', { width, height: 900, theme });
    await page.locator('[aria-labelledby=model-scorer]', { hasText: 'judge-7b' }).waitFor();
    await page.locator('[aria-labelledby=model-scorer] tbody tr', { hasText: '还没有' }).waitFor();
    await picture(page, `model-scorer-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('a dispute', () => {
  const entry = (page: Page) => page.locator('.dispute').first();
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: option }).click();
  };

  it('goes from a reviewer’s result by the agent and a supervisor to a quality manager, whose decision counts and is told', async () => {
    const cards = await product.signIn('quality').then((of) => of.scorecards(callId));
    const standard = cards.find(({ checklist }) => checklist.id === 'standard-inbound');
    const itemId = standard?.items.find(({ outcome }) => outcome === 'not_met')?.itemId;
    expect(itemId).toBeDefined();

    // Whose judgement it is: a reviewer agrees with the machine, and decides nothing afterwards.
    const reviewer = await as('analyst', `/calls/${callId}?item=${itemId}`);
    await reviewer.page.locator('.item.selected .judge-open').click();
    await reviewer.page.locator('.item.selected .judge-keys button').nth(1).click();
    await reviewer.page.locator('.publish-bar .ant-btn-primary').click();
    await reviewer.page.locator('.item.selected .detail-judged').waitFor();

    // The agent begins at home, where it is said that a person reviewed a call of theirs.
    const agent = await as('agent', '/', {}, signInByScreen);
    await agent.page.locator('.home-moment').first().getByRole('link').first().click();
    await agent.page.waitForURL(new RegExp(`/calls/${callId}`));
    // What cost most is of the second checklist; the reviewer's result is of the main one.
    await agent.page.locator('.standing .ant-segmented').getByText('标准呼入').click();
    await agent.page.locator(`[data-item="${itemId}"] .item-title`).click();
    await agent.page.locator('.item.selected .detail-judged').waitFor();
    // Having read it agrees to nothing: they contest it afterwards.
    await agent.page.locator('.read-ask').getByRole('button', { name: '确认已阅' }).click();
    await agent.page.getByRole('dialog').getByLabel('留言（选填）').fill('收到。');
    await agent.page.getByRole('dialog').getByRole('button', { name: '确认已阅' }).click();
    await agent.page.getByText('这不影响申诉').waitFor();
    await agent.page.getByRole('button', { name: '申诉', exact: true }).click();
    await choose(agent.page, '原因', '在其他位置说过');
    await agent.page.getByRole('dialog').getByLabel('说明', { exact: true }).fill('挂机前我问过。');
    await picture(agent.page, 'dispute-contest-1440');
    expect(await hindrances(agent.page)).toEqual([]);
    await agent.page.getByRole('button', { name: '提交申诉' }).click();
    await entry(agent.page).getByText('挂机前我问过。').waitFor();
    await picture(agent.page, 'dispute-filed-1440');
    expect(await hindrances(agent.page)).toEqual([]);

    const supervisor = await as('supervisor', '/disputes', { width: 1280, theme: 'dark' });
    await entry(supervisor.page).getByRole('button', { name: '决定' }).click();
    await supervisor.page.getByRole('dialog').getByText('维持原结果', { exact: true }).click();
    await choose(supervisor.page, '原因', '录音里没有说');
    const send = supervisor.page.getByRole('dialog').getByRole('button', { name: '作出决定' });
    expect(await send.isDisabled()).toBe(true);
    await supervisor.page.getByRole('dialog').getByLabel('说明', { exact: true }).fill('听了两遍，没有。');
    await send.click();
    await supervisor.page.getByText('没有等待决定的申诉').waitFor();
    expect(await hindrances(supervisor.page)).toEqual([]);

    await agent.page.goto(`${product.baseUrl}/disputes`);
    await entry(agent.page).getByText('听了两遍，没有。').waitFor();
    await entry(agent.page).getByRole('button', { name: '提请质检经理' }).click();
    await agent.page.getByRole('dialog').getByRole('button', { name: '提请' }).click();
    await entry(agent.page).getByText('待决定').waitFor();
    await picture(agent.page, 'dispute-mine-1440');

    const manager = await as('quality', '/disputes', { width: 390, height: 844 });
    await entry(manager.page).getByRole('button', { name: '决定' }).click();
    await manager.page.getByRole('dialog').getByText('同意，更改结果').click();
    await choose(manager.page, '原因', '申诉成立');
    await manager.page.getByRole('dialog').getByRole('button', { name: '作出决定' }).click();
    await manager.page.getByText('没有等待决定的申诉').waitFor();
    await manager.page.locator('.admin-section', { hasText: '常被申诉的评分项' }).getByText('1 / 1').waitFor();
    await picture(manager.page, 'dispute-items-390');
    expect(await hindrances(manager.page)).toEqual([]);
    expect(await manager.page.evaluate('document.scrollingElement.scrollWidth')).toBe(390);

    await agent.page.getByRole('button', { name: /条未读通知/ }).click();
    await agent.page.getByRole('link', { name: /申诉 DS-0001 已同意/ }).click();
    await agent.page.getByText('申诉决定生效').first().waitFor();
    const counts = `counting_scorecard counting join scorecard on scorecard.id = counting.scorecard_id where author = 'dispute' and scorecard.checklist_id = $1`;
    expect(await product.count(counts, 'standard-inbound')).toBe(1);
    await reviewer.page.goto(`${product.baseUrl}/disputes?show=all`);
    await reviewer.page.locator('.dispute').or(reviewer.page.locator('.admin-body .note')).first().waitFor();
    expect(await reviewer.page.getByRole('button', { name: /决定|Decide/ }).count()).toBe(0);
    for (const { errors, close } of [reviewer, agent, supervisor, manager]) {
      expect(errors).toEqual([]);
      await close();
    }
  });
});
