import pg from 'pg';
import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let calls: Map<string, string>;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  calls = await sendSamples(product, ['en-no-greeting', 'zh-deflection']);
  for (const callId of calls.values()) await product.reaches(callId, ['scored']);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function as(username: string, path: string) {
  const screen = await openScreen(browser);
  await signIn(screen.page, product, username, path);
  return screen;
}

const speak = async (page: Page, language: 'zh' | 'en') => {
  const body = JSON.stringify(JSON.stringify({ language }));
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: ${body} })`,
  );
  await page.reload();
};

/** As the database's owner: what no sample has, or what an engine before this one said. */
async function asOwner(sql: string, values: unknown[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: product.ownerUrl });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}
/** The items of automatic cards, one of them said otherwise. */
const otherwise = `items = (select jsonb_agg(case when item->>'itemId' = $1 then item || $2::jsonb else item end order by n)
  from jsonb_array_elements(items) with ordinality every (item, n))`;

describe('what was never measured', () => {
  it('is grey on the card and in the list, and the trust screen asks what it counts', async () => {
    const notTrusted = { from: 'none', kappa: null, n: 0, target: 0.6, only: 'not_met' };
    const interrupted = JSON.stringify({ outcome: 'not_met', reason: null, notTrusted });
    await asOwner(`update scorecard set ${otherwise} where author = 'automatic'`, [
      'listening.no_interruption',
      interrupted,
    ]);
    const { page, errors, close } = await as('quality', `/calls/${calls.get('zh-deflection')}`);
    const told = page.locator('[data-item="listening.no_interruption"]');
    await told.waitFor();
    expect(await told.getAttribute('class')).toContain('told');
    expect(await told.innerText()).toContain('未评测，不扣分');
    await picture(page, 'untold-card-zh');
    await page.goto(`${product.baseUrl}/calls`);
    await page.locator('.col-outcomes .count').first().waitFor();
    await picture(page, 'untold-list-zh');
    await page.goto(`${product.baseUrl}/trust`);
    await page.getByText('从未评测的评分项，自动结果如何计分').scrollIntoViewIfNeeded();
    expect(await page.getByLabel('只得分、不扣分').isChecked()).toBe(true);
    // The safe answer is the first.
    expect(await page.locator('.trust-settings').getByRole('radio').first().getAttribute('value')).toBe('met');
    await picture(page, 'trust-unmeasured-zh');
    await speak(page, 'en');
    await page.getByText('Automatic results of items that were never measured').scrollIntoViewIfNeeded();
    await picture(page, 'trust-unmeasured-en');
    await page.goto(`${product.baseUrl}/calls/${calls.get('zh-deflection')}`);
    await told.waitFor();
    await picture(page, 'untold-card-en');
    expect([await hindrances(page), errors]).toEqual([[], []]);
    await close();
  });
});

describe('a period scored again', () => {
  it('is looked at first, then done; the agent is told once', async () => {
    const { page, errors, close } = await as('quality', '/review');
    await speak(page, 'zh');
    // As an engine before this one judged: the greeting was met.
    await asOwner(
      `update scorecard set engine_hash = 'shouwen.scoring/0', points = points + 4, ${otherwise} where author = 'automatic'`,
      ['greeting.salutation', '{"outcome": "met"}'],
    );
    const part = page.locator('section', { hasText: '按时间段重新评分' }).last();
    const [from, to] = [part.getByLabel('从', { exact: true }), part.getByLabel('到', { exact: true })];
    await from.fill('2020-01-01');
    await to.fill('2099-12-31');
    await part.scrollIntoViewIfNeeded();
    await picture(page, 'rescore-ask-zh');
    await part.getByRole('button', { name: '预览变化' }).click();
    await page.waitForURL(/\/back-tests\/[0-9a-f-]{36}$/);
    const again = page.getByRole('button', { name: '把这些通话重新评分' });
    await again.waitFor();
    await picture(page, 'rescore-preview-zh');
    const preview = page.url();
    await again.click();
    await page.waitForURL((url) => url.href !== preview && url.pathname.startsWith('/back-tests/'));
    await page.getByText('已通知坐席 1 人').waitFor();
    await picture(page, 'rescore-done-zh');
    await speak(page, 'en');
    await page.getByText('1 agent was notified').waitFor();
    await picture(page, 'rescore-done-en');
    expect([await hindrances(page), errors]).toEqual([[], []]);
    expect(await product.count(`rescore_telling`)).toBe(1);
    await close();
    const agent = await as('agent', '/');
    await agent.page.getByRole('button', { name: /通知/ }).first().click();
    await agent.page.getByText('重新评分后，您有').first().waitFor();
    await picture(agent.page, 'rescore-told-zh');
    await agent.close();
  });
});
