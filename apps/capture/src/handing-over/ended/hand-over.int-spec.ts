import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Call, Leg } from '#calls';
import { encodePackets, Spool, storedPlan, type SessionRecord, type SpooledPacket, type StreamPlan } from '#capture';
import { LiveCallInstructionRow, LiveCallLedger, LiveCallRow } from '#floor';
import { ExtensionMapService, Person } from '#people';
import { Clock, FileKeyStore, KEY_STORE, LocalKeyring, newId, parseEnv } from '#platform';
import { Recording, RecordingTrack, RecordingUnheard } from '#recordings';
import { TelephonySourceRow } from '#telephony';
import { buildOrganisation, type Organisation } from '../../../../../test/factories/organisation.js';
import { copyMigrated } from '../../../../../test/support/migrated-database.js';
import { KeyStock } from '../../media/key-stock.js';
import { HandOver } from './hand-over.service.js';
import { HandingOverModule } from '../handing-over.module.js';

const ends = new AsyncDisposableStack();
let programme: INestApplicationContext;
let source: DataSource;
let organisation: Organisation;
let handOver: HandOver;
let spool: Spool;
let objects: string;
let assign: (extension: string) => Promise<void>;

beforeAll(async () => {
  const { database, url: databaseUrl } = await copyMigrated();
  ends.defer(() => database.drop());
  const dataDir = mkdtempSync(join(tmpdir(), 'shouwen-capture-'));
  ends.defer(() => rmSync(dataDir, { recursive: true }));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  const env = parseEnv({ SHOUWEN_DATABASE_URL: databaseUrl, SHOUWEN_DATA_DIR: dataDir, SHOUWEN_LOG_LEVEL: 'fatal' });
  objects = env.objectDir;
  programme = await NestFactory.createApplicationContext(HandingOverModule.forRoot(env), { logger: false });
  ends.defer(() => programme.close());
  source = programme.get(DataSource);
  handOver = programme.get(HandOver);
  organisation = await buildOrganisation(source);
  const row = { name: 'siprec', reader: 'table', settings: { zone: 'Asia/Shanghai', home: 'CN', map: {} } };
  const of = { id: newId(), teamIds: null, folder: null, house: null, createdByPersonId: organisation.second };
  await source.manager.insert(TelephonySourceRow, { ...of, ...row, createdAt: new Date() } as object);
  const { staffNumber } = await source.manager.findOneByOrFail(Person, { id: organisation.first });
  assign = async (extension) => {
    const given = { extension, staffNumber, from: new Date('2026-01-01T00:00:00.000Z'), to: null };
    await programme.get(ExtensionMapService).assign(given, null, organisation.second);
  };
  await assign('8001');
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const keys = programme.get<FileKeyStore>(KEY_STORE);
  const stock = await KeyStock.open({ keys, directory: env.capture.spoolDir, size: 2, onTrouble });
  ends.defer(() => stock.close());
  await stock.fill();
  const directory = join(env.capture.spoolDir, 'spool');
  ({ spool } = await Spool.open({ directory, keys: stock, limitBytes: 1e8, segmentBytes: 1e7, onTrouble }));
  ends.defer(() => spool.close());
});
afterAll(() => ends.disposeAsync());

const BEGAN = Date.parse('2026-11-30T02:00:00.000Z');
const LASTS = 3000;

const plan = (mediaIndex: number): StreamPlan => ({
  ...{ label: String(mediaIndex + 1), mediaIndex, localPort: 30_000 + 2 * mediaIndex, state: 'recording', srtp: null },
  from: { address: '127.0.0.1', port: 4000 + 2 * mediaIndex },
  payloads: new Map([[8, { codec: 'PCMA', clockRate: 8000, channels: 1 }]]),
});

const PARTIES = [
  { label: '1', role: 'unknown', aor: 'sip:13800002046@pbx', name: null, extension: '13800002046' },
  { label: '2', role: 'unknown', aor: 'sip:8001@pbx', name: null, extension: '8001' },
] as const;

