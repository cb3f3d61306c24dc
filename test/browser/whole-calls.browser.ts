import { type UploadMetadata } from '#contracts';
import pg from 'pg';
import { type Browser } from 'playwright-core';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { metadataOf } from '../../tools/samples/metadata.js';
import { spokenSamples, type SampleTurn } from '../../tools/samples/sounds.js';
import { House } from '../support/house.js';
import { FORMS } from '../support/words-as-written.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';

let product: House;
let browser: Browser;
/** Sent with the wrong channel, and understood in no part. */
const [wrong, empty]: [string[], string[]] = [[], []];
const MODEL = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === 'zh-model'))[0]!;

/** The model call as a folder brings it: no fact but the notice. @param words as a tool writes them that knows no speakers */
async function send(externalId: string, agentChannel: 'left' | 'right', turns: readonly SampleTurn[]) {
  const { sample, audio, durationMs } = MODEL;
  const { legs: _, matter: __, ...about } = metadataOf(sample, { startedAt: new Date(), durationMs, staffNumber: '' });
  const metadata = { ...about, externalId, agentChannel, legs: [{ staffNumber: '3068', holdSpans: [] }] };
  const words = FORMS['Whisper’s verbose JSON'](sample.language, turns, durationMs);
  const operator = await product.signIn('admin');
  return (await operator.take(metadata as UploadMetadata, audio, new Blob([words]))).callId;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  for (const n of [1, 2]) wrong.push(await send(`wrong-${n}`, 'right', MODEL.turns));
  for (const n of [1, 2, 3]) empty.push(await send(`empty-${n}`, 'left', [{ ...MODEL.turns[0]!, text: '您好' }]));
  for (const callId of [...wrong, ...empty]) await product.reaches(callId, ['scored']);
  await product.idle();
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

/** As many calls more that wait as one as the first of `empty`, whose words and sound they share. */
async function copies(count: number): Promise<void> {
  const again = (table: string, where: string, change: string) =>
    `insert into ${table} select (jsonb_populate_record(one, ${change})).* from ${table} one, generate_series(1, ${count}) n where ${where}`;
  // The same from the same, so that the rows of a call find each other.
  const id = (of: string) => `overlay(overlay(md5(${of}::text || n) placing '4' from 13) placing '8' from 17)::uuid`;
  const statements = [
    again(
      'call',
      `one.id = $1`,
      `jsonb_build_object('id', ${id('one.id')}, 'external_id', one.external_id || '-' || n)`,
    ),
    again('leg', `one.call_id = $1`, `jsonb_build_object('id', ${id('one.id')}, 'call_id', ${id('one.call_id')})`),
    again(
      'scorecard',
      `one.leg_id in (select id from leg where call_id = $1)`,
      `jsonb_build_object('id', ${id('one.id')}, 'leg_id', ${id('one.leg_id')})`,
    ),
    again(
      'awaiting_person',
      `one.leg_id in (select id from leg where call_id = $1)`,
      `jsonb_build_object('id', ${id('one.id')}, 'leg_id', ${id('one.leg_id')}, 'scorecard_id', ${id('one.scorecard_id')})`,
    ),
  ];
  for (const statement of statements) await asOwner(statement, [empty[0]]);
}

async function asOwner(statement: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: product.ownerUrl });
  await client.connect();
  await client.query(statement, values);
  await client.end();
}

const totals = async () => {
  const reader = await product.signIn('quality');
  const cards = await Promise.all(wrong.map((callId) => reader.scorecards(callId)));
  return cards.map(([card]) => (card?.points === null ? null : card!.points / card!.maxPoints!));
};

it('calls of which nothing was understood are a row each, and are set aside together', async () => {
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'supervisor', '/review');
  const rows = page.locator('.review-table tbody tr', { hasText: '涉及 16 个评分项' });
  await rows.nth(2).waitFor();
  expect(await rows.count()).toBe(3);
  await lookAtScreen(screen, 'whole-calls-zh');
  await page.getByRole('button', { name: '选中所有整通等待的通话（3 通）' }).click();
  await page.getByRole('button', { name: '无可评分' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('所选 3 通中，3 通可以处理。').waitFor();
  const ok = dialog.getByRole('button', { name: '3 通不再等待' });
  expect(await ok.isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: '没有人说话' }).check();
  await lookAtScreen(screen, 'whole-calls-aside-zh');
  await ok.click();
  await page.getByText('3 通不再等待。').waitFor();
  await rows.first().waitFor({ state: 'detached' });
  expect(await product.count(`journal_entry where event = 'leg.set_aside'`)).toBe(3);
  await page.getByRole('button', { name: '撤销' }).click();
  await rows.nth(2).waitFor();
  expect(screen.errors).toEqual([]);
  await screen.close();
});

