import { type UploadMetadata } from '#contracts';
import { type Browser } from 'playwright-core';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { metadataOf } from '../../tools/samples/metadata.js';
import { spokenSamples } from '../../tools/samples/sounds.js';
import { House } from '../support/house.js';
import { FORMS } from '../support/words-as-written.js';
import { KnownCalls } from './known-calls.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';
import { lookedAt } from '../support/deep.js';

let product: House;
let browser: Browser;
let known: KnownCalls;
/** A call that waited, rang two telephones, was held and passed on. */
let transferred: string;
/** The same customer's, which reached no one. */
let missed: string;
const [FIRST, SECOND] = spokenSamples(SAMPLE_CALLS.filter(({ language }) => language === 'zh').slice(0, 2));
const START = Date.UTC(2026, 2, 12, 6, 1, 40);
const at = (seconds: number) => new Date(START + seconds * 1000);
const KEY = Buffer.alloc(32, 7);

async function send({ sample, audio, durationMs, turns }: NonNullable<typeof FIRST>, staffNumber: string) {
  const about = metadataOf(sample, { startedAt: at(0), durationMs, staffNumber: '' });
  const metadata = { ...about, externalId: sample.id, legs: [{ staffNumber, holdSpans: [] }] };
  const words = FORMS['Whisper’s verbose JSON'](sample.language, turns, durationMs);
  const operator = await product.signIn('admin');
  const { callId } = await operator.take(metadata as UploadMetadata, audio, new Blob([words]));
  await product.reaches(callId, ['scored']);
  return callId;
}

const speak = (language: string) =>
  known.owner.query(`update account set language = $1 where username = 'quality'`, [language]);

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  known = await KnownCalls.of(product);
  const { owner } = known;
  transferred = await send(FIRST!, '3068');
  const other = await send(SECOND!, '3071');
  await product.idle();
  await owner.query('set session_replication_role = replica');
  const { rows } = await owner.query('select id, call_id from leg where call_id = any($1)', [[transferred, other]]);
  const [first, second] = [transferred, other].map((of) => rows.find(({ call_id: its }) => its === of)?.id as string);
  await owner.query('update leg set call_id = $1, position = 3 where id = $2', [transferred, second]);
  for (const table of ['recording', 'listed_leg'])
    await owner.query(`update ${table} set call_id = $1 where call_id = $2`, [transferred, other]);
  const holds = JSON.stringify([[at(60), at(84)]]);
  await owner.query(
    `update leg set position = 2, began_at = $2, ring_seconds = 5, answered_at = $3, ended_at = $4, outcome = 'answered', extension = '3068',
       holds = $5, transfer = 'blind', transfer_target = '3071', transferred_to_leg_id = $6 where id = $1`,
    [first, at(24), at(29), at(105), holds, second],
  );
  await owner.query(
    `update leg set position = 3, began_at = $2, ring_seconds = 6, answered_at = $3, ended_at = $4, outcome = 'answered', extension = '3071',
       hangup_party = 'customer' where id = $1`,
    [second, at(105), at(111), at(170)],
  );
  await owner.query('update call set started_at = $2, customer_key = $3, connection = $4 where id = $1', [
    ...[transferred, at(0), KEY, 'answered'],
  ]);
  await owner.query('set session_replication_role = origin');
  const { team_id: teamId, person_id: agent } = await known.agent('3068');
  await known.leg(transferred, 0, {
    ...{ kind: 'queue', queue: '账单', team_id: teamId, outcome: 'answered', began_at: at(3), queue_seconds: 26 },
  });
  await known.leg(transferred, 1, {
    ...{ kind: 'agent', extension: '3099', outcome: 'no_answer', began_at: at(6), ring_seconds: 15, ended_at: at(21) },
  });
  const queue = { kind: 'queue', queue: '账单', team_id: teamId };
  missed = await known.call(at(-3600), { connection: 'missed', customer: '138****2046', customer_key: KEY }, [
    { ...queue, outcome: 'no_answer', began_at: at(-3598), queue_seconds: 40, ended_at: at(-3558) },
    {
      ...{ kind: 'agent', person_id: agent, team_id: teamId, extension: '3068', outcome: 'no_answer' },
      ...{ began_at: at(-3590), alerted_at: at(-3590), ring_seconds: 20, ended_at: at(-3570) },
    },
  ]);
  await known.call(at(-86_400), { connection: 'abandoned', customer: '陈** 139****0001' }, [
    { ...queue, outcome: 'abandoned', began_at: at(-86_399), queue_seconds: 9.4, ended_at: at(-86_390) },
  ]);
  await known.call(at(-90_000), { connection: 'answered', customer: 'M. C*** 781****9034' }, [
    {
      ...{ kind: 'agent', extension: '3099', outcome: 'answered', began_at: at(-90_000), ring_seconds: 4 },
      ...{ answered_at: at(-89_996), ended_at: at(-89_800), hangup_party: 'customer' },
    },
  ]);
});
afterAll(async () => {
  await known?.end();
  await leave(browser);
  await product?.stop();
});