/** A session as the media plane leaves it: each side says a sound of its own for three seconds. */
async function ended(
  records: SessionRecord[],
  { heard = true } = {},
): Promise<{ number: number; session: string; frames: ReturnType<Spool['framesOf']> }> {
  const [number, session] = [spool.newSession(), randomUUID()];
  spool.record(number, { kind: 'opened', session, at: BEGAN, ports: [30_000, 30_002] });
  spool.record(number, { kind: 'plan', at: BEGAN, streams: [plan(0), plan(1)].map(storedPlan), parties: PARTIES });
  const [first, ...rest] = records;
  if (first) spool.record(number, first);
  const packets: SpooledPacket[] = [];
  for (let i = 0; heard && i < LASTS / 20; i++)
    for (const stream of [0, 1])
      packets.push({
        ...{
          stream,
          plan: 0,
          payloadType: 8,
          sequence: i,
          timestamp: i * 160,
          ssrc: stream,
          arrivedMs: i * 20,
          afterPause: false,
        },
        payload: Buffer.alloc(160, stream === 0 ? 0x15 : 0x85),
      });
  spool.append('sound', number, encodePackets(packets));
  for (const record of rest) spool.record(number, record);
  spool.record(number, { kind: 'closed', at: BEGAN + LASTS, hangup: 'customer' });
  await spool.durable();
  return { number, session, frames: spool.framesOf(number) };
}

