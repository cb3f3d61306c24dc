import pg from 'pg';
import { type Browser, type Page } from 'playwright-core';
import { NEWEST, writeManyCalls } from '../../tools/bench/list/many-calls.js';
import { type EmbeddedProfile } from '../../tools/profile/embedded-profile.js';
import { synthWav } from '../fixtures/wav.js';
import { callMetadata, Product } from '../support/product.js';
import { lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

const PERIOD = 'from=2026-11-18&to=2026-11-20';
let product: Product;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), startBrowser()]);
  const { host, port, user, password } = (product.profile as EmbeddedProfile).postgres;
  owner = new pg.Client({ host, port, user, password, database: 'shouwen' });
  await owner.connect();
  await writeManyCalls(owner, { calls: 1_200, teams: 4, peoplePerTeam: 2 });
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await product?.stop();
});

const english = async (page: Page) => {
  await page.getByRole('button', { name: '切换到英文' }).click();
  // Away from the buttons, which explain themselves under the pointer.
  await page.mouse.move(400, 400);
};
const inTable = (page: Page, name: string) => page.getByRole('table', { name });

describe('reports', () => {
  it('show each number with its calls behind it: the list says the same number', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    const team = inTable(page, '按班组（以通话当时为准）').getByRole('row', { name: /班组1/ });
    const critical = team.getByRole('link').nth(-2);
    const number = await critical.textContent();
    expect(Number(number)).toBeGreaterThan(0);
    await page.locator('.report-chart svg').first().waitFor();
    await lookAtScreen({ page, errors }, 'reports-zh');
    await critical.click();
    await page.locator('.call-count').getByText(number!, { exact: true }).waitFor();
    await page.locator('.chip', { hasText: '班组：班组1' }).waitFor();
    await page.locator('.chip', { hasText: '未达成：任意关键项' }).waitFor();
    await page.goBack();
    await team.waitFor();
    await close();
  });

  it('count items and clauses, and are read on a telephone', async () => {
    const { page, errors, close } = await openScreen(browser, { width: 390, height: 3200 });
    await signIn(page, product, 'quality', `/reports?${PERIOD}&by=item`);
    await inTable(page, '按评分项').getByRole('link').first().waitFor();
    await lookAtScreen({ page, errors }, 'reports-items-390');
    await page.getByRole('radiogroup', { name: '分组方式' }).getByText('制度条款').click();
    const clause = inTable(page, '按制度条款').getByRole('row', { name: /P1 §1/ }).first();
    const missed = clause.getByRole('link').nth(1);
    const number = await missed.textContent();
    await missed.click();
    await page.locator('.call-count').getByText(number!, { exact: true }).waitFor();
    await page.locator('.chip', { hasText: '未达成：P1 §1' }).waitFor();
    await close();
  });

  it('count a new call without being loaded again', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}&by=queue`);
    const total = page.locator('.report-total .figure').first().locator('a');
    const before = Number((await total.textContent())!.replace(',', ''));
    const metadata = callMetadata({
      startedAt: NEWEST,
      legs: [{ staffNumber: '3068', queue: '新队列', holdSpans: [] }],
      consent: { state: 'declined' },
    });
    delete metadata.agentChannel;
    const sender = await product.signIn('admin');
    await sender.take(metadata, new Blob([new Uint8Array(synthWav({ seconds: 0.1 }))]));
    await total.getByText((before + 1).toLocaleString('en'), { exact: true }).waitFor();
    await inTable(page, '按队列')
      .getByRole('row', { name: /新队列/ })
      .waitFor();
    await close();
  });

  // The last one: the account's language stays English.
  it('put no people in order whose intervals overlap, and say so', async () => {
    const { page, errors, close } = await openScreen(browser, { theme: 'dark', height: 2400 });
    await signIn(page, product, 'quality', `/reports?${PERIOD}&by=agent`);
    await english(page);
    await page.getByText('Intervals overlap: not ranked.').waitFor();
    const table = inTable(page, 'By agent');
    expect(await table.getByRole('button', { name: 'Points' }).count()).toBe(0);
    expect(await table.getByRole('button', { name: 'Agent' }).count()).toBe(1);
    await page.locator('.report-chart svg').nth(1).waitFor();
    await lookAtScreen({ page, errors }, 'reports-en-dark');
    await close();
  });
});