it.each(
  lookedAt(
    [
      ['zh', 'light', 1440],
      ['en', 'dark', 1440],
      ['en', 'light', 390],
    ] as const,
    2,
  ),
)('shows each leg on one axis, and what belongs to it below (%s, %s, %i px)', async (language, theme, width) => {
  await speak(language);
  const screen = await openScreen(browser, { theme, width, height: width === 390 ? 844 : 900 });
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${transferred}`);
  const rows = page.locator('.leg-row');
  await rows.nth(3).waitFor();
  expect(await rows.count()).toBe(4);
  expect(await rows.nth(2).getAttribute('aria-pressed')).toBe('true');
  expect(await rows.nth(0).innerText()).toContain(language === 'en' ? 'Waited 26 s' : '排队 26 秒');
  expect(await rows.nth(1).innerText()).toContain(language === 'en' ? 'Extension 3099' : '分机 3099');
  expect(await rows.nth(2).innerText()).toContain(language === 'en' ? 'Transferred to 3071' : '转接到 3071');
  await lookAtScreen(screen, `legs-${language}-${theme}-${width}`);
  await rows.nth(3).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/leg=4/);
  await page.locator('li:nth-child(4) > .leg-row[aria-pressed=true]').waitFor();
  await rows.nth(1).click();
  await page.waitForURL(/leg=2/);
  await page
    .getByText(language === 'en' ? 'This leg has no recording of its own' : '这一段没有自己的录音')
    .first()
    .waitFor();
  await lookAtScreen(screen, `leg-unheard-${language}-${theme}-${width}`);
  await screen.close();
});

it.each(
  lookedAt(
    [
      ['zh', 'light'],
      ['en', 'dark'],
    ] as const,
    0,
  ),
)(
  'lists calls without a recording, opens one, and tells that the customer got through (%s)',
  async (language, theme) => {
    await speak(language);
    const screen = await openScreen(browser, { theme });
    const { page } = screen;
    await signIn(page, product, 'quality', '/calls');
    await page.getByRole('link', { name: language === 'en' ? 'Calls without a recording' : '没有录音的通话' }).click();
    const rows = page.locator('.admin-table tbody tr');
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    await lookAtScreen(screen, `unrecorded-${language}-${theme}`);
    await page.goto(`${product.baseUrl}/calls/unrecorded?became=missed`);
    await rows.nth(1).waitFor({ state: 'detached' });
    await rows.getByRole('link').click();
    await page.waitForURL(new RegExp(missed));
    await page.locator('.leg-row').nth(1).waitFor();
    await page.getByText(language === 'en' ? /^No recording arrived/ : /^没有录音到达/).waitFor();
    const history = page.locator('.customer-calls');
    await history.getByText(language === 'en' ? /^Got through/ : /^后来打通/).waitFor();
    await lookAtScreen(screen, `call-missed-${language}-${theme}`);
    expect(await page.getByRole('button', { name: language === 'en' ? 'Play' : '播放' }).count()).toBe(0);
    await screen.close();
  },
);
