import { readFile } from 'node:fs/promises';
import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata, PASSWORD } from '../support/product.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

const FIXTURES = new URL('../fixtures/provided-words/', import.meta.url);

/** A call of one channel whose words another tool wrote. */
async function send(words: Buffer, language: 'en' | 'unknown' = 'en'): Promise<string> {
  const { agentChannel: _, ...metadata } = { ...callMetadata(), language };
  const operator = await product.signIn('admin');
  const [sound, said] = [synthWav({ seconds: 20 }), words].map((bytes) => new Blob([new Uint8Array(bytes)]));
  return (await operator.take(metadata, sound!, said!)).callId;
}

it('who SPEAKER_00 is is asked above the words, answered by mouse, and the call is scored again', async () => {
  const callId = await send(await readFile(new URL('whisperx-3.8.6.diarized.json', FIXTURES)));
  await product.reaches(callId, ['scored'], 120_000);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${callId}`);
  const asked = page.locator('.who-speaks');
  await asked.getByText('SPEAKER_01 是谁？').waitFor();
  await asked.getByText('How can I help you today?').waitFor();
  await lookAtScreen(screen, 'who-speaks-zh');
  const [first, second] = [asked.locator('fieldset').nth(0), asked.locator('fieldset').nth(1)];
  await first.getByText('坐席', { exact: true }).click();
  await second.getByText('客户', { exact: true }).click();
  await asked.getByRole('button', { name: '保存并重新评分' }).click();
  await page.locator('.turn.agent').first().waitFor();
  await page.locator('.who-speaks-named').waitFor();
  await lookAtScreen(screen, 'who-speaks-answered-zh');
  await screen.close();
});

it('a language that was not given is told, or asked for on the page, and a turn in the other one says so', async () => {
  const both = '1\n00:00:01,000 --> 00:00:04,000\n您好 this is Green Valley Bank.\n';
  const [unsure, told] = [
    await send(Buffer.from(both), 'unknown'),
    await send(Buffer.from(both.replace('您好', 'Good morning,')), 'unknown'),
  ];
  await product.reaches(unsure, ['needs_attention'], 120_000);
  await product.reaches(told, ['scored'], 120_000);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${told}`);
  await page.getByText('英语（据文字，100%）').waitFor();
  await page.goto(page.url().replace(told, unsure));
  await page.getByText('没有注明通话语言，而且两种语言都说了不少。').waitFor();
  await lookAtScreen(screen, 'language-asked-zh');
  await page.getByRole('button', { name: '是普通话' }).click();
  await product.reaches(unsure, ['scored'], 120_000);
  await page.locator('.turn').first().waitFor();
  await page.getByRole('button', { name: '是普通话' }).waitFor({ state: 'detached' });
  // Only a recogniser tells turns apart, and there is none here: what it would say is put into the answer.
  await page.route('**/transcript**', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('"speaker":"unknown"', '"speaker":"unknown","language":"en"');
    await route.fulfill({ response: answer, body });
  });
  await page.reload();
  await page.locator('.turn p[lang="en"]').waitFor();
  await page.locator('.turn-language', { hasText: '英语' }).waitFor();
  await lookAtScreen(screen, 'language-mixed-zh');
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.locator('.turn-language', { hasText: 'English' }).waitFor();
  await lookAtScreen(screen, 'language-mixed-en');
  // The account keeps it: the tests that follow read Mandarin.
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  await page.locator('.turn-language', { hasText: '英语' }).waitFor();
  await screen.close();
});

it('a misheard word is corrected in its place, and what it was is shown beside what it is', async () => {
  const callId = await send(Buffer.from('1\n00:00:01,000 --> 00:00:04,000\nGreen Belly Bank, Susan speaking.\n'));
  await product.reaches(callId, ['scored'], 120_000);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${callId}`);
  const turn = page.locator('.turn').first();
  await turn.hover();
  await turn.getByRole('button', { name: '更正 0:01 的这句话' }).click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: '保存更正' });
  expect(await save.isDisabled()).toBe(true);
  await dialog.getByLabel('实际说的话').fill('Green Valley Bank, Susan speaking.');
  await lookAtScreen(screen, 'correct-words-zh');
  await save.click();
  await page.locator('.turn').getByText('Green Valley Bank').waitFor();
  await page.getByRole('button', { name: '第 2 版' }).click();
  await dialog.getByText('5 个字词中有 1 个不同').waitFor();
  await dialog.getByRole('button', { name: '与当前文字比较' }).click();
  await dialog.locator('del', { hasText: 'Belly' }).waitFor();
  await dialog.locator('ins', { hasText: 'Valley' }).waitFor();
  // Words that came along are not heard again: no button offers it.
  expect(await dialog.getByRole('button', { name: '重新转写' }).count()).toBe(0);
  await lookAtScreen(screen, 'words-versions-zh');
  await screen.close();
});

it('what is known is corrected in a dialog, and words that cannot be used say why', async () => {
  const callId = await send(Buffer.from('{"segments": [\n{"start": 0,]}'));
  await product.reaches(callId, ['needs_attention'], 120_000);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${callId}`);
  await page.getByText('不是有效的 JSON').first().waitFor();
  await page.getByRole('button', { name: '更正通话信息' }).click();
  await page.getByLabel('接听时间').fill('2026-03-12 14:02:09');
  await page.getByLabel('原因').fill('话务系统导出有误');
  await lookAtScreen(screen, 'correction-zh');
  await page.getByRole('button', { name: /^更\s*正$/ }).click();
  await page.locator('.corrections').getByText('接听时间').waitFor();
  await page.locator('.corrections').getByText('话务系统导出有误').waitFor();
  await lookAtScreen(screen, 'corrected-zh');
  await screen.close();
  await correctsTheRest(callId);
});

