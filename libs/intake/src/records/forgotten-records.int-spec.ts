import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ensureSigningKey } from '#journal';
import { Clock, newId } from '#platform';
import { Recording, VaultService } from '#recordings';
import { DestroyRecordingService, DestructionOrders, ForgottenRecords, RetentionSweep } from '#retention';
import { TelephonyKeys, type TelephonySourceRow } from '#telephony';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { TelephonyRecords } from './telephony-records.service.js';

const FOLDER = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls');
const FILES = ['Cel.csv', 'queue_log', 'Master.csv', 'Custom.csv'];
const DAY_MS = 86_400_000;

let here: RecordsProgramme;
beforeAll(async () => {
  here = await recordsProgramme();
  await ensureSigningKey(here.env.journalKeyFile);
  await here.sits(await buildPerson(here.source, { teamId: here.organisation.teamA }), '101');
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => here?.close());

const get = <S>(token: new (...args: never[]) => S): S => here.app.get(token, { strict: false });
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => here.source.query(text, values);

async function send(of: TelephonySourceRow): Promise<void> {
  const records = here.app.get(TelephonyRecords);
  for (const name of FILES)
    await records.take(of, records.read(of, { name, text: readFileSync(join(FOLDER, name), 'utf8') })?.records ?? []);
  await here.fold();
}

/** A call of a new telephone system that an agent took, and the leg. */
async function told(): Promise<{ of: TelephonySourceRow; callId: string; legId: string }> {
  const of = await here.telephones();
  await send(of);
  const [leg] = await sql<{ callId: string; legId: string }>(
    `select call_id as "callId", leg.id as "legId" from leg join call on call.id = call_id
     where source = $1 and kind = 'agent' and person_id is not null and customer_key is not null order by call.started_at limit 1`,
    [of.name],
  );
  if (!leg) throw new Error('an agent took a call');
  return { of, ...leg };
}

/** How much is left of what records told of a call. */
async function left(callId: string): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>>(
    `select (select count(*)::int from telephony_record where call_id = $1) as records,
       (select count(*)::int from call_fact where call_id = $1) as facts,
       (select count(*)::int from call_name where call_id = $1) as names,
       (select count(customer_key)::int from call where id = $1) as keys`,
    [callId],
  );
  return row ?? {};
}
const NOTHING = { records: 0, facts: 0, names: 0, keys: 0 };

async function destroy(recordingId: string): Promise<Record<string, number>> {
  const recording = await here.source.manager.findOneByOrFail(Recording, { id: recordingId });
  const why = { reason: 'schedule', scheduleVersion: null, requestId: null, graceDays: 0 } as const;
  await here.source.transaction((tx) => get(DestructionOrders).order(tx, recording, why, null));
  expect(await get(DestructionOrders).start(recordingId, () => Promise.resolve(true))).toBeNull();
  await here.each('destroy-recording', (lease, context) =>
    get(DestroyRecordingService).destroy(lease.subjectId, context),
  );
  const [certificate] = await sql<{ erased: Record<string, number> }>(
    `select document->'erased' as erased from destruction_certificate where recording_id = $1`,
    [recordingId],
  );
  return certificate?.erased ?? {};
}

