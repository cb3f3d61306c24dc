import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { watchedFolderSchema, type AsideReason } from '#contracts';
import { Leg } from '#calls';
import { DatabaseModule } from '#database';
import { ExtensionMapService, Person } from '#people';
import { Clock, LocalKeyring, newId, parseEnv, PlatformModule } from '#platform';
import { Recording } from '#recordings';
import { TelephonySourceRow } from '#telephony';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { copyMigrated } from '../../../../test/support/migrated-database.js';
import { IntakeModule } from '../intake.module.js';
import { FolderLedger } from './folder-ledger.service.js';
import { FolderWatch } from './folder-watch.service.js';
import { WatchedFile, WatchedLog } from './watched-file.entity.js';

const CEL = join(process.cwd(), 'libs/telephony/src/sources/asterisk/fixtures/twelve-calls/Cel.csv');
const LONG_AGO = new Date(Date.now() - 3_600_000);

const ends = new AsyncDisposableStack();
let programme: INestApplicationContext;
let source: DataSource;
let organisation: Organisation;
let staffNumber: string;
let allowed: string;
let folder: string;
let of: TelephonySourceRow;

beforeAll(async () => {
  const { database, url: databaseUrl } = await copyMigrated();
  ends.defer(() => database.drop());
  allowed = mkdtempSync(join(tmpdir(), 'shouwen-watched-'));
  ends.defer(() => rmSync(allowed, { recursive: true }));
  const dataDir = mkdtempSync(join(tmpdir(), 'shouwen-watcher-'));
  ends.defer(() => rmSync(dataDir, { recursive: true }));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  const env = parseEnv({
    ...{ SHOUWEN_DATABASE_URL: databaseUrl, SHOUWEN_DATA_DIR: dataDir, SHOUWEN_LOG_LEVEL: 'fatal' },
    SHOUWEN_WATCHED_DIRS: allowed,
  });
  @Module({
    imports: [PlatformModule.forRoot(env, 'worker'), DatabaseModule.forRoot(databaseUrl, 'test'), IntakeModule],
  })
  class Programme {}
  programme = await NestFactory.createApplicationContext(Programme, { logger: false });
  ends.defer(() => programme.close());
  source = programme.get(DataSource);
  organisation = await buildOrganisation(source);
  ({ staffNumber } = await source.manager.findOneByOrFail(Person, { id: organisation.first }));
});
afterAll(() => ends.disposeAsync());

beforeEach(async () => {
  folder = mkdtempSync(join(allowed, 'pbx-'));
  of = await aSource();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await source.manager.update(TelephonySourceRow, of.id, { endedAt: new Date() });
});

async function aSource(over: Partial<TelephonySourceRow> = {}, settings: object = {}): Promise<TelephonySourceRow> {
  const recordings = {
    ...{ region: 'CN', language: 'zh', direction: 'inbound', agentChannel: null, names: ['{extension}_{*}'] },
    consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-3' } },
    ...settings,
  };
  const row = source.manager.create(TelephonySourceRow, {
    ...{ id: newId(), name: `pbx-${newId().slice(-12)}`, reader: 'asterisk', teamIds: null, house: null },
    settings: { zone: 'Asia/Shanghai', home: 'CN', map: {} },
    folder: watchedFolderSchema.parse({ path: folder, stillFor: 1000, sidecarWithin: 60_000, recordings }),
    ...{ createdByPersonId: organisation.second, createdAt: new Date() },
    ...over,
  });
  await source.manager.insert(TelephonySourceRow, row as object);
  return row;
}

const put = (name: string, bytes: Buffer | string, at = LONG_AGO) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), bytes);
  utimesSync(join(folder, name), at, at);
};
const look = () => programme.get(FolderWatch).watch();
async function looks(times = 2): Promise<void> {
  for (let n = 0; n < times; n++) await look();
}
const recordings = () => source.manager.find(Recording, { where: { source: of.name }, order: { externalId: 'ASC' } });
const aside = () =>
  source.manager.find(WatchedFile, { where: { sourceId: of.id, state: 'aside' }, order: { name: 'ASC' } });
const reasons = async (): Promise<[string | null, AsideReason | null][]> =>
  (await aside()).map(({ name, reason }) => [name, reason]);
const records = async (): Promise<number> =>
  Number((await source.manager.findOneByOrFail(TelephonySourceRow, { id: of.id })).records);

/** How often the journal says that a file was put aside. */
const saidAside = async (): Promise<number> => {
  const rows = await source.query<object[]>(
    `select 1 from journal_entry join journal_detail on entry_id = id where event = 'watched_file.put_aside' and details->>'sourceId' = $1`,
    [of.id],
  );
  return rows.length;
};

