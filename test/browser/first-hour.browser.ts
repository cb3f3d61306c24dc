import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { spokenSamples, wordsOf } from '../../tools/samples/sounds.js';
import { Product } from '../support/product.js';
import { runCommand } from '../support/command.js';
import { emptyPlace, PASSWORD } from '../support/seeded-place.js';
import { type Authenticator } from '../support/authenticator.js';
import { setUpSecondFactor } from './proof.js';
import { leave, lookAtScreen, openScreen, startBrowser, type Screen } from './screen.js';
import { patient } from '../../tools/patience.mjs';

/**
 * The first hour of a company of one: a person alone, before an empty folder, comes to a first score, hears its sound and reads its words, by
 * mouse and by what the screens say. No second person, no country, one name of each.
 */
let product: Product;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    emptyPlace().then(({ dataDir }) => Product.resume(dataDir)),
    startBrowser(),
    mkdtemp(join(tmpdir(), 'shouwen-first-hour-')),
  ]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

const GIVEN = [
  '--company-en',
  'Green Valley Bank',
  '--time-zone',
  'Europe/Berlin',
  '--person',
  '1,lena.vogt,Lena Vogt',
];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const agree = (page: Page) => page.getByRole('dialog').locator('.ant-btn-primary').click();
const stepOf = (page: Page, name: string) =>
  page.locator('.set-up-step', { has: page.getByText(name, { exact: true }) });
const done = (page: Page, name: string) => stepOf(page, name).getByRole('img', { name: 'done' }).waitFor();

async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.locator(`#${field}`).click();
  await page.locator('.ant-select-item-option', { hasText: words }).locator('visible=true').first().click();
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { name: 'Your first scored call' }).waitFor();
  await page.getByRole('link', { name, exact: true }).click();
}

/** What the screen asks for again before something that counts. */
async function proveWith(page: Page, phone: Authenticator, until: () => Promise<unknown>): Promise<void> {
  const asked = page.getByRole('dialog').getByRole('textbox');
  const over = until();
  await Promise.race([asked.first().waitFor(), over]);
  if (await asked.first().isVisible()) {
    await asked.first().fill(phone.code());
    await asked.first().press('Enter');
  }
  await over;
}

async function arrive(address: string): Promise<{ screen: Screen; phone: Authenticator }> {
  const screen = await openScreen(browser, { own: true });
  const { page } = screen;
  await page.goto(address);
  await button(page, 'Next').click();
  await page.getByRole('checkbox').check();
  for (const label of ['New password', 'Repeat the password']) await page.getByLabel(label).fill(PASSWORD);
  await button(page, 'Open the account').click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator('#username').fill('lena.vogt');
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  const phone = await setUpSecondFactor(page);
  await page.getByRole('heading', { name: 'Your first scored call' }).waitFor();
  return { screen, phone };
}

it('leads one person from an empty folder to a first score that they see, hear and read', async () => {
  const place = { SHOUWEN_DATA_DIR: product.dataDir };
  const { stdout } = await runCommand('dist/tools/first-administrator/main.js', GIVEN, place);
  const { screen, phone } = await arrive(/http\S+/.exec(stdout)![0]);
  const { page } = screen;

  await page.getByRole('link', { name: 'Two administrators', exact: true }).click();
  await button(page, 'Choose single-approver mode').click();
  await proveWith(page, phone, () => page.getByText('In force since').waitFor());
  await step(page, 'Your company');
  await button(page, 'Your time zone, Europe/Berlin, is in Germany (DE): use it').click();
  await button(page, 'Usual in Germany (DE): ring 1 s, pause 4 s').click();
  await button(page, 'Save').click();
  await page.getByText('Version 2, Lena Vogt').waitFor();

  await step(page, 'Teams and people');
  await button(page, 'New team of Green Valley Bank').click();
  await page.getByLabel('English name').fill('Service');
  await agree(page);
  await page.getByText('Service', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await button(page, 'Add a person').click();
  await page.locator('#new-staffNumber').fill('3001');
  await page.getByLabel('English name').fill('Nora Lind');
  await choose(page, 'new-team', 'Service');
  await agree(page);
  await page.getByRole('heading', { name: 'Nora Lind' }).waitFor();

  await step(page, 'Who may listen');
  await button(page, 'Propose a grant').click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Lena looks after quality');
  await agree(page);
  await button(page, 'Publish').click();
  await proveWith(page, phone, () => button(page, 'Publish').waitFor({ state: 'detached' }));

  await step(page, 'How long calls are kept');
  await button(page, 'Propose a change').click();
  await page.getByText('Proposed for Europe: three months.').waitFor();
  await button(page, 'Try it').click();
  await page.getByLabel('Reason').fill('No longer than reviews and complaints need');
  await button(page, 'Submit for approval').click();
  await button(page, 'Submit for approval').waitFor({ state: 'detached' });
  await lookAtScreen(screen, 'first-hour-schedule');

  const [sample] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === 'en-model'));
  await copyFile(sample!.audio, join(folder, 'call.opus'));
  await writeFile(join(folder, 'call.json'), await wordsOf(sample!).text());
  await step(page, 'A first call');
  await page.getByText('Germany (DE)').waitFor();
  await choose(page, 'upload-direction', 'Inbound');
  await page.locator('#upload-agent').fill('Nora');
  await page.getByTitle('Nora Lind 3001 Service').locator('visible=true').click();
  await choose(page, 'upload-channel', 'Left');
  await page.locator('#upload-transfer').click();
  await page.getByTitle('No', { exact: true }).locator('visible=true').click();
  await choose(page, 'upload-consent', 'Customer agreed to recording');
  await page.setInputFiles('#upload-files', [join(folder, 'call.opus'), join(folder, 'call.json')]);
  await page.getByLabel('Rang (s): call.opus').fill('6');
  await button(page, 'Upload 1 file').click();
  await page.locator('.file-row[data-state=scored]').waitFor({ timeout: patient(120_000) });
  await lookAtScreen(screen, 'first-hour-upload');

  await page.getByRole('link', { name: 'Home' }).click();
  await done(page, 'One administrator, in single-approver mode');
  for (const name of ['Your company', 'Teams and people', 'A quality manager', 'Who may listen'])
    await done(page, name);
  await stepOf(page, 'How long calls are kept').getByRole('img', { name: 'in progress' }).waitFor();
  await lookAtScreen(screen, 'first-hour-home');
  await page.getByRole('link', { name: 'Its score', exact: true }).click();

  await page.locator('.item-row').first().waitFor();
  await page
    .getByText(/^\d+\s*\/\s*\d+/)
    .first()
    .waitFor();
  await page.locator('.turn-who').first().waitFor();
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  await page.getByRole('button', { name: 'Pause', exact: true }).first().waitFor();
  await lookAtScreen(screen, 'first-hour-call');
}, 480_000);
