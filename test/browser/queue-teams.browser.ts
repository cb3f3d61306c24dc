import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { CHECKOUT } from '../support/checkout.js';
import { House } from '../support/house.js';
import { proveByPassword } from './proof.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';

/** Calls of one queue; in one of them the customer gave up waiting. */
const RECORDS = join(CHECKOUT, 'libs/telephony/src/sources/asterisk/fixtures/twelve-calls');

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

/** As an administrator, in the page's own session. */
const send = (page: Page, sourceId: string, name: string) =>
  page.evaluate(
    async ([id, file, text]) => {
      const form = new FormData();
      form.append('file', new File([text!], file!));
      return (await fetch(`/api/v1/telephony-sources/${id}/records`, { method: 'POST', body: form })).ok;
    },
    [sourceId, name, readFileSync(join(RECORDS, name), 'utf8')],
  );

it('gives a queue a team, whose supervisor then finds who let a customer wait and why there is no recording', async () => {
  const { page, close } = await openScreen(browser);
  await signIn(page, product, 'admin', '/telephony/sources');
  await page.getByRole('button', { name: '新增电话系统' }).click();
  await page.locator('#source-name').fill('pbx-1');
  await page.locator('#source-reader').click();
  await page.getByTitle('Asterisk / FreePBX').last().click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await proveByPassword(page);
  await page.getByRole('heading', { name: 'pbx-1' }).waitFor();
  const sourceId = new URL(page.url()).pathname.split('/').at(-1)!;
  for (const name of ['Cel.csv', 'queue_log', 'Master.csv']) expect(await send(page, sourceId, name)).toBe(true);
  await product.idle();

  const seen = await openScreen(browser);
  await signIn(seen.page, product, 'supervisor', '/calls/unrecorded');
  await seen.page.getByText('没有这样的通话').waitFor();

  await page.goto(`${product.baseUrl}/telephony/sources`);
  await page.locator('#queue-name').fill('support');
  await page.locator('#queue-team').click();
  await page.getByTitle('客服一组').last().click();
  await page.getByRole('button', { name: '指定班组', exact: true }).click();
  await page.getByRole('cell', { name: 'support', exact: true }).waitFor();
  expect(await hindrances(page)).toEqual([]);
  await picture(page, 'queue-teams');
  await product.idle();

  // By the clock of a person: the list, the call that was given up, its legs.
  await seen.page.reload();
  const rows = seen.page.locator('.admin-table tbody tr');
  await rows.first().waitFor();
  await picture(seen.page, 'queue-teams-supervisor');
  await seen.page.goto(`${product.baseUrl}/calls/unrecorded?became=abandoned`);
  await rows.getByRole('link').first().click();
  await seen.page.locator('.leg-row').first().waitFor();
  await seen.page.getByText(/^没有录音到达/).waitFor();
  expect(await seen.page.locator('.leg-row').first().innerText()).toMatch(/排队 7.4 秒/);
  await picture(seen.page, 'queue-teams-call');
  await seen.close();
  await close();
});
