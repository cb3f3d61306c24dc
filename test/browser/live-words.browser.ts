import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { filesHolding, formsOf } from '../support/canary.js';
import { type CaptureProcess } from '../support/capture-process.js';
import { CHECKOUT } from '../support/checkout.js';
import { House } from '../support/house.js';
import { LISTENED_AGENT, listenedHouse } from '../support/listened-house.js';
import { hasRecogniser, WITH_RECOGNISER } from '../support/recogniser.js';
import { RecordingClient } from '../support/recording-client.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

const ends = new AsyncDisposableStack();
let house: House;
let browser: Browser;
let capture: CaptureProcess;

const side = (name: string) => readFileSync(join(CHECKOUT, `libs/transcripts/measure/${name}.alaw`));
const tile = (page: Page) => page.locator('.tile', { has: page.locator('.live-words') });
/** What a page shows of what was said; long enough to be in no list of phrases. */
const saidOn = async (page: Page) => {
  const said = page.locator('.live-said span').filter({ hasText: /.{12}/u });
  await said.first().waitFor({ timeout: 90_000 });
  return said.allTextContents();
};
/** The database goes on, and a file may go as it is read. */
const holding = (place: string, forms: readonly Buffer[]): Promise<string[]> =>
  filesHolding(place, forms).catch(() => holding(place, forms));

/** Tables of the product with a row that holds any of the texts. */
async function tablesHolding(texts: readonly string[]): Promise<string[]> {
  const { rows } = await house.database.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')",
  );
  expect(rows.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const { name } of rows) {
    const sql = `select exists (select 1 from ${name} kept_row, unnest($1::text[]) heard_words (heard_text) where strpos(kept_row::text, heard_text) > 0) as held`;
    const { rows: held } = await house.database.query<{ held: boolean }>(sql, [texts]);
    if (held[0]?.held) found.push(name);
  }
  return found;
}

(hasRecogniser() ? describe : describe.skip)('words of a call that goes on', () => {
  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open(), startBrowser()]);
    ends.defer(() => house.stop());
    ends.defer(() => leave(browser));
    // How many it would be measured to hear depends on what else this machine does.
    const env = { ...WITH_RECOGNISER, SHOUWEN_LIVE_WORDS: 'chosen', SHOUWEN_LIVE_WORDS_CALLS: '1' };
    capture = ends.adopt(await listenedHouse(house, env), (one) => one.end('SIGTERM'));
  }, 120_000);
  afterAll(() => ends.disposeAsync());

  it('are heard once a supervisor chooses it, appear on both screens, and are nowhere afterwards', async () => {
    const [agent, supervisor] = [await openScreen(browser), await openScreen(browser)];
    const [{ page: own }, { page: floor }] = [agent, supervisor];
    await signIn(own, house, 'agent', '/my-call');
    await signIn(floor, house, 'supervisor', '/floor');
    const speakers = { customer: '13800002046', agent: LISTENED_AGENT.extension };
    const caller = ends.adopt(await RecordingClient.open(capture.port, speakers, randomUUID()), (one) => one.close());
    await caller.invite();
    const [first, second] = await caller.speakThrough(
      (async () => {
        await own.getByText('未实时转写').waitFor();
        await tile(floor).getByText('未实时转写').waitFor();
        await tile(floor)
          .getByRole('button', { name: /^实时转写/ })
          .focus();
        await floor.keyboard.press('Enter');
        await tile(floor).getByText('正在实时转写').waitFor();
        await tile(floor)
          .getByRole('button', { name: /实时文字$/ })
          .click();
        const spoken = Promise.all([saidOn(own), saidOn(floor)]);
        return caller.say([side('customer'), side('agent')], spoken);
      })(),
    );
    await lookAtScreen(agent, 'my-call-words-zh-1440');
    await lookAtScreen(supervisor, 'floor-words-zh-1440');
    expect(second.some((text) => first.includes(text))).toBe(true);
    expect(await caller.bye()).toBe(200);
    await own.getByText('您现在没有进行中的通话').waitFor();
    await floor.locator('.live-said').waitFor({ state: 'detached' });

    // Words of the finished transcript lie sealed; these lie nowhere.
    const texts = [...new Set([...first, ...second])];
    const forms = texts.flatMap((text) => formsOf(text));
    expect(await holding(house.dataDir, forms)).toEqual([]);
    expect(await tablesHolding(texts)).toEqual([]);
    expect(forms.filter((form) => capture.words.includes(form.toString()))).toEqual([]);
  }, 240_000);
});
