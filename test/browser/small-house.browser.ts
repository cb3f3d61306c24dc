import pg from 'pg';
import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, prove, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  // One person is left, and nothing was recorded yet.
  await product.database.query(
    `update person set left_at = now() where id <> (select person_id from account where username = 'admin')`,
  );
  // As where no other ever could approve: once one could, the first person takes no roles any more.
  const owner = new pg.Client({ connectionString: product.ownerUrl });
  await owner.connect();
  try {
    await owner.query('set session_replication_role = replica');
    await owner.query('update account set approver_opened_at = null');
  } finally {
    await owner.end();
  }
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

describe('the only person of a company', () => {
  it('chooses a small house, takes the roles that they need, and reads what one person decided', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/company/small-house');
    await page.getByText('还没有录音：选择后立即生效。').waitFor();
    await picture(page, 'small-house-choose');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '启用单人审批模式' }).click();
    await prove(page);
    await page.getByText(/起生效，由 .+ 选择。/).waitFor();
    await picture(page, 'small-house-in-force');
    expect(await hindrances(page)).toEqual([]);

    await page.goto(`${product.baseUrl}/people`);
    await page.locator('a[href^="/people/"]').filter({ hasNotText: '导入' }).first().click();
    await page.locator('.by-one-person').first().waitFor();
    expect(await page.locator('.by-one-person').allTextContents()).toEqual(['由一人决定', '由一人决定']);
    await picture(page, 'small-house-roles');
    expect(errors).toEqual([]);
    await close();
  });

  it('says it in English, too', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/company/small-house');
    await page.locator('button', { hasText: 'EN' }).click();
    await page.getByText(/In force since .+, chosen by/).waitFor();
    await picture(page, 'small-house-en');
    expect(await hindrances(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});