/** What the telephone system and the company know, in English: each fault says how to mend it, and what is sent is what is stored. */
async function correctsTheRest(callId: string): Promise<void> {
  const screen = await openScreen(browser, { theme: 'dark', height: 1500 });
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${callId}`);
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('button', { name: 'Correct this call' }).click();
  const dialog = page.getByRole('dialog');
  const fill = (label: string, text: string) => dialog.getByLabel(label, { exact: true }).fill(text);
  const choose = async (label: string, option: string) => {
    await dialog.getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option:visible', { hasText: option }).click();
  };
  await dialog.getByText('Nothing has been changed yet.').waitFor();
  await fill('Started', '11/27/2026 02:02 PM');
  await dialog.getByText('Write it as 2026-03-12 14:02:09').waitFor();
  await fill('Started', '2026-03-12 14:02:00');
  await choose('Kind of call', 'Private');
  await dialog.getByText('the recording is closed at once').waitFor();
  await choose('Transfer', 'With briefing');
  await choose('Asked a colleague', 'Yes');
  await fill('Recording purpose', 'Sales calls');
  await fill("Matter's number", 'm-8');
  await fill('Queue', 'billing');
  await fill('Time in the queue (s)', '45');
  await dialog.getByRole('button', { name: 'Add a hold' }).click();
  await fill('Hold 1 from', '0:04');
  await fill('Hold 1 to', '0:02');
  for (const words of [/lower-case letters/, 'Give both number and title', 'the end comes after the start'])
    await dialog.getByText(words).waitFor();
  await lookAtScreen(screen, 'correction-wrong-en-dark');
  await fill('Recording purpose', 'sales');
  await fill("Matter's title", 'Card');
  await fill('Outcome', 'sold');
  await fill('Hold 1 to', '0:06.5');
  await dialog.getByText('Give a reason of at least 5 characters.').waitFor();
  await fill('Reason', 'The export was wrong');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  // A private call must not be recorded: that closes the recording, and asks who sits there.
  await provesIt(page);
  await dialog.first().waitFor({ state: 'hidden' });
  await page.locator('.corrections').getByText('The export was wrong').waitFor();
  await page
    .getByText('according to a correction, it should not have been recorded', { exact: false })
    .first()
    .waitFor();
  expect(await page.getByText('withdrew consent').count()).toBe(0);
  await lookAtScreen(screen, 'corrected-en-dark');
  await screen.close();
  expect(await (await product.signIn('quality')).call(callId)).toMatchObject({
    ...{ classification: 'private', purpose: 'sales', outcome: 'sold', matterReference: 'm-8', matter: 'Card' },
    legs: [
      {
        ...{ queue: 'billing', queueSeconds: 45, transfer: 'warm', consulted: true },
        holdSpans: [{ fromMs: 4_000, toMs: 6_500 }],
      },
    ],
  });
}

/** Gives the password in the dialog above the one that is sent. */
async function provesIt(page: Page): Promise<void> {
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('input[type=password]').press('Enter');
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
}

it('another agent waits on the call’s page and on Home for a second person, who confirms it', async () => {
  const callId = await send(Buffer.from('1\n00:00:01,000 --> 00:00:04,000\nGreen Valley Bank, Susan speaking.\n'));
  await product.reaches(callId, ['scored'], 120_000);
  const first = await openScreen(browser);
  await signIn(first.page, product, 'supervisor', `/calls/${callId}`);
  await first.page.getByRole('button', { name: '更正通话信息' }).click();
  await first.page.getByLabel('坐席工号').fill('3068');
  await first.page.getByLabel('原因').fill('分机换了人');
  await first.page.getByRole('button', { name: /^更\s*正$/ }).click();
  await provesIt(first.page);
  const waits = first.page.locator('.waiting-correction');
  await waits.getByText('等待另一位同事确认').waitFor();
  await waits.getByText('会改变谁可以收听、查看和申诉这通电话。').waitFor();
  expect(await waits.getByRole('button', { name: '确认更正' }).count()).toBe(0);
  expect(await waits.getByRole('button', { name: /^撤\s*回$/ }).count()).toBe(1);
  await lookAtScreen(first, 'correction-waits-zh');

  const second = await openScreen(browser, { theme: 'dark' });
  const { page } = second;
  await signIn(page, product, 'quality', '/');
  // The account reads English since the test before.
  await page.getByRole('link', { name: 'Corrections of calls to confirm' }).click();
  await page.getByRole('heading', { name: 'Corrections to confirm' }).waitFor();
  await page.locator('.waiting-correction').getByText('分机换了人').waitFor();
  await lookAtScreen(second, 'corrections-to-confirm-en-dark');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.locator('.ant-popover:visible').getByRole('button').last().click();
  await provesIt(page);
  await page.getByText('No corrections are waiting.').waitFor();
  await second.close();

  await first.page
    .locator('.corrections')
    .getByText(/^由 .+ 确认$/)
    .waitFor();
  await waits.waitFor({ state: 'detached' });
  await lookAtScreen(first, 'correction-confirmed-zh');
  await first.close();
  const { legs } = await (await product.signIn('quality')).call(callId);
  expect(legs[0]?.agent?.staffNumber).toBe('3068');
});