describe('what records told of a call', () => {
  it('goes with the last of its recordings; the certificate counts it, and records that come again are not kept', async () => {
    const { of, callId, legId } = await told();
    const before = await left(callId);
    expect(Object.values(before).every((n) => n > 0)).toBe(true);
    const vault = get(VaultService);
    const [first, last] = [
      await buildRecording(here.source, vault, { callId, legId }),
      await buildRecording(here.source, vault, { callId, legId }),
    ];
    expect(await destroy(first.recordingId)).toMatchObject({ telephonyRecords: 0, toldFacts: 0, customerKeys: 0 });
    expect(await left(callId)).toEqual(before);
    expect(await destroy(last.recordingId)).toMatchObject({
      ...{ telephonyRecords: before['records'], toldFacts: before['facts'] },
      ...{ customerKeys: 1, callNames: before['names'] },
    });
    expect(await left(callId)).toEqual(NOTHING);
    const calls = `select count(*)::int as n from call where source = $1`;
    const known = await sql(calls, [of.name]);
    await send(of);
    expect(await left(callId)).toEqual(NOTHING);
    expect(await sql(calls, [of.name])).toEqual(known);
  });

  it('goes where two people agreed to erase the customer of a call without sound, and the journal counts it', async () => {
    const { of, callId, legId } = await told();
    const before = await left(callId);
    await sql(`update leg set transfer_target = '…2046' where id = $1`, [legId]);
    const requestId = newId();
    await sql(
      `insert into data_request (id, code, kind, subject, reference, state, registered_by_person_id, registered_at,
         proposal, proposal_reason, proposed_by_person_id, proposed_at, decided_by_person_id, decided_at)
       values ($1, 'DR-1', 'erasure', '{}', 'her letter', 'agreed', $2, now(), 'agree', 'asked', $2, now(), $3, now())`,
      [requestId, here.organisation.first, here.organisation.second],
    );
    await sql('insert into data_request_call (request_id, call_id) values ($1, $2)', [requestId, callId]);
    await sql(
      `insert into retention_clock (id, seen_at) values (1, now()) on conflict (id) do update set seen_at = now()`,
    );
    await get(RetentionSweep).run();
    expect(await left(callId)).toEqual(NOTHING);
    const [said] = await sql<{ emptied: object }>(
      `select details->'emptied' as emptied from journal_entry join journal_detail on entry_id = id
       where event = 'call.person_erased' and call_id = $1`,
      [callId],
    );
    expect(said?.emptied).toMatchObject({
      ...{ 'call.customer': 1, telephony_record: before['records'], call_fact: before['facts'] },
      ...{ 'call.customer_key': 1, call_name: before['names'], 'leg.number': 1 },
    });
    expect(await sql('select extension, transfer_target as target from leg where id = $1', [legId])).toEqual([
      { extension: '101', target: null },
    ]);
    await send(of);
    expect(await left(callId)).toEqual(NOTHING);
    expect(await sql('select customer from call where id = $1', [callId])).toEqual([{ customer: null }]);
  });

  it('of calls never recorded goes at the term of the schedule, and with the last of a day its key', async () => {
    const now = jest.spyOn(get(Clock), 'now');
    // A key is old enough to be looked at after an hour.
    now.mockReturnValue(new Date(Date.now() - 2 * 3_600_000));
    const { of, callId } = await told();
    const held = await told();
    await sql(
      `insert into retention_schedule (version, schedule, sha256, reason, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
       values (1, $1, $2, 'policy', $3, now() - interval '2 days', 'agreed', $4, now())`,
      [
        { rules: [], default: { count: 30, unit: 'days' }, graceDays: 0 },
        ...['0'.repeat(64), here.organisation.first, here.organisation.second],
      ],
    );
    await buildRecording(here.source, get(VaultService), held);
    const keptOfHeld = await left(held.callId);
    const keysOf = (state: string) =>
      sql(`select 1 from telephony_key where source_id = $1 and destroyed_at ${state}`, [of.id]);

    now.mockReturnValue(new Date(Date.parse('2026-11-30T12:00:00Z') + 29 * DAY_MS));
    await get(ForgottenRecords).forget();
    expect((await left(callId))['records']).toBeGreaterThan(0);

    now.mockReturnValue(new Date(Date.parse('2026-11-30T12:00:00Z') + 32 * DAY_MS));
    expect(await get(ForgottenRecords).forget()).toBeGreaterThan(0);
    expect(await left(callId)).toEqual(NOTHING);
    expect(await sql('select 1 from telephony_record where source_id = $1', [of.id])).toEqual([]);
    expect(await left(held.callId)).toEqual(keptOfHeld);
    expect((await sql(`select 1 from journal_entry where event = 'records.forgotten'`)).length).toBeGreaterThan(0);

    expect(await keysOf('is null')).toHaveLength(1);
    await get(TelephonyKeys).destroyUnused();
    expect(await keysOf('is null')).toHaveLength(0);
    expect(await keysOf('is not null')).toHaveLength(1);
    // Of the recorded call there are records left, and so the key of its day is.
    expect(
      await sql('select 1 from telephony_key where source_id = $1 and destroyed_at is null', [held.of.id]),
    ).toHaveLength(1);
  });

  it('goes although there are more old days of which something is kept than one run looks at', async () => {
    const now = jest.spyOn(get(Clock), 'now');
    const { of, callId } = await told();
    await sql(
      `insert into telephony_key (key_id, source_id, day, created_at)
       select gen_random_uuid(), $1, date '2020-01-01' + n, now() from generate_series(1, 250) n`,
      [of.id],
    );
    now.mockReturnValue(new Date(Date.parse('2026-11-30T12:00:00Z') + 32 * DAY_MS));
    await get(ForgottenRecords).forget();
    expect((await left(callId))['records']).toBeGreaterThan(0);
    now.mockReturnValue(new Date(Date.parse('2026-11-30T13:00:00Z') + 32 * DAY_MS));
    await get(ForgottenRecords).forget();
    expect(await left(callId)).toEqual(NOTHING);
  });
});
