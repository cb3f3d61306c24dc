import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import yauzl from 'yauzl';
import { RoleAssignment } from '#people';
import { newId } from '#platform';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { writeManyCalls, type MadeTeams } from '../../../../measure/bench/list/many-calls.js';

const PERIOD = { from: '2026-11-19', to: '2026-11-20' };
let api: TestApi;
let made: MadeTeams;
let organisation: Organisation;
let accounts: Record<'manager' | 'supervisor' | 'analyst' | 'auditor' | 'agent', TestAccount>;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  made = await writeManyCalls(owner, { calls: 300, teams: 4, peoplePerTeam: 2 });
  // What a spreadsheet would run.
  await owner.query(`update team set name_zh = '=cmd|calc', name_en = '=cmd|calc' where id = $1`, [made.teamIds[0]]);
  await owner.end();
  accounts = {
    manager: await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null }),
    supervisor: await buildAccount(api.source, organisation, { role: 'supervisor', teamId: made.teamIds[1]! }),
    analyst: await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: null }),
    auditor: await buildAccount(api.source, organisation, { role: 'auditor', teamId: null }),
    agent: await buildAccount(api.source, organisation, { role: 'agent', teamId: null }),
  };
});
afterAll(() => api.stop());

async function ask(who: keyof typeof accounts, format: string, query: Record<string, string>): Promise<Response> {
  const address = new URLSearchParams({ ...PERIOD, ...query }).toString();
  const cookie = await api.signIn(accounts[who].username);
  return fetch(`${api.baseUrl}/api/v1/reports/report.${format}?${address}`, { headers: { cookie } });
}
async function file(who: keyof typeof accounts, format: string, query: Record<string, string>): Promise<Buffer> {
  const response = await ask(who, format, query);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The sheet of a workbook, as its XML says it. */
async function sheetOf(workbook: Buffer, name = 'xl/worksheets/sheet1.xml'): Promise<string> {
  const zip = await yauzl.fromBufferPromise(workbook);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  }
  throw new Error(`${name} is not in the workbook`);
}

it('writes CSV that a spreadsheet reads as UTF-8 and does not run', async () => {
  const lines = (await file('manager', 'csv', { by: 'team', exportLanguage: 'zh' })).toString('utf8').split('\r\n');
  expect(lines[0]).toBe('\uFEFF"通话报表：按班组"');
  expect(lines[3]).toContain('"班组","通话","三声之内接听"');
  const cells = lines.find((line) => line.includes('cmd|calc'))!.split(',');
  expect(cells[0]).toBe(`"'=cmd|calc"`);
  expect(Number(cells[1])).toBeGreaterThan(10);
  expect(lines.find((line) => line.startsWith('"合计"'))).toMatch(/^"合计",\d+,/);
});

it('writes a workbook with real numbers and days, and without a formula', async () => {
  const byTeam = await sheetOf(await file('manager', 'xlsx', { by: 'team', exportLanguage: 'en' }));
  expect(byTeam).not.toMatch(/<f[ >]/);
  expect(byTeam).toMatch(/<c r="B5"[^>]*><v>\d+<\/v><\/c>/);
  const byDay = await sheetOf(await file('manager', 'xlsx', { by: 'day' }));
  // 2026-11-20 in days since the end of 1899.
  expect(byDay).toMatch(/<c r="A5"[^>]*><v>46346<\/v><\/c>/);
});

