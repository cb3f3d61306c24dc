import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { watchedFolderSchema } from '#contracts';
import { Leg } from '#calls';
import { SplitPlans } from '#completeness';
import { Person } from '#people';
import { joinSides, Recording, soundOf } from '#recordings';
import { type TelephonySourceRow } from '#telephony';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { FolderLedger } from './folder-ledger.service.js';
import { FolderWatch } from './folder-watch.service.js';
import { WatchedFile } from './watched-file.entity.js';

const RECORDS = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls');
/** 101 answers a customer. */
const INBOUND = 'pbx1-1796040577.3';
const LONG_AGO = new Date(Date.now() - 3_600_000);

let here: RecordsProgramme;
let allowed: string;
let folder: string;
let of: TelephonySourceRow;
let agent: Person;

beforeAll(async () => {
  allowed = mkdtempSync(join(tmpdir(), 'shouwen-monitor-'));
  here = await recordsProgramme({ SHOUWEN_WATCHED_DIRS: allowed });
  const id = await buildPerson(here.source, { teamId: here.organisation.teamA });
  agent = await here.source.manager.findOneByOrFail(Person, { id });
  await here.sits(id, '101');
});
afterAll(async () => {
  await here?.close();
  rmSync(allowed, { recursive: true });
});

beforeEach(async () => {
  folder = mkdtempSync(join(allowed, 'pbx-'));
  of = await watched();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await here.source.query('update telephony_source set ended_at = now() where ended_at is null');
});

