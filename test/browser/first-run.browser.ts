import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { spokenSamples } from '../../tools/samples/sounds.js';
import { Product } from '../support/product.js';
import { runCommand } from '../support/command.js';
import { emptyPlace, PASSWORD } from '../support/seeded-place.js';
import { setUpSecondFactor } from './proof.js';
import { leave, lookAtScreen, openScreen, startBrowser, type Screen } from './screen.js';
import { patient } from '../../tools/patience.mjs';

/**
 * A new installation, from its first two administrators to a scored call of its own, by mouse alone and by what the screens say: a person who
 * has never seen it follows the lines of "Your first scored call".
 */
let product: Product;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    emptyPlace().then(({ dataDir }) => Product.resume(dataDir)),
    startBrowser(),
    mkdtemp(join(tmpdir(), 'shouwen-first-call-')),
  ]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

// One name of each, and no country: what the company says in English, everyone begins in.
const PEOPLE = ['--person', '10001,lena.vogt,Lena Vogt', '--person', '10002,max.brandt,Max Brandt'];
const COMPANY = ['--company-en', 'Green Valley Bank', '--time-zone', 'Europe/Berlin'];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What the dialog that is open was opened for. */
const agree = (page: Page) => page.getByRole('dialog').locator('.ant-btn-primary').click();
const stepOf = (page: Page, name: string) =>
  page.locator('.set-up-step', { has: page.getByText(name, { exact: true }) });

async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.locator(`#${field}`).click();
  await page.locator('.ant-select-item-option', { hasText: words }).locator('visible=true').first().click();
}

const SET_UP = 'Your first scored call';

/** Opens the account that a link or a code leads to, and signs in. */
async function arrive(address: string, username: string, lookingFor = SET_UP): Promise<Screen> {
  const screen = await openScreen(browser, { own: true });
  const { page } = screen;
  await page.goto(address);
  await button(page, 'Next').click();
  await page.getByRole('checkbox').check();
  for (const label of ['New password', 'Repeat the password']) await page.getByLabel(label).fill(PASSWORD);
  await button(page, 'Open the account').click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  // Every role beyond an agent's begins with it; one that waits for a colleague asks once it holds.
  if (lookingFor === SET_UP) await setUpSecondFactor(page);
  await page.getByText(lookingFor).first().waitFor();
  return screen;
}

async function home(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { name: 'Your first scored call' }).waitFor();
}

async function addPerson(page: Page, staffNumber: string, en: string): Promise<void> {
  await button(page, 'Add a person').click();
  await page.locator('#new-staffNumber').fill(staffNumber);
  await page.getByLabel('English name').fill(en);
  await choose(page, 'new-team', 'Service');
  await agree(page);
  await page.getByRole('heading', { name: en }).waitFor();
}

it('leads from two links to a scored call', async () => {
  const dataDir = { SHOUWEN_DATA_DIR: product.dataDir };
  const { stdout } = await runCommand('dist/tools/first-administrator/main.js', [...COMPANY, ...PEOPLE], dataDir);
  const links = (said: string) => [...said.matchAll(/http\S+/g)].map(([link]) => link);
  expect(links(stdout)).toHaveLength(1);
  const first = await arrive(links(stdout)[0]!, 'lena.vogt');
  const { page } = first;
  await stepOf(page, 'Two administrators').getByRole('img', { name: 'in progress' }).waitFor();
  const again = await runCommand('dist/tools/first-administrator/main.js', ['--again', 'max.brandt'], dataDir);
  const second = await arrive(links(again.stdout)[0]!, 'max.brandt');
  await lookAtScreen(first, 'first-run-administrator');

  await page.getByRole('link', { name: 'Your company' }).click();
  await button(page, 'Your time zone, Europe/Berlin, is in Germany (DE): use it').click();
  await button(page, 'Usual in Germany (DE): ring 1 s, pause 4 s').click();
  await button(page, 'Save').click();
  await page.getByText('Version 2, Lena Vogt').waitFor();

  await home(page);
  await page.getByRole('link', { name: 'How long calls are kept' }).click();
  await button(page, 'Propose a change').click();
  await page.getByText('Proposed for Europe: three months.').waitFor();
  await lookAtScreen(first, 'first-run-schedule');

  await home(page);
  await page.getByRole('link', { name: 'Teams and people' }).click();
  await button(page, 'New team of Green Valley Bank').click();
  await page.getByLabel('English name').fill('Service');
  await agree(page);
  await page.getByText('Service', { exact: true }).waitFor();

  await home(page);
  await page.getByRole('link', { name: 'A quality manager' }).click();
  await addPerson(page, '3001', 'Nora Lind');
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await addPerson(page, '2001', 'Frida Wang');
  await page.locator('#username').fill('frida.wang');
  await button(page, 'Invite').click();
  const code = await page.locator('.invitation-code').innerText();
  await choose(page, 'role', 'Quality manager');
  await choose(page, 'reach', 'Every client');
  await button(page, 'Propose a role').click();

  await home(second.page);
  await stepOf(second.page, 'A quality manager').getByText('A second person has to approve it').waitFor();
  await second.page.getByRole('link', { name: 'A quality manager' }).click();
  await button(second.page, 'Approve Frida Wang').click();
  await second.page.getByText('No roles are waiting for approval.').waitFor();

  const link = `${product.baseUrl}/open-account#username=frida.wang&code=${code}&language=en`;
  const manager = await arrive(link, 'frida.wang', 'These roles are suspended until a colleague confirms');
  await manager.page.getByText('Quality manager').first().waitFor();
  await lookAtScreen(manager, 'first-run-waits');
  await home(second.page);
  await stepOf(second.page, 'A quality manager').getByText('has to confirm the person’s identity').waitFor();
  await second.page.getByRole('link', { name: 'A quality manager' }).click();
  await button(second.page, 'Confirm identity').click();
  await button(second.page, 'Yes').click();
  await second.page.getByText('Roles waiting for confirmation').waitFor({ state: 'hidden' });
  await manager.page.reload();
  await setUpSecondFactor(manager.page);
  await stepOf(manager.page, 'A quality manager').getByRole('img', { name: 'done' }).waitFor();
  const [sample] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === 'en-no-greeting'));
  await copyFile(sample!.audio, join(folder, 'my call.opus'));
  await manager.page.getByRole('link', { name: 'A first call' }).click();
  await manager.page.getByText('Germany (DE)').waitFor();
  await choose(manager.page, 'upload-direction', 'Inbound');
  await manager.page.locator('#upload-agent').fill('Nora');
  await manager.page.getByTitle('Nora Lind 3001 Service').locator('visible=true').click();
  await choose(manager.page, 'upload-channel', 'Left');
  await choose(manager.page, 'upload-consent', 'Customer agreed to recording');
  await manager.page.locator('input[type=file]').first().setInputFiles(join(folder, 'my call.opus'));
  await button(manager.page, 'Upload 1 file').click();
  await manager.page.locator('.file-row[data-state=scored]').waitFor({ timeout: patient(120_000) });
  await home(manager.page);
  await stepOf(manager.page, 'Its score').getByRole('img', { name: 'done' }).waitFor();
  await lookAtScreen(manager, 'first-run-scored');
  // Led to the call itself, not to a list in which to look for it.
  await manager.page.getByRole('link', { name: 'Its score' }).click();
  await manager.page.locator('.item-row').first().waitFor();
});