const wav = (seconds = 1) => synthWav({ seconds });
const told = (externalId: string, over: object = {}) =>
  JSON.stringify({ externalId, staffNumber, startedAt: '2026-03-12T14:02:00+08:00', ...over });

describe('a recording in a watched folder', () => {
  it('is taken once it lies still, with what lies beside it, and once alone', async () => {
    put('day/a.wav', wav());
    put('day/a.json', told('A-1'));
    await look();
    expect(await recordings()).toEqual([]);
    await look();
    const [taken] = await recordings();
    expect(taken).toMatchObject({ externalId: 'A-1', durationMs: 1000 });
    const leg = await source.manager.findOneByOrFail(Leg, { callId: taken!.callId });
    expect(leg.personId).toBe(organisation.first);
    await looks(3);
    expect(await recordings()).toHaveLength(1);
    // What is kept of a file that was taken is no name.
    expect(await source.manager.findBy(WatchedFile, { sourceId: of.id, state: 'taken' })).toMatchObject([
      { name: null },
      { name: null },
    ]);
    expect(existsSync(join(folder, 'day/a.wav'))).toBe(true);
  });

  it('waits while it grows, while its name is a partial one, and for a sidecar that comes late', async () => {
    put('a.wav', wav());
    await look();
    put('a.wav', wav(2), new Date(LONG_AGO.getTime() + 1000));
    put('b.wav.part', wav());
    put('c.wav', wav(), new Date());
    await look();
    expect(await recordings()).toEqual([]);
    put('a.json', told('late-1'));
    put('c.json', told('late-2'));
    const old = new Date(Date.now() - 5000);
    utimesSync(join(folder, 'c.wav'), old, old);
    await looks(3);
    expect((await recordings()).map(({ externalId, durationMs }) => [externalId, durationMs])).toEqual([
      ['late-1', 2000],
      ['late-2', 1000],
    ]);
    expect(await reasons()).toEqual([]);
  });

  it('killed between being taken and being marked is the same recording', async () => {
    put('a.wav', wav());
    put('a.json', told('K-1'));
    await look();
    jest.spyOn(programme.get(FolderLedger, { strict: false }), 'taken').mockRejectedValueOnce(new Error('killed'));
    await expect(look()).rejects.toThrow('killed');
    const [before] = await recordings();
    await looks();
    expect(await recordings()).toEqual([before]);
    expect(await reasons()).toEqual([]);
  });

  it('is not taken where nothing says of consent, and says which parts are missing', async () => {
    await source.manager.update(TelephonySourceRow, of.id, { endedAt: new Date() });
    of = await aSource({}, { consent: null, direction: null });
    put('a.wav', wav());
    put('a.json', told('C-1'));
    put('b.wav', wav());
    put('b.json', told('C-2', { consent: 'declined', direction: 'in' }));
    await looks();
    expect(await recordings()).toEqual([]);
    expect(await aside()).toMatchObject([{ name: 'a.wav', reason: 'incomplete', about: ['direction', 'consent'] }]);
    const [call] = await source.query('select stage, stage_reason from call where source = $1', [of.name]);
    expect(call.stage).toBe('not_recorded');
    // The file beside it is mended: it comes in by itself.
    put(
      'a.json',
      told('C-1', { consent: 'announced', consentEvidence: 'announcement', direction: 'in' }),
      new Date(Date.now() + 60_000),
    );
    await looks(3);
    expect(await recordings()).toMatchObject([{ externalId: 'C-1' }]);
    expect(await reasons()).toEqual([]);
  });

  it('says that consent was taken back, which a person then decides on; one that fails keeps no other out', async () => {
    put('a.wav', wav());
    put('a.json', told('W-1'));
    await looks(3);
    const [{ callId }] = (await recordings()) as [Recording];
    put('b.wav', wav());
    put('b.json', told('W-2'));
    put('c.wav', wav(2));
    put('c.json', told('W-1', { recordingExternalId: 'W-1-2', consent: 'withdrawn' }));
    await look();
    const taken = jest.spyOn(programme.get(FolderLedger, { strict: false }), 'taken');
    taken.mockRejectedValueOnce(new Error('a fault of one'));
    await expect(look()).rejects.toThrow('a fault of one');
    expect(await reasons()).toEqual([['c.wav', 'refused']]);
    const registered: { kind: string; by: string }[] = await source.query(
      `select kind, registered_by_person_id as by from data_request where subject->'callIds' = jsonb_build_array($1::text)`,
      [callId],
    );
    expect(registered).toEqual([{ kind: 'withdrawal', by: organisation.second }]);
    await looks(2);
    expect((await recordings()).map(({ externalId, restricted }) => [externalId, restricted])).toEqual([
      ['W-1', true],
      ['W-2', false],
    ]);
  });

  it('whose extension has no person waits, and is taken when it is given', async () => {
    put('8001_x.wav', wav());
    await looks(2);
    expect(await aside()).toMatchObject([{ name: '8001_x.wav', reason: 'unknown_extension', about: ['8001'] }]);
    await programme
      .get(ExtensionMapService, { strict: false })
      .assign({ extension: '8001', staffNumber, from: new Date(0), to: null }, null, organisation.second);
    await looks(3);
    expect(await reasons()).toEqual([]);
    const [taken] = await recordings();
    expect(await source.manager.findOneByOrFail(Leg, { callId: taken!.callId })).toMatchObject({
      personId: organisation.first,
    });
  });

  it('of a team that the source does not speak for is not taken', async () => {
    await source.manager.update(TelephonySourceRow, of.id, { endedAt: new Date() });
    of = await aSource({ teamIds: [organisation.teamB] });
    put('a.wav', wav());
    put('a.json', told('T-1'));
    await looks();
    expect(await reasons()).toEqual([['a.wav', 'unknown_staff_number']]);
    // It waits for another person, and is not tried over and over.
    await looks(4);
    expect(await saidAside()).toBe(1);
  });
});

