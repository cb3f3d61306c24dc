import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import pg from 'pg';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { NEWEST, writeManyCalls } from '../../measure/bench/list/many-calls.js';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { comesTrue } from './comes-true.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

const PERIOD = 'from=2026-11-18&to=2026-11-20';
let product: House;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  owner = new pg.Client({ connectionString: product.ownerUrl });
  await owner.connect();
  await writeManyCalls(owner, { calls: 1_200, teams: 4, peoplePerTeam: 2 });
});
afterAll(async () => {
  await leave(browser);
  await owner?.end();
  await product?.stop();
});

const english = async (page: Page) => {
  await page.getByRole('button', { name: '切换到英文' }).click();
  // Away from the buttons, which explain themselves under the pointer.
  await page.mouse.move(400, 400);
};
/** What the compressed streams of a PDF hold. */
function streamsOf(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    const bytes = pdf.subarray(at + 7, pdf.indexOf('\nendstream', at));
    // `endstream` ends so too.
    if (bytes[0] === 0x78) found.push(inflateSync(bytes).toString('latin1'));
  }
  return found;
}
const inTable = (page: Page, name: string) => page.getByRole('table', { name });

describe('reports', () => {
  it('show each number with its calls behind it: the list says the same number', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    const team = inTable(page, '按班组（以通话当时为准）').getByRole('row', { name: /班组1/ });
    const critical = team.getByRole('link').nth(-2);
    const number = await critical.textContent();
    expect(Number(number)).toBeGreaterThan(0);
    await page.locator('.report-chart svg').first().waitFor();
    await lookAtScreen({ page, errors }, 'reports-zh');
    await critical.click();
    await page.locator('.call-count').getByText(number!, { exact: true }).waitFor();
    await page.locator('.chip', { hasText: '班组：班组1' }).waitFor();
    await page.locator('.chip', { hasText: '未达成：任意关键项' }).waitFor();
    await page.goBack();
    await team.waitFor();
    await close();
  });

  it('tell how callers were served, by queue and by team, and take the seconds that the company sets', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    const served = page.locator('.admin-section').filter({ has: page.getByRole('heading', { name: /来电服务/ }) });
    await served.getByRole('row', { name: /^合计/ }).waitFor();
    await served.getByText('20 秒内接听的占比').waitFor();
    await served.getByText('班组', { exact: true }).click();
    await served.getByRole('row', { name: /^班组1/ }).waitFor();
    await english(page);
    await page.getByRole('heading', { name: /Service level(?! settings)/ }).waitFor();
    await page.getByLabel('Answered in time within (seconds)').fill('30');
    await page.getByRole('button', { name: 'Save service level' }).click();
    await page.getByText('The service level settings are saved.').waitFor();
    await lookAtScreen({ page, errors }, 'reports-service-en');
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await page.locator('html[lang^=zh]').waitFor();
    await close();
  });

  it('say of a figure what it is, by keyboard, and lead to the guide', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    const why = page.locator('.report-total').getByRole('button', { name: '“得分率”是怎么来的？' });
    await why.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: '“得分率”是怎么来的？' });
    await panel.getByText('区间重叠时不排名。').waitFor();
    await lookAtScreen({ page, errors }, 'reports-why-zh');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toBe('“得分率”是怎么来的？');
    await why.click();
    await panel.getByRole('link', { name: '在指南里看详细说明' }).click();
    await page.getByRole('heading', { name: '看报表' }).waitFor();
    await english(page);
    await page.getByRole('heading', { name: 'Read reports' }).waitFor();
    await page.getByRole('link', { name: 'Quality', exact: true }).click();
    await page.getByRole('heading', { name: 'Guide for quality managers' }).waitFor();
    const picture = page.getByRole('img', { name: /^Home of a quality manager/ });
    await picture.scrollIntoViewIfNeeded();
    expect(await comesTrue(page, `document.querySelector('.help img').naturalWidth > 0`)).toBe(true);
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await page.locator('html[lang^=zh]').waitFor();
    await close();
  });

  it('count items and clauses, and are read on a telephone', async () => {
    const { page, errors, close } = await openScreen(browser, { width: 390, height: 3200 });
    await signIn(page, product, 'quality', `/reports?${PERIOD}&by=item`);
    await inTable(page, '按评分项').getByRole('link').first().waitFor();
    await lookAtScreen({ page, errors }, 'reports-items-390');
    await page.getByRole('tablist', { name: '分组方式' }).getByText('制度条款').click();
    const clause = inTable(page, '按制度条款').getByRole('row', { name: /P1 §1/ }).first();
    const missed = clause.getByRole('link').nth(1);
    const number = await missed.textContent();
    await missed.click();
    await page.locator('.call-count').getByText(number!, { exact: true }).waitFor();
    await page.locator('.chip', { hasText: '未达成：P1 §1' }).waitFor();
    await close();
  });

  it('count a new call without being loaded again', async () => {
    const { page, close } = await openScreen(browser);
    // A period that is not over: those that are over are counted again far less often.
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await signIn(page, product, 'quality', `/reports?from=2026-11-18&to=${tomorrow}&by=queue`);
    const total = page.locator('.report-total .figure').first().locator('a');
    const before = Number((await total.textContent())!.replace(',', ''));
    const metadata = callMetadata({
      startedAt: NEWEST,
      legs: [{ staffNumber: '3068', queue: '新队列', holdSpans: [] }],
      consent: { state: 'declined' },
    });
    delete metadata.agentChannel;
    const sender = await product.signIn('admin');
    await sender.take(metadata, new Blob([new Uint8Array(synthWav({ seconds: 0.1 }))]));
    await total.getByText((before + 1).toLocaleString('en'), { exact: true }).waitFor();
    await inTable(page, '按队列')
      .getByRole('row', { name: /新队列/ })
      .waitFor();
    await close();
  });

  it('say which answers were late, and no points of one agent', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    const late = page.locator('.report-total').getByRole('link', { name: /通超过三声/ });
    const number = (await late.textContent())!.split(' ')[0]!;
    await late.click();
    await page.locator('.call-count').getByText(number, { exact: true }).waitFor();
    await page.locator('.chip', { hasText: '三声' }).waitFor();
    // Filters that leave the calls of one agent: no points, in the total, the groups and the trend.
    const { rows } = await owner.query<{ agent: string }>(
      `select person_id as agent from listed_leg where counted and points_percent is not null group by 1 order by count(*) desc limit 1`,
    );
    await page.goto(`${product.baseUrl}/reports?${PERIOD}&agent=${rows[0]!.agent}`);
    await page.locator('.report-total').getByText('单个坐席，不列出').waitFor();
    await page.locator('.report-total').getByRole('link', { name: '查看坐席均值' }).waitFor();
    expect(await page.getByRole('radiogroup', { name: '指标' }).first().getByText('得分率').count()).toBe(0);
    expect(await inTable(page, '按班组（以通话当时为准）').getByRole('columnheader', { name: '得分率' }).count()).toBe(
      0,
    );
    await close();
  });

  it('leave as files from the running product, on paper with their type', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}&by=team`);
    await inTable(page, '按班组（以通话当时为准）').waitFor();
    const files: Record<string, Buffer> = {};
    for (const name of ['CSV', 'Excel', 'PDF']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.report-files').first().getByRole('link', { name }).click(),
      ]);
      files[name] = await readFile(await download.path());
    }
    expect(files['CSV']!.toString('utf8')).toMatch(/^\uFEFF"通话报表：按班组"/);
    expect(files['Excel']!.subarray(0, 2).toString()).toBe('PK');
    const streams = streamsOf(files['PDF']!);
    expect(files['PDF']!.toString('latin1')).toMatch(/\/FontFile[23]? \d+ 0 R/);
    // What a search for 报 in the file, or a screen reader, goes by.
    expect(streams.filter((text) => text.includes('beginbfrange') || text.includes('beginbfchar'))).toContainEqual(
      expect.stringMatching(/<62a5>/i),
    );
    await close();
  });

  it('are what an alert opens, which says the figure and its line', async () => {
    await owner.query(
      `with team as (select id from team where name_zh = '班组1'), told (id, measure, value, of_calls, line, kind) as (values
         ('00000000-0000-4000-8000-0000000000a1'::uuid, 'critical', 7, 300, 5, 'critical_many'),
         ('00000000-0000-4000-8000-0000000000a2'::uuid, 'rings', 8996, 10000, 90, 'rings_few')),
       alerts as (insert into figure_alert (id, day, team_id, measure, value, of_calls, line, told_at)
         select told.id, '2026-11-19', team.id, measure, value, of_calls, line, now() from told, team)
       insert into notification (id, entry_id, person_id, kind, alarm, alarm_subject, at)
       select gen_random_uuid(), gen_random_uuid(), account.person_id, kind, 'figure', told.id, now() from told, account
       where username = 'quality'`,
    );
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    await page.getByRole('button', { name: '2 条未读通知' }).click();
    await page.getByText('2026-11-19 班组1：三声之内接听 89.9%，低于告警线 90%').waitFor();
    await page.getByText('2026-11-19 班组1：7 通通话有关键项未达成（告警线 5 通）').click();
    await page.locator('.chip', { hasText: '未达成：任意关键项' }).waitFor();
    await close();
  });

  it('show the lines of alerts, and let only a manager of the whole company change them', async () => {
    const { page, close } = await openScreen(browser, { height: 3200 });
    await signIn(page, product, 'quality', `/reports?${PERIOD}`);
    await page.getByLabel('三声之内接听至少要有多少通才通知').waitFor();
    const may = await page.getByText('只有管理全公司的质检经理可以更改。').count();
    expect(may).toBe(0);
    await owner.query(
      `update role_assignment set team_id = (select id from team order by name_zh limit 1)
       where role = 'quality_manager' and person_id = (select person_id from account where username = 'quality')`,
    );
    try {
      await page.reload();
      await page.getByText('只有管理全公司的质检经理可以更改。').waitFor();
      expect(await page.getByLabel('三声之内接听至少要有多少通才通知').isDisabled()).toBe(true);
    } finally {
      await owner.query(
        `update role_assignment set team_id = null
         where role = 'quality_manager' and person_id = (select person_id from account where username = 'quality')`,
      );
    }
    await close();
  });

  // The last one: the account's language stays English.
  it('put no people in order by what may be chance, and say so', async () => {
    const { page, errors, close } = await openScreen(browser, { theme: 'dark', height: 2400 });
    await signIn(page, product, 'quality', `/reports?${PERIOD}&by=team`);
    await english(page);
    await page.getByText('Intervals overlap, so there is no ranking').waitFor();
    const ordered = (table: Locator) =>
      Promise.all(
        ['Points', 'Critical item not met', 'With items not judged'].map((name) =>
          table.getByRole('button', { name, exact: true }).count(),
        ),
      );
    const teams = inTable(page, 'By team, as it was at the time of the call');
    expect(await ordered(teams)).toEqual([0, 0, 0]);
    await page.locator('.report-chart svg').nth(1).waitFor();
    await page.getByRole('tablist', { name: 'Group by' }).getByText('Agent', { exact: true }).click();
    // Of single agents no points, and no order by what failed.
    await page.getByText('Points of single agents are not shown').waitFor();
    const agents = inTable(page, 'By agent');
    expect(await agents.getByRole('columnheader', { name: 'Points' }).count()).toBe(0);
    expect(await ordered(agents)).toEqual([0, 0, 0]);
    expect(await agents.getByRole('button', { name: 'Agent' }).count()).toBe(1);
    await lookAtScreen({ page, errors }, 'reports-en-dark');
    await page.getByRole('link', { name: 'Open agent averages' }).click();
    await page.getByRole('heading', { name: 'Agent averages' }).waitFor();
    await close();
  });
});