it('writes paper with Chinese type', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-report-'));
  try {
    const path = join(folder, 'report.pdf');
    const pdf = await file('manager', 'pdf', { by: 'item', exportLanguage: 'zh' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // A part of the type, not all of its ten megabytes.
    expect(pdf.length).toBeLessThan(300_000);
    await writeFile(path, pdf);
    const text = await promisify(execFile)('pdftotext', ['-layout', path, '-']).then(
      ({ stdout }) => stdout,
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
    );
    // Poppler is not on every machine that runs the tests.
    if (text !== null)
      for (const words of ['通话报表：按评分项', '未达成', 'answer.three_rings']) expect(text).toContain(words);
    expect((await readFile(path)).length).toBe(pdf.length);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('gives out what the export of calls reaches, without scores where they may not be seen, and the journal says so', async () => {
  const lines = (await file('supervisor', 'csv', { by: 'team', exportLanguage: 'en' })).toString('utf8').split('\r\n');
  expect(lines.filter((line) => /^"Team \d|^"'=cmd/.test(line))).toHaveLength(1);
  expect((await file('auditor', 'csv', { by: 'team', exportLanguage: 'en' })).toString()).not.toContain('Points');
  expect((await ask('agent', 'csv', { by: 'team' })).status).toBe(403);
  expect((await ask('manager', 'csv', { by: 'mood' })).status).toBe(400);
  const entries: { details: object }[] = await api.source.query(
    `select details from journal_entry join journal_detail on entry_id = id where event = 'report.exported' and actor_person_id = $1`,
    [accounts.supervisor.personId],
  );
  expect(entries.map(({ details }) => details)).toEqual([
    { exportId: expect.any(String), by: 'team', ...PERIOD, format: 'csv', rows: 1, filters: {} },
  ]);
});

it('tells its filters by name in the file, and by id in the journal, without names of queues', async () => {
  const [team, queue] = [made.teamIds[1]!, '报障%2C 宽带'];
  const narrowed = { by: 'day', team, queue, direction: 'inbound', exportLanguage: 'zh' };
  const lines = (await file('manager', 'csv', narrowed)).toString('utf8').split('\r\n');
  expect(lines.slice(3, 6)).toEqual(['"筛选：班组","班组2"', '"筛选：队列","报障, 宽带"', '"筛选：方向","呼入"']);
  const [entry]: { details: object }[] = await api.source.query(
    `select details from journal_entry join journal_detail on entry_id = id where event = 'report.exported' and actor_person_id = $1
     order by entry_id desc limit 1`,
    [accounts.manager.personId],
  );
  expect(entry?.details).toMatchObject({ by: 'day', filters: { team, queue: 'searched', direction: 'inbound' } });
});

it('has no points of single agents, and says why', async () => {
  const byAgent = (await file('manager', 'csv', { by: 'agent', exportLanguage: 'en' })).toString();
  expect(byAgent.split('\r\n')[3]).toMatch(/"Scores that count","Critical item not met","With items not judged"$/);
  expect(byAgent).toContain('Points of single agents are not shown');
  expect((await file('manager', 'csv', { by: 'team', exportLanguage: 'en' })).toString()).toContain('"Points (%)"');
});

it('is titled by what it is grouped by, and says what its total includes', async () => {
  const byWeek = (await file('manager', 'csv', { by: 'week', exportLanguage: 'zh' })).toString().split('\r\n');
  expect([byWeek[0], byWeek[3]]).toEqual(['\uFEFF"通话报表：按周"', expect.stringMatching(/^"周一",/)]);
  expect((await file('manager', 'csv', { by: 'queue', exportLanguage: 'zh' })).toString()).toContain(
    '合计包括没有登记队列的通话。',
  );
  expect((await file('manager', 'csv', { by: 'reviewer', exportLanguage: 'en' })).toString()).toContain(
    'The total includes calls without a review that counts.',
  );
});

it('says which teams it holds where its reader sees more than they may export', async () => {
  await api.source.manager.insert(RoleAssignment, {
    ...{ id: newId(), accountId: accounts.analyst.accountId, personId: accounts.analyst.personId },
    ...{ role: 'supervisor' as const, teamId: made.teamIds[1]!, clientId: null, createdAt: new Date() },
    ...{ grantedByPersonId: organisation.first, approvedByPersonId: organisation.second },
  });
  const lines = (await file('analyst', 'csv', { by: 'team', exportLanguage: 'en' })).toString().split('\r\n');
  expect(lines[3]).toBe('"Only teams whose calls you may export","Team 2"');
  const narrowed = await file('analyst', 'csv', { by: 'team', team: made.teamIds[1]!, exportLanguage: 'en' });
  expect(narrowed.toString()).not.toContain('Only teams');
});
