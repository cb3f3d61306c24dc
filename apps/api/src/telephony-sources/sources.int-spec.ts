import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AsideFiles,
  type Made,
  type RecordsPreview,
  type RecordsTakenAnswer,
  type TelephonySourceDetail,
  type TelephonySources,
} from '#contracts';
import { newId } from '#platform';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const CEL = readFileSync('libs/telephony/src/sources/asterisk/fixtures/twelve-calls/Cel.csv', 'utf8');
const SETTINGS = { zone: 'Asia/Shanghai', home: 'CN' as const, map: {} };
const TABLE = `通话编号,开始时间,分机,结果
A1,2026-11-30 20:00:00,101,answered
A2,yesterday,102,declined
A3,2026-11-30 20:05:00,103,
`;
const MAP = { 通话编号: 'call', 开始时间: 'started_at', 分机: 'extension', 结果: 'leg_outcome' };

let desk: UploadDesk;
let admin: SignedIn;
let allowed: string;

beforeAll(async () => {
  allowed = mkdtempSync(join(tmpdir(), 'shouwen-allowed-'));
  mkdirSync(join(allowed, 'pbx'));
  desk = await UploadDesk.open({ SHOUWEN_WATCHED_DIRS: allowed });
  const account = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  admin = await (await SignedIn.signIn(desk.api, account)).stepUp();
});
afterAll(async () => {
  await desk?.api.stop();
  rmSync(allowed, { recursive: true });
});

const create = (over: object = {}) =>
  admin.send<Made & { code: string }>('POST', '/telephony-sources', {
    ...{
      name: `pbx-${newId().slice(-8)}`,
      reader: 'asterisk',
      settings: SETTINGS,
      teamIds: null,
      folder: null,
      ...over,
    },
  });
/** Sends the first characters of the fixture. */
async function sendCel<T>(at: string, characters: number): Promise<{ body: T }> {
  const body = new FormData();
  body.append('file', new Blob([CEL.slice(0, characters)]), 'Cel.csv');
  const headers = { cookie: admin.cookie };
  const url = `${desk.api.baseUrl}/api/v1${at}/records?name=Cel.csv`;
  return { body: (await (await fetch(url, { method: 'POST', body, headers })).json()) as T };
}
const folderAt = (path: string) => ({ path, stillFor: 5000, sidecarWithin: 0 });

describe('a telephony source', () => {
  it('is added, takes records, is changed and ended; each is in the journal', async () => {
    const { status, body } = await create({
      folder: folderAt(join(allowed, 'pbx')),
      teamIds: [desk.organisation.teamA],
    });
    expect(status).toBe(201);
    const at = `/telephony-sources/${body.id}`;
    const sent = await sendCel<RecordsTakenAnswer>(at, 50_000);
    expect(sent.body.taken).toBeGreaterThan(50);
    const again = await sendCel<RecordsTakenAnswer>(at, 50_000);
    expect(again.body).toMatchObject({ taken: 0, known: sent.body.taken });
    const { body: one } = await admin.send<TelephonySourceDetail>('GET', at);
    expect(one).toMatchObject({
      ...{ health: 'well', records: sent.body.taken, recordsToday: sent.body.taken, aside: 0, look: null },
      ...{ reader: { name: 'asterisk', label: 'verified' }, teams: [{ name: { en: 'Team A' } }] },
    });
    expect((await admin.send('PUT', at, { settings: { ...SETTINGS, map: { Wer: 'src' } }, folder: null })).status).toBe(
      204,
    );
    expect((await admin.send('POST', `${at}/end`)).status).toBe(204);
    const after = await sendCel<{ code: string }>(at, 5000);
    expect(after.body.code).toBe('source_ended');
    const { body: list } = await admin.send<TelephonySources>('GET', '/telephony-sources');
    expect(list.sources.find(({ sourceId }) => sourceId === body.id)).toMatchObject({
      ...{ health: 'ended', folder: null, settings: { map: { wer: 'src' } } },
    });
    const events: { event: string }[] = await desk.api.source.query(
      `select event from journal_entry join journal_detail on entry_id = journal_entry.id where details->>'sourceId' = $1 order by journal_entry.id`,
      [body.id],
    );
    expect(events.map(({ event }) => event)).toEqual([
      ...['telephony_source.created', 'records.taken', 'telephony_source.changed', 'telephony_source.ended'],
    ]);
  });

  it.each([
    ['source_name_taken', { name: 'twice' }],
    ['unknown_reader', { reader: 'pigeon' }],
    ['unknown_zone', { settings: { ...SETTINGS, zone: 'Peking' } }],
    ['source_of_unknown_team', { teamIds: ['018f0000-0000-7000-8000-00000000000f'] }],
    ['folder_not_allowed', { folder: folderAt('/etc') }],
  ])('is refused: %s', async (code, over) => {
    await create({ name: 'twice' });
    expect((await create(over)).body.code).toBe(code);
  });
});