const given: SessionRecord = { kind: 'consent', at: BEGAN, state: 'given', why: 'announcement A-12' };
const callOf = (externalId: string) => source.manager.findOneByOrFail(Call, { source: 'siprec', externalId });
const objectsThere = () =>
  readdirSync(objects, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

describe('handing over', () => {
  it('makes of a session a call, its leg and its recording, the agent left, and of the same session nothing more', async () => {
    const session = await ended([given, { kind: 'masked', fromMs: 1000, toMs: 1400 }]);
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    const call = await callOf(session.session);
    expect(call).toMatchObject({ stage: 'recorded', direction: 'inbound', startedAt: new Date(BEGAN) });
    expect(await source.manager.findOneByOrFail(Leg, { callId: call.id })).toMatchObject({
      ...{ personId: organisation.first, endedAt: new Date(BEGAN + LASTS), hangupParty: 'customer' },
    });
    const recording = await source.manager.findOneByOrFail(Recording, { callId: call.id });
    expect(recording).toMatchObject({
      ...{ durationMs: LASTS, channels: 2, sampleRate: 8000, agentChannel: 'left', beganAt: new Date(BEGAN) },
      incomplete: false,
    });
    const tracks = await source.manager.find(RecordingTrack, {
      where: { recordingId: recording.id },
      order: { channel: 'ASC' },
    });
    expect(tracks).toMatchObject([
      { channel: 0, label: '2', role: 'agent', codecs: ['PCMA'], packets: 150, lost: 0, undecoded: 0 },
      { channel: 1, label: '1', role: 'customer', codecs: ['PCMA'], packets: 150, lost: 0 },
    ]);
    expect(await source.manager.findBy(RecordingUnheard, { recordingId: recording.id })).toEqual([
      { recordingId: recording.id, fromMs: 1000, toMs: 1400, reason: 'masked' },
    ]);
    const before = objectsThere();
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    expect(await source.manager.countBy(Recording, { callId: call.id })).toBe(1);
    expect(objectsThere()).toBe(before);
  });

  it.each([
    ['was refused', [{ kind: 'consent', at: BEGAN, state: 'refused', why: 'keypad' }], 'consent_declined'],
    ['never came', [{ kind: 'consent', at: BEGAN, state: 'pending', why: 'nothing' }], 'consent_unknown'],
  ] as const)('leaves of a session whose consent %s the call alone, not recorded', async (_name, records, reason) => {
    const before = objectsThere();
    const session = await ended([...records], { heard: false });
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    const call = await callOf(session.session);
    expect(call).toMatchObject({ stage: 'not_recorded', stageReason: reason });
    expect(await source.manager.countBy(Recording, { callId: call.id })).toBe(0);
    expect(objectsThere()).toBe(before);
  });

  it('restricts what was recorded before consent was taken back', async () => {
    const session = await ended([given, { kind: 'consent', at: BEGAN + 2500, state: 'withdrawn', why: 'spoken' }]);
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    const { id: callId } = await callOf(session.session);
    expect(await source.manager.findOneByOrFail(Recording, { callId })).toMatchObject({ restricted: true });
    // Both in one transaction: at no moment was it open.
    const sql = `select (select xmin from recording where call_id = $1) = (select xmin from data_request) as together`;
    expect(await source.query(sql, [callId])).toEqual([{ together: true }]);
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    expect(await source.query('select count(*)::int as requests from data_request')).toEqual([{ requests: 1 }]);
  });

  it('restricts what was recorded where consent was taken back in the moment of the end', async () => {
    const session = await ended([given]);
    const [ledger, at] = [programme.get(LiveCallLedger), new Date(BEGAN + LASTS)];
    await ledger.stand({
      ...{ id: session.session, source: 'siprec', capturedBy: 'a:1', beganAt: new Date(BEGAN), endedAt: null },
      ...{ personId: null, teamId: null, customer: null, timeline: [], pauseEndsAt: null, silentSince: null },
    });
    const asked = { id: newId(), liveCallId: session.session, act: 'consent_refused', how: 'spoken', at } as const;
    await source.manager.insert(LiveCallInstructionRow, { ...asked, byPersonId: null });
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    const { id: callId } = await callOf(session.session);
    expect(await source.manager.findOneByOrFail(Recording, { callId })).toMatchObject({ restricted: true });
    const row = await source.manager.findOneByOrFail(LiveCallRow, { id: session.session });
    expect(row.endedAt).toEqual(at);
  });

  it('restricts what was recorded before consent was taken back, once, also where the last agent is not known', async () => {
    const withdrawn: SessionRecord = { kind: 'consent', at: BEGAN + 2500, state: 'withdrawn', why: 'spoken' };
    const session = await ended([given, handedTo('8009', 1500), withdrawn]);
    for (const _ of ['once', 'and again'])
      expect(await handOver.take(session)).toEqual({ outcome: 'waits', code: 'agent_unknown' });
    const { id: callId } = await callOf(session.session);
    expect(await source.manager.findOneByOrFail(Recording, { callId })).toMatchObject({ restricted: true });
    expect(
      await source.query('select state, count(*)::int from consent_decision where call_id = $1 group by 1 order by 1', [
        callId,
      ]),
    ).toEqual([
      { state: 'announced', count: 1 },
      { state: 'withdrawn', count: 1 },
    ]);
    const ofCall = `select count(*)::int as requests from data_request where subject->'callIds' ? $1`;
    expect(await source.query(ofCall, [callId])).toEqual([{ requests: 1 }]);
  });

  /** Told from then on: this extension on the agent's stream. */
  const handedTo = (extension: string, at: number): SessionRecord => ({
    ...{ kind: 'plan', at: BEGAN + at, streams: [plan(0), plan(1)].map(storedPlan) },
    parties: [PARTIES[0], { ...PARTIES[1], aor: `sip:${extension}@pbx`, extension }],
  });

  it('gives each agent a leg and a recording of their own, where the call went from one to the other and back', async () => {
    const { staffNumber } = await source.manager.findOneByOrFail(Person, { id: organisation.second });
    const other = { extension: '8004', staffNumber, from: new Date('2026-01-01T00:00:00Z'), to: null };
    await programme.get(ExtensionMapService).assign(other, null, organisation.first);
    const session = await ended([given, handedTo('8004', 1500), handedTo('8001', 2500)]);
    for (const _ of ['once', 'and again']) {
      expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
      const { id: callId } = await callOf(session.session);
      const legs = await source.manager.find(Leg, { where: { callId }, order: { position: 'ASC' } });
      const at = (ms: number) => new Date(BEGAN + ms);
      expect(legs).toMatchObject([
        { personId: organisation.first, answeredAt: null, endedAt: at(1500), hangupParty: null },
        { personId: organisation.second, answeredAt: at(1500), endedAt: at(2500), hangupParty: null },
        { personId: organisation.first, answeredAt: at(2500), endedAt: at(LASTS), hangupParty: 'customer' },
      ]);
      const recordings = await source.manager.find(Recording, { where: { callId }, order: { beganAt: 'ASC' } });
      expect(
        recordings.map(({ legId, durationMs, beganAt, agentChannel }) => [legId, durationMs, beganAt, agentChannel]),
      ).toEqual([
        [legs[0]!.id, 1500, at(0), 'left'],
        [legs[1]!.id, 1000, at(1500), 'left'],
        [legs[2]!.id, 500, at(2500), 'left'],
      ]);
    }
  });

  const reasons = async (callId: string) =>
    (await source.query(`select leg_id as "legId", value from call_fact where call_id = $1 and name = 'captured'`, [
      callId,
    ])) as { legId: string; value: string }[];
  const handedOn = async (extension: string) => ended([given, handedTo(extension, 0)]);

  it('waits for a person at the extension with a leg that is no one’s, and takes the session once there is one', async () => {
    const session = await handedOn('8002');
    for (const _ of ['once', 'and again'])
      expect(await handOver.take(session)).toEqual({ outcome: 'waits', code: 'agent_unknown' });
    const call = await callOf(session.session);
    const leg = await source.manager.findOneByOrFail(Leg, { callId: call.id });
    expect([call.stage, leg.personId, leg.extension]).toEqual(['ended', null, '8002']);
    expect(await reasons(call.id)).toEqual([{ legId: leg.id, value: 'agent_unknown' }]);
    await assign('8002');
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    expect(await source.manager.findBy(Leg, { callId: call.id })).toMatchObject([
      { id: leg.id, personId: organisation.first },
    ]);
    expect(await source.manager.findOneByOrFail(Recording, { callId: call.id })).toMatchObject({ legId: leg.id });
  });

  it('takes what is known of a session at once, and the rest when it is known, each leg in its place', async () => {
    const session = await ended([given, handedTo('8006', 1000), handedTo('8001', 2000)]);
    expect(await handOver.take(session)).toEqual({ outcome: 'waits', code: 'agent_unknown' });
    const { id: callId } = await callOf(session.session);
    const legs = async () => source.manager.find(Leg, { where: { callId }, order: { position: 'ASC' } });
    const recorded = () => source.manager.countBy(Recording, { callId });
    expect([(await legs()).map(({ personId }) => personId), await recorded()]).toEqual([
      [organisation.first, null, organisation.first],
      2,
    ]);
    await assign('8006');
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    expect([(await legs()).map(({ extension }) => extension), await recorded()]).toEqual([[null, '8006', '8001'], 3]);
  });

  it('gives the leg of who is not known to no one who came later', async () => {
    const session = await ended([given, handedTo('8007', 0), handedTo('8001', 1500)]);
    expect(await handOver.take(session)).toEqual({ outcome: 'waits', code: 'agent_unknown' });
    const { id: callId } = await callOf(session.session);
    const legs = async () => source.manager.find(Leg, { where: { callId }, order: { position: 'ASC' } });
    const [unknown, known] = await legs();
    expect([unknown?.personId, known?.personId, (await legs()).length]).toEqual([null, organisation.first, 2]);
    expect(await source.manager.findBy(Recording, { callId })).toMatchObject([{ legId: known!.id, durationMs: 1500 }]);
    await assign('8007');
    expect(await handOver.take(session)).toEqual({ outcome: 'taken' });
    expect((await legs()).length).toBe(2);
    expect(await source.manager.countBy(Recording, { callId, legId: unknown!.id })).toBe(1);
  });

  it('gives up what has waited too long, and says so', async () => {
    const session = await handedOn('8003');
    expect(await handOver.take(session)).toMatchObject({ outcome: 'waits' });
    const late = new Date(BEGAN + LASTS + 7 * 24 * 3_600_000);
    const now = jest.spyOn(programme.get(Clock), 'now').mockReturnValue(late);
    expect(await handOver.take(session)).toEqual({ outcome: 'refused', code: 'agent_unknown' });
    now.mockRestore();
    expect(await reasons((await callOf(session.session)).id)).toMatchObject([{ value: 'given_up' }]);
  });

  it('says of a session that is refused for ever that nothing is recorded', async () => {
    const session = await ended([given], { heard: false });
    expect(await handOver.take(session)).toEqual({ outcome: 'refused', code: 'nothing_heard' });
    expect(await reasons((await callOf(session.session)).id)).toMatchObject([{ value: 'refused' }]);
  });
});