describe('what can never be taken', () => {
  it('is moved aside with the reason, and tried again when a person asks', async () => {
    put('empty.wav', '');
    put('busy.wav', wav().subarray(0, 44));
    put('notes.docx', 'x');
    put('noise.wav', 'this is no sound at all, whatever it is called');
    put('noise.json', told('N-1'));
    await looks(3);
    expect(await reasons()).toEqual([
      ['busy.wav', 'header_only'],
      ['empty.wav', 'empty'],
      ['noise.wav', 'refused'],
      ['notes.docx', 'kind'],
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['noise.json', 'noise.wav', 'quarantine']);
    expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(3);
    const [busy, , noise] = await aside();
    await source.manager.update(WatchedFile, [busy!.id, noise!.id], { state: 'again' });
    put('noise.wav', wav());
    await looks(3);
    expect((await recordings()).map(({ externalId }) => externalId)).toEqual(['N-1']);
    // It lay in its place again, and was no better.
    expect((await reasons())[0]).toEqual(['busy.wav', 'header_only']);
  });

  it('lies where it lay in a folder that is not ours to write, and is tried again before any is moved', async () => {
    // A file of that name is no folder to move into.
    put('quarantine', 'x');
    for (let n = 0; n < 101; n++) put(`e${n}.wav`, '');
    await looks();
    put('late.docx', 'x');
    await looks();
    const late = (await aside()).find(({ name }) => name === 'late.docx');
    await source.manager.update(WatchedFile, late!.id, { state: 'again' });
    await look();
    expect(await source.manager.findOneBy(WatchedFile, { id: late!.id })).toBeNull();
    expect(existsSync(join(folder, 'late.docx'))).toBe(true);
  });

  it('killed while it is moved is moved by the next look, and nothing is written over it', async () => {
    put('empty.wav', '');
    await look();
    jest.spyOn(programme.get(FolderLedger, { strict: false }), 'moved').mockRejectedValueOnce(new Error('killed'));
    await expect(look()).rejects.toThrow('killed');
    put('empty.wav', wav());
    put('empty.json', told('M-1'));
    await looks(3);
    expect((await recordings()).map(({ externalId }) => externalId)).toEqual(['M-1']);
    expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(1);
  });
});

describe('a folder', () => {
  it('is read only below what the settings allow, and no link leads out of it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'shouwen-outside-'));
    writeFileSync(join(outside, 'a.wav'), wav());
    symlinkSync(outside, join(folder, 'elsewhere'));
    symlinkSync(join(outside, 'a.wav'), join(folder, 'a.wav'));
    put('a.json', told('L-1'));
    await looks(3);
    expect(await recordings()).toEqual([]);
    const link = join(allowed, `link-${newId()}`);
    symlinkSync(outside, link);
    const problem = async (path: string) => {
      await source.manager.update(TelephonySourceRow, of.id, { folder: { ...of.folder!, path } });
      await look();
      const [row] = await source.query('select problem from watched_look where source_id = $1', [of.id]);
      return row.problem;
    };
    expect(await problem(link)).toBe('not_allowed');
    expect(await problem('/etc')).toBe('not_allowed');
    expect(await problem(`${allowed}/../..`)).toBe('not_allowed');
    expect(await problem(join(allowed, 'gone'))).toBe('missing');
    rmSync(outside, { recursive: true });
  });

  it('that lies as it lay is not read through again, and what comes into it is seen', async () => {
    put('day/a.wav', wav());
    put('day/a.json', told('Q-1'));
    utimesSync(join(folder, 'day'), LONG_AGO, LONG_AGO);
    await looks(3);
    put('day/b.wav', wav(2));
    put('day/b.json', told('Q-2'));
    await looks(3);
    expect(await recordings()).toHaveLength(2);
  });
});