describe('a preview', () => {
  const preview = (over: object) =>
    admin.send<RecordsPreview>('POST', '/telephony-sources/preview', {
      ...{ name: 'x.csv', text: TABLE, settings: SETTINGS, reader: null, ...over },
    });

  it('shows the columns of a table that no reader knows, and with a map its calls and what cannot be read', async () => {
    const { body: unknown } = await preview({});
    expect(unknown).toMatchObject({ known: [], reader: null, calls: [] });
    expect(unknown.columns[0]).toEqual({ theirs: '通话编号', example: 'A1', ours: null });
    const { body } = await preview({ settings: { ...SETTINGS, map: MAP } });
    expect(body).toMatchObject({ reader: 'table', records: 2, unread: 1, unreadLines: [{ line: 3, what: 'time' }] });
    expect(body.calls).toMatchObject([
      { id: 'A1', startedAt: '2026-11-30T12:00:00.000Z', legs: [{ extension: '101', outcome: 'answered' }] },
      { id: 'A3' },
    ]);
    expect(body.columns[1]?.ours).toBe('started_at');
  });

  it('knows records by what is in them, and stores nothing', async () => {
    const count = () => desk.api.source.query('select count(*)::int from telephony_record');
    const before = await count();
    const { body } = await preview({ name: 'anything', text: CEL.slice(0, 60_000) });
    expect(body.known).toEqual(['asterisk']);
    expect(body.calls.length).toBeGreaterThan(0);
    expect(body.columns[0]?.theirs).toBe('1');
    expect(await count()).toEqual(before);
  });
});

describe('a file that was put aside', () => {
  it('is shown with its reason until a person tries it again or puts it away', async () => {
    const { body: made } = await create();
    const rows = ['a.wav', 'b.wav', 'c.wav'].map((name) => ({ id: newId(), name }));
    for (const { id, name } of rows)
      await desk.api.source.query(
        `insert into watched_file (id, source_id, place, size, modified_ms, state, name, reason, since)
         values ($1, $2, sha256(convert_to($3::text, 'UTF8')), 0, 0, 'aside', $3::text, 'empty', now())`,
        [id, made.id, name],
      );
    const at = `/telephony-sources/${made.id}/files`;
    const { body: first } = await admin.send<AsideFiles>('GET', `${at}?limit=2`);
    expect(first.items.map(({ name }) => name)).toEqual(['c.wav', 'b.wav']);
    const { body: rest } = await admin.send<AsideFiles>('GET', `${at}?limit=2&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ name: 'a.wav', reason: 'empty', again: false }], nextCursor: null });
    expect((await admin.send('POST', `${at}/${rows[0]!.id}/again`)).status).toBe(204);
    expect((await admin.send('POST', `${at}/${rows[1]!.id}/away`)).status).toBe(204);
    expect((await admin.send('POST', `${at}/${rows[1]!.id}/again`)).status).toBe(404);
    const { body: left } = await admin.send<AsideFiles>('GET', at);
    expect(left.items.map(({ name, again }) => [name, again])).toEqual([
      ['a.wav', true],
      ['c.wav', false],
    ]);
  });
});
