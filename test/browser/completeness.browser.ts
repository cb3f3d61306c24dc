import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { leave, type Look, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

/**
 * Forty talks of an agent by the records of a telephone system, four hours ago: of three no recording came, and one of them was taken at an
 * extension that no one has. The others are recorded, and shut at a person's request, so that no words of them are due.
 */
const TALKS = [
  `create temporary table talk as select n, gen_random_uuid() as call_id, gen_random_uuid() as leg_id, gen_random_uuid() as recording_id,
     now() - interval '4 hours' + make_interval(secs => n) as began from generate_series(1, 40) n`,
  `insert into call (id, source, external_id, direction, classification, region, started_at, answered_at, ended_at, connection, stage, stage_at, created_at)
     select call_id, 'pbx-east', 'pbx-' || n, 'inbound', 'business', 'CN', began, began + interval '9 seconds', began + interval '189 seconds',
       'answered', case when n > 3 then 'sealed' else 'ended' end, began, began from talk`,
  `insert into leg (id, call_id, position, kind, outcome, person_id, team_id, extension, began_at, answered_at, ended_at, hold_spans, record_key)
     select leg_id, call_id, 0, 'agent', 'answered', case when n > 1 then person.id end, case when n > 1 then person.team_id end,
       case when n > 1 then '3068' else '7719' end, began + interval '2 seconds', began + interval '9 seconds', began + interval '189 seconds', '[]', 'k' || n
     from talk, person where person.staff_number = '3068'`,
  `insert into recording (id, call_id, leg_id, source, external_id, sha256, bytes, duration_ms, channels, sample_rate, codec, agent_channel, custody,
       incomplete, damaged, restricted, key_id, sealed_at, created_at)
     select recording_id, call_id, leg_id, 'pbx-east', 'pbx-' || n, repeat('0', 64), 960044, 180000, 2, 8000, 'pcm_s16le', 'left', 'sealed',
       false, false, true, recording_id, began, began from talk where n > 3`,
];
const LOOK_NOW = `update schedule set next_due_at = now() where name = 'find-gaps'`;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function open(username: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  screen.page.setDefaultTimeout(20_000);
  await signIn(screen.page, product, username, '/completeness');
  return screen;
}

describe('what is missing of calls', () => {
  it('comes to a supervisor’s screen by itself, of the team alone, and waits for a second person to be accepted', async () => {
    const screen = await open('supervisor');
    const { page } = screen;
    await page.getByText('没有未处理的缺口。').waitFor();
    for (const statement of [...TALKS, LOOK_NOW]) await product.database.query(statement);
    const rows = page.locator('tr', { hasText: '没有收到录音' });
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);
    expect(await page.getByText('7719').count()).toBe(0);
    await page.getByText('低于目标', { exact: true }).waitFor();
    await lookAtScreen(screen, 'completeness-team-1440');

    await rows
      .first()
      .getByRole('button', { name: /认\s*领/ })
      .click();
    await page.getByText('尚无人认领').nth(1).waitFor({ state: 'detached' });
    await rows.first().getByRole('button', { name: '申请接受' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '提交申请' }).isDisabled()).toBe(true);
    await dialog.getByText('已知故障').click();
    await dialog.getByLabel(/说明/).fill('当晚录音服务器搬迁。');
    await lookAtScreen(screen, 'completeness-accept-1440');
    await dialog.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('tab', { name: '待确认 1' }).click();
    await page.getByText(/申请接受：已知故障/).waitFor();
    expect(await page.getByRole('button', { name: '同意接受' }).count()).toBe(0);
    expect(page.url()).toContain('state=waiting');
    await screen.close();
  });

  it('shows an administrator every team in English, in the dark, without a way into the call, and takes the agreement', async () => {
    const screen = await open('admin', { theme: 'dark', width: 1280, height: 800 });
    const { page } = screen;
    await page.getByRole('button', { name: /切换到英文/ }).click();
    await page.getByText('Extension 7719').waitFor();
    expect(await page.locator('.admin-body a[href^="/calls/"]').count()).toBe(0);
    await lookAtScreen(screen, 'completeness-company-dark-1280');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('dialog').getByLabel('Target (%)').waitFor();
    await lookAtScreen(screen, 'completeness-settings-dark-1280');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('tab', { name: 'To confirm 1' }).click();
    await page.getByRole('button', { name: 'Agree' }).first().click();
    await page
      .getByRole('button', { name: /yes|OK|Agree/i })
      .last()
      .click();
    await page.getByText('No requests are waiting for confirmation.').waitFor();
    await page.getByRole('tab', { name: 'Closed' }).click();
    await page.getByText(/agreed to accept it: A known outage/).waitFor();
    await screen.close();
  });

  it('fits a telephone', async () => {
    const screen = await open('supervisor', { width: 390, height: 844 });
    await screen.page.locator('tr', { hasText: '没有收到录音' }).first().waitFor();
    await lookAtScreen(screen, 'completeness-team-390');
    await screen.close();
  });
});