const consent = { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-3' } };
const watched = (about: object = { consent }) =>
  here.telephones({
    folder: watchedFolderSchema.parse({
      ...{ path: folder, stillFor: 1000, sidecarWithin: 60_000 },
      recordings: { region: 'CN', language: 'zh', direction: 'inbound', names: [], ...about },
    }),
  });

async function told(): Promise<void> {
  const records = ['Cel.csv', 'queue_log', 'Master.csv', 'Custom.csv'].flatMap((name) => {
    const text = readFileSync(join(RECORDS, name), 'utf8');
    return here.app.get(TelephonyRecords).read(of, { name, text })?.records ?? [];
  });
  await here.app.get(TelephonyRecords).take(of, records);
  await here.fold();
}

const put = (name: string, bytes: Buffer | string, at = LONG_AGO) => {
  writeFileSync(join(folder, name), bytes);
  utimesSync(join(folder, name), at, at);
};
async function looks(times = 2): Promise<void> {
  for (let n = 0; n < times; n++) await here.app.get(FolderWatch).watch();
}
const recordings = () => here.source.manager.findBy(Recording, { source: of.name });
const reasons = async () =>
  (
    await here.source.manager.find(WatchedFile, { where: { sourceId: of.id, state: 'aside' }, order: { name: 'ASC' } })
  ).map(({ name, reason }) => [name, reason]);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const RECEIVED = synthWav({ tones: [700], seconds: 2 });
const TRANSMITTED = synthWav({ tones: [400], seconds: 1.5 });
function putPair(id: string, at = LONG_AGO): void {
  put(`${id}-r.wav`, RECEIVED, at);
  put(`${id}-t.wav`, TRANSMITTED, at);
  put(`${id}.wav`, synthWav({ seconds: 2 }), at);
}

const sideOf = (file: Buffer) => {
  const { durationMs, ...format } = soundOf(file);
  return { bytes: Readable.from([file]), format, durationMs };
};
const joined = async (own: Buffer, other: Buffer): Promise<string> =>
  sha256(await buffer(joinSides({ agent: sideOf(own), customer: sideOf(other) }).bytes));

async function idOf(direction: string, where: string): Promise<string> {
  const [row]: { id: string }[] = await here.source.query(
    `select external_id as id from call where source = $1 and direction = $2 and ${where} order by started_at limit 1`,
    [of.name, direction],
  );
  return row?.id ?? '';
}
const talks = (n: number) =>
  `(select count(*) from leg where call_id = call.id and kind = 'agent' and outcome = 'answered') = ${n}`;

/** A call of which two agents had a talk each, and both are known. */
/** @param known of how many of the two agents the person is known */
async function twoKnown(known: 1 | 2 = 2) {
  const second = await buildPerson(here.source, { teamId: here.organisation.teamB });
  const id = await idOf('inbound', talks(2));
  const legs: { id: string; extension: string; from: Date; to: Date }[] = await here.source.query(
    `select leg.id, extension, leg.answered_at as "from", leg.ended_at as "to" from leg join call on call.id = leg.call_id
     where call.source = $1 and call.external_id = $2 and leg.kind = 'agent' and leg.outcome = 'answered' order by leg.answered_at`,
    [of.name, id],
  );
  const [first, last] = [legs[0]!, legs[1]!];
  expect(first.extension).not.toBe(last.extension);
  const persons = [
    [first, agent.id],
    [last, second],
  ] as const;
  for (const [one, personId] of persons.slice(0, known))
    await here.source.query(
      'update leg set person_id = $2, team_id = (select team_id from person where id = $2) where id = $1',
      [one.id, personId],
    );
  return { id, first, last };
}

describe('the two sides of a call in a watched folder', () => {
  it("become one recording of the agent's leg, and what was received is named by its hash", async () => {
    await told();
    putPair(INBOUND);
    await looks();
    const [taken, ...more] = await recordings();
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ externalId: INBOUND, channels: 2, agentChannel: 'left', durationMs: 2000 });
    expect(taken?.sha256).toBe(await joined(TRANSMITTED, RECEIVED));
    expect(await here.source.manager.findOneByOrFail(Leg, { id: taken!.legId })).toMatchObject({
      ...{ personId: agent.id, kind: 'agent', extension: '101' },
    });
    const [entry]: { details: { sides: unknown } }[] = await here.source.query(
      "select details from journal_entry join journal_detail on entry_id = id where event = 'recording.captured' and call_id = $1",
      [taken?.callId],
    );
    expect(entry?.details.sides).toEqual({
      agent: { sha256: sha256(TRANSMITTED), bytes: TRANSMITTED.length },
      customer: { sha256: sha256(RECEIVED), bytes: RECEIVED.length },
    });
    expect(await reasons()).toEqual([]);
    await looks();
    expect(await recordings()).toEqual([taken]);
    const [look] = await here.source.query('select waiting from watched_look where source_id = $1', [of.id]);
    expect(look).toEqual({ waiting: 0 });
  });

  it('killed between being taken and being marked are the same recording', async () => {
    await told();
    putPair(INBOUND);
    await looks(1);
    jest.spyOn(here.app.get(FolderLedger, { strict: false }), 'taken').mockRejectedValueOnce(new Error('killed'));
    await expect(looks(1)).rejects.toThrow('killed');
    const before = await recordings();
    expect(before).toHaveLength(1);
    await looks();
    expect(await recordings()).toEqual(before);
    expect(await reasons()).toEqual([]);
  });

  it('have the agent on the other side of a call that went out', async () => {
    // The rule for calls that the company places asks the customer's consent.
    await here.source.query('update telephony_source set ended_at = now() where id = $1', [of.id]);
    of = await watched({ consent: { state: 'given', evidence: { kind: 'contract', reference: 'A-7' } } });
    await told();
    const id = await idOf('outbound', talks(1));
    putPair(id);
    await looks();
    const [taken] = await recordings();
    expect(taken).toMatchObject({ externalId: id, agentChannel: 'left', sha256: await joined(RECEIVED, TRANSMITTED) });
  });

  it('wait for the records of their call, and come in when it is known after their term', async () => {
    putPair(INBOUND, new Date(Date.now() - 5000));
    await looks();
    expect([await recordings(), await reasons()]).toEqual([[], []]);
    putPair(INBOUND);
    await looks();
    expect([await recordings(), await reasons()]).toEqual([[], [[`${INBOUND}-r.wav`, 'call_unknown']]]);
    await told();
    await looks(3);
    expect(await reasons()).toEqual([]);
    expect(await recordings()).toMatchObject([{ externalId: INBOUND, channels: 2 }]);
  });

  it('that hold the talks of two agents become one recording, of which is known where each talk lies', async () => {
    await told();
    const { id, first, last } = await twoKnown();
    const seconds = (last.to.getTime() - first.from.getTime()) / 1000;
    for (const side of ['r', 't']) put(`${id}-${side}.wav`, synthWav({ tones: [500], seconds }), last.to);
    await looks(3);
    expect(await reasons()).toEqual([]);
    const [whole, ...more] = await recordings();
    expect([whole?.legId, more]).toEqual([first.id, []]);
    await here.source.query(`update recording set custody = 'sealed' where id = $1`, [whole!.id]);
    const plan = await here.app.get(SplitPlans, { strict: false }).of(here.source.manager, whole!);
    expect(plan?.parts.map(({ legId, fromMs }) => [legId, Math.round(fromMs / 1000)])).toEqual([
      [first.id, 0],
      [last.id, Math.round((last.from.getTime() - first.from.getTime()) / 1000)],
    ]);
  });

  it('that hold the talks of two agents are taken for neither where it is not known when they began', async () => {
    await told();
    const { id } = await twoKnown();
    putPair(id);
    await looks(3);
    expect([await recordings(), await reasons()]).toEqual([[], [[`${id}-r.wav`, 'several_agents']]]);
    expect(existsSync(join(folder, `${id}-t.wav`))).toBe(true);
  });

  it('that hold the talks of two agents are taken for neither where one of them is not known', async () => {
    await told();
    const { id, first, last } = await twoKnown(1);
    const seconds = (last.to.getTime() - first.from.getTime()) / 1000;
    for (const side of ['r', 't']) put(`${id}-${side}.wav`, synthWav({ tones: [500], seconds }), last.to);
    await looks(3);
    expect([await recordings(), await reasons()]).toEqual([[], [[`${id}-r.wav`, 'several_agents']]]);
  });

  it('of a consultation are told to be of one', async () => {
    await told();
    const [later]: { id: string }[] = await here.source.query(
      `select named.external_id as id from call_name named join call on call.id = named.call_id
       where call.source = $1 and named.external_id <> call.external_id and call.ended_at is not null order by 1 limit 1`,
      [of.name],
    );
    putPair(later!.id);
    await looks(3);
    expect([await recordings(), await reasons()]).toEqual([[], [[`${later!.id}-r.wav`, 'consultation']]]);
  });

  it('of a call within the company are told to be unknown', async () => {
    await told();
    const id = await idOf('internal', 'true');
    putPair(id);
    await looks(3);
    expect(await recordings()).toEqual([]);
    expect((await reasons()).map(([, why]) => why)).toEqual([
      expect.stringMatching(/^(sides_unknown|several_agents)$/),
    ]);
  });

  it('are put aside where one of them never comes, and joined when it does', async () => {
    await told();
    put(`${INBOUND}-t.wav`, TRANSMITTED, new Date(Date.now() - 5000));
    await looks();
    expect([await recordings(), await reasons()]).toEqual([[], []]);
    put(`${INBOUND}-t.wav`, TRANSMITTED);
    await looks();
    expect([await recordings(), await reasons()]).toEqual([[], [[`${INBOUND}-t.wav`, 'without_twin']]]);
    putPair(INBOUND);
    await looks(3);
    expect(await reasons()).toEqual([]);
    expect(await recordings()).toMatchObject([{ externalId: INBOUND, channels: 2 }]);
  });

  it('are refused where one of them is no sound', async () => {
    await told();
    putPair(INBOUND);
    put(`${INBOUND}-t.wav`, 'this is no sound at all, whatever it is called, and long enough for one');
    await looks();
    expect([await recordings(), await reasons()]).toEqual([[], [[`${INBOUND}-r.wav`, 'refused']]]);
  });

  it('are taken only with consent, which the file beside them may say', async () => {
    await here.source.query('update telephony_source set ended_at = now() where id = $1', [of.id]);
    folder = mkdtempSync(join(allowed, 'pbx-'));
    of = await watched({});
    await told();
    putPair(INBOUND);
    await looks();
    expect([await recordings(), await reasons()]).toEqual([[], [[`${INBOUND}-r.wav`, 'incomplete']]]);
    const beside = { consent: 'announced', consentEvidence: 'announcement', staffNumber: 'of no one' };
    put(`${INBOUND}.json`, JSON.stringify(beside), new Date(Date.now() + 60_000));
    await looks(3);
    expect(await reasons()).toEqual([]);
    expect(await recordings()).toMatchObject([{ externalId: INBOUND }]);
  });
});