it('a folder of many is answered in one act, in pieces, with what was done and what was left out', async () => {
  await copies(120);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'supervisor', '/review');
  // One of them is in another person's hands by now, and is left out.
  await asOwner(
    `update awaiting_person set claimed_until = now() + interval '1 hour',
       claimed_by_person_id = (select person_id from account where username = 'quality')
     where leg_id in (select id from leg where call_id = $1)`,
    [empty[1]],
  );
  await page.locator('.review-table tbody tr').nth(3).waitFor();
  await lookAtScreen(screen, 'whole-calls-before-zh');
  await page.getByRole('button', { name: '选中所有整通等待的通话（123 通）' }).click({ timeout: patient(5000) });
  await page.getByText('已选 123 通').waitFor();
  await page.getByRole('button', { name: '无可评分' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('所选 123 通中，123 通可以处理。').waitFor();
  await dialog.getByText('分批处理，每批 100 通').waitFor();
  await dialog.getByRole('radio', { name: '没有人说话' }).check();
  await lookAtScreen(screen, 'whole-calls-many-zh');
  const asked: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/ticked/set-aside'))
      asked.push((request.postDataJSON() as { callIds: string[] }).callIds.length);
  });
  await dialog.getByRole('button', { name: '123 通不再等待' }).click();
  // A hundred and twenty-two acts, each of its own: a loaded machine takes its time.
  await dialog.getByText('123 通中完成 122 通，其余没有改动：').waitFor({ timeout: patient(90_000) });
  await dialog.getByText('1 通：同事正在处理').waitFor();
  expect(asked).toEqual([100, 23]);
  await lookAtScreen(screen, 'whole-calls-many-done-zh');
  expect(await product.count(`set_aside where taken_back_at is null`)).toBe(122);
  await dialog.getByRole('button', { name: '撤销' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await product.count(`set_aside where taken_back_at is null`)).toBe(0);
  expect(screen.errors).toEqual([]);
  await screen.close();
});

it('all calls that the filters find are chosen, beyond those that are loaded', async () => {
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'supervisor', '/calls');
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('checkbox', { name: 'Select the calls that are loaded' }).click();
  await page.getByRole('button', { name: 'Select all 125 calls that match the filters' }).click();
  await page.getByText('125 selected').waitFor();
  // What names its calls in an address, or gives them to one person, takes a hundred.
  expect(await page.getByRole('button', { name: 'Assign', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Set agent’s channel' }).click();
  await page.getByRole('dialog').getByText('Possible for 0 of 125.').waitFor();
  await page.getByRole('dialog').getByText('the left channel').waitFor();
  await lookAtScreen(screen, 'whole-calls-chosen-en');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  expect(screen.errors).toEqual([]);
  await screen.close();
});

it('an assignment is written while its reviewers are read, and needs its days', async () => {
  const screen = await openScreen(browser);
  const { page } = screen;
  const away = '**/ticked/reviewers*';
  await page.route(away, (route) => route.fulfill({ status: 503, body: '' }));
  await signIn(page, product, 'supervisor', `/calls?call=${wrong.join()}`);
  await page.getByRole('checkbox', { name: '选中已加载的通话' }).check();
  await page.getByRole('button', { name: '分配复核' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '重试' }).waitFor();
  await dialog.getByLabel('说明（选填）').fill('请再听一遍');
  await page.unroute(away);
  await dialog.getByRole('button', { name: '重试' }).click();
  await dialog.getByLabel('复核员').click();
  await page.locator('.ant-select-item-option').first().click();
  expect(await dialog.getByLabel('说明（选填）').inputValue()).toBe('请再听一遍');
  const assign = dialog.getByRole('button', { name: '分配 2 通' });
  expect(await assign.isEnabled()).toBe(true);
  await dialog.getByLabel('几天内完成').fill('');
  expect(await assign.isDisabled()).toBe(true);
  await screen.close();
});

it('calls of a folder with the wrong channel are swapped in one act, and have the score of a flawless call', async () => {
  expect((await totals()).every((share) => share === null || share < 0.9)).toBe(true);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'supervisor', `/calls?call=${wrong.join()}`);
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('checkbox', { name: 'Select the calls that are loaded' }).check();
  await page.getByRole('button', { name: 'Swap sides' }).click();
  await page.getByRole('dialog').getByText('Possible for 2 of 2.').waitFor();
  await lookAtScreen(screen, 'whole-calls-swap-en');
  await page.getByRole('button', { name: 'Swap 2' }).click();
  await page.getByText('2 calls: sides swapped; they are being scored again.').waitFor();
  await product.idle();
  expect(await totals()).toEqual([1, 1]);
  await page.goto(`${product.baseUrl}/calls/${wrong[0]}`);
  await page.locator('.turn.agent').first().waitFor();
  await lookAtScreen(screen, 'whole-calls-total-en');
  expect(await page.getByText('no total').count()).toBe(0);
  await screen.close();
});
