import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { proveByPassword } from './proof.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';

const TABLE = `通话编号,开始时间,分机,结果
A1,2026-11-30 20:00:00,101,answered
A2,yesterday,102,declined
`;

let product: House;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    House.open(),
    startBrowser(),
    mkdtemp(join(tmpdir(), 'shouwen-sources-')),
  ]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await rm(folder, { recursive: true });
});

it('adds a telephone system, maps the columns of a file and sends it', async () => {
  const { page, errors, close } = await openScreen(browser);
  await signIn(page, product, 'admin', '/telephony/sources');
  await page.getByText('还没有电话系统。').waitFor();
  await picture(page, 'sources-none');
  await page.getByRole('button', { name: '新增电话系统' }).click();
  await page.locator('#source-name').fill('pbx-1');
  await page.locator('#source-reader').click();
  await page.getByText('表格或 JSON', { exact: false }).last().click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await proveByPassword(page);
  await page.getByRole('heading', { name: 'pbx-1' }).waitFor();
  await picture(page, 'source-zh');
  expect(await hindrances(page)).toEqual([]);

  await page.goto(`${product.baseUrl}/telephony/preview`);
  const file = join(folder, 'calls.csv');
  await writeFile(file, TABLE);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('没有一种电话系统能读取这个文件').waitFor();
  for (const [theirs, ours] of [
    ['通话编号', '通话编号'],
    ['开始时间', '开始时间'],
    // Most of the columns have to be known.
    ['结果', '通话结果'],
  ] as const) {
    await page.getByLabel(`含义 ${theirs}`).click();
    await page.getByTitle(ours, { exact: true }).last().click();
  }
  await page.getByText('2 行中有 1 行无法读取：').waitFor();
  await page.getByRole('row', { name: 'A1' }).getByText('已接听').waitFor();
  await picture(page, 'sources-preview-zh');
  expect(await hindrances(page)).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});

it('says the same in English', async () => {
  const { page, close } = await openScreen(browser);
  await signIn(page, product, 'admin', '/telephony/sources');
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"en"}' })`,
  );
  await page.reload();
  await page.getByRole('link', { name: 'pbx-1' }).waitFor();
  await picture(page, 'sources-en');
  expect(await hindrances(page)).toEqual([]);
  await page.getByRole('link', { name: 'pbx-1' }).click();
  await page.getByText('No files were rejected.').waitFor();
  await picture(page, 'source-en');
  await close();
});