describe('a log in a watched folder', () => {
  const text = readFileSync(CEL, 'utf8');
  const lines = text.trimEnd().split('\n').length;

  it('is read as it grows, rotated or cut, and each record once', async () => {
    const log = join(folder, 'Cel.csv');
    const at = [0.2, 0.4, 0.7, 1].map((part) => Math.floor(text.length * part));
    writeFileSync(log, text.slice(0, at[0]));
    await look();
    const early = await records();
    expect(early).toBeGreaterThan(0);
    appendFileSync(log, text.slice(at[0], at[1]));
    renameSync(log, `${log}.1`);
    writeFileSync(log, '');
    await look();
    expect(await records()).toBeGreaterThan(early);
    // Its writer goes on in the old file until it is told.
    appendFileSync(`${log}.1`, text.slice(at[1], at[2]));
    await look();
    const rest = text.slice(at[2], at[3]);
    appendFileSync(`${log}.1`, rest.slice(0, rest.indexOf('\n') + 1));
    appendFileSync(log, rest.slice(rest.indexOf('\n') + 1));
    await looks(2);
    expect(await records()).toBe(lines);
    // Emptied in its place, as copytruncate does, and written to again.
    truncateSync(log, 0);
    appendFileSync(log, text.slice(0, at[0]));
    await looks(2);
    expect(await records()).toBe(lines);
    const row = await source.manager.findOneByOrFail(TelephonySourceRow, { id: of.id });
    expect([row.unread, await reasons()]).toEqual(['0', []]);
  });

  it('is said in the journal once a day, with all that was read of it', async () => {
    const log = join(folder, 'Cel.csv');
    const at = [0, 0.3, 0.6, 1].map((part) => Math.floor(text.length * part));
    writeFileSync(log, '');
    for (const n of [1, 2, 3]) {
      appendFileSync(log, text.slice(at[n - 1], at[n]));
      await look();
    }
    const said = () =>
      source.query(
        `select details - 'sourceId' as said from journal_entry join journal_detail on entry_id = id
         where event = 'records.taken' and details->>'sourceId' = $1`,
        [of.id],
      );
    expect(await said()).toEqual([]);
    const day = new Date().toISOString().slice(0, 10);
    jest.spyOn(programme.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 86_400_000));
    await looks(2);
    expect(await said()).toEqual([{ said: { day, taken: lines } }]);
  });

  it('names the lines that cannot be read, by their places in the file', async () => {
    const head = text.split('\n').slice(0, 2).join('\n');
    const log = join(folder, 'Cel.csv');
    writeFileSync(log, `${head}\n`);
    await look();
    appendFileSync(log, 'nonsense\n');
    await looks(2);
    const [row] = await source.manager.findBy(WatchedLog, { sourceId: of.id });
    expect(row).toMatchObject({ lines: '3', unread: [{ line: 3, what: 'columns' }] });
    expect((await source.manager.findOneByOrFail(TelephonySourceRow, { id: of.id })).unread).toBe('1');
  });

  it('without the end of a line is said once, however often it is looked at', async () => {
    put('log.csv', 'x'.repeat(1_100_000));
    await looks(4);
    expect(await reasons()).toEqual([['log.csv', 'no_line_end']]);
    expect(await saidAside()).toBe(1);
  });

  it('of another system is said, and stays where it is; a list of JSON is read whole', async () => {
    put('people.csv', 'name,extension\nWang,101\nLi,102\n');
    await looks(2);
    expect(await reasons()).toEqual([['people.csv', 'other_format']]);
    expect(existsSync(join(folder, 'people.csv'))).toBe(true);
    await source.manager.update(TelephonySourceRow, of.id, { endedAt: new Date() });
    of = await aSource({ reader: 'table', folder: { ...of.folder!, recordings: null } });
    put('calls.json', JSON.stringify([{ call: 'A1', started_at: '2026-11-30T12:00:00Z', extension: '101' }]));
    await looks(2);
    expect(await records()).toBe(1);
  });
});
