import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { uploadMetadataSchema, withRingTimes } from '#contracts';
import { Call, CorrectionProposal, joinCall, Leg } from '#calls';
import { Person } from '#people';
import { newId } from '#platform';
import { type TelephonyRecord } from '#telephony/rules';
import { type TelephonySourceRow } from '#telephony';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { CorrectionProposals } from '../corrections/correction-proposals.service.js';
import { IngestService } from '../arrivals/ingest.service.js';
import { TelephonyRecords } from './telephony-records.service.js';

const FOLDER = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls');
/** The first call: 101 answers, holds once, and the customer hangs up. */
const FIRST = 'pbx1-1796040577.3';

let here: RecordsProgramme;
let agent: Person;
beforeAll(async () => {
  here = await recordsProgramme();
  const id = await buildPerson(here.source, { teamId: here.organisation.teamA });
  agent = await here.source.manager.findOneByOrFail(Person, { id });
  await here.sits(id, '101');
  await here.source.query(`update company set profile = profile || '{"region":"CN"}'`);
});
afterAll(() => here?.close());

function recordsOf(of: TelephonySourceRow): TelephonyRecord[] {
  return ['Cel.csv', 'queue_log', 'Master.csv', 'Custom.csv'].flatMap((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    return here.app.get(TelephonyRecords).read(of, { name, text })?.records ?? [];
  });
}

async function send(of: TelephonySourceRow, records = recordsOf(of)): Promise<void> {
  await here.app.get(TelephonyRecords).take(of, records);
  await here.fold();
}

const upload = (of: TelephonySourceRow, change: object = {}, leg: object = {}, meanwhile = async () => {}) =>
  here.app.get(IngestService).take({
    metadata: withRingTimes(
      uploadMetadataSchema.parse({
        ...{ source: of.name, externalId: FIRST, direction: 'inbound', language: 'zh', region: 'CN' },
        startedAt: '2026-11-30T12:09:38Z',
        consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
        legs: [{ staffNumber: agent.staffNumber, answeredAt: '2026-11-30T12:09:42Z', ...leg }],
        recordingExternalId: newId(),
        ...change,
      }),
    ),
    asker: {
      ...{ personId: here.organisation.second, tokenId: newId(), steppedUpAt: null, secondFactor: false, proofs: [] },
      held: [{ role: 'administrator', teamId: null, only: ['calls.ingest'] }],
    },
    limitBytes: 1024 ** 2,
    audio: async () => {
      await meanwhile();
      return { bytes: Readable.from([synthWav({ seconds: 1 })]), truncated: () => false };
    },
    transcript: () => Promise.resolve(null),
  });

const callOf = (of: TelephonySourceRow): Promise<Call> =>
  here.source.manager.findOneByOrFail(Call, { source: of.name, externalId: FIRST });
const legsOf = (callId: string): Promise<Leg[]> =>
  here.source.manager.find(Leg, { where: { callId }, order: { beganAt: 'ASC', position: 'ASC' } });

async function stateOf(of: TelephonySourceRow): Promise<object> {
  const { direction, startedAt, answeredAt, endedAt, connection, customer, stage, id } = await callOf(of);
  const legs = (await legsOf(id)).map((leg) => {
    const {
      kind,
      outcome,
      personId,
      extension,
      queue,
      beganAt,
      alertedAt,
      ringSeconds,
      holds,
      hangupParty,
      recordKey,
    } = leg;
    return {
      kind,
      outcome,
      personId,
      extension,
      queue,
      beganAt,
      alertedAt,
      ringSeconds,
      holds,
      hangupParty,
      recordKey,
      answered: leg.answeredAt,
      ended: leg.endedAt,
    };
  });
  return { direction, startedAt, answeredAt, endedAt, connection, customer, stage, legs };
}

const proposalsOf = (callId: string) => here.source.manager.findBy(CorrectionProposal, { callId });

describe('a recording of a call that records tell of', () => {
  it('comes before them or after them, and the call is the same', async () => {
    const [before, after] = [await here.telephones(), await here.telephones()];
    await upload(before);
    await send(before);
    await send(after);
    const told = await callOf(after);
    expect(told.stage).toBe('ended');
    await upload(after);
    expect((await callOf(after)).id).toBe(told.id);
    await here.fold();
    expect(await stateOf(before)).toEqual(await stateOf(after));
    expect(await stateOf(after)).toMatchObject({ stage: 'recorded', connection: 'answered', customer: '138****2046' });
    const agents = (await legsOf(told.id)).filter(({ kind }) => kind === 'agent');
    expect(agents).toHaveLength(1);
    expect(agents[0]).toMatchObject({ personId: agent.id, takenByPersonId: agent.id, extension: '101' });
    expect(await proposalsOf(told.id)).toEqual([]);
    // Sent again, nothing happens.
    const state = await stateOf(after);
    await send(after);
    expect(await stateOf(after)).toEqual(state);
  });

  it('enters it also where they came while its sound did', async () => {
    const of = await here.telephones();
    const { callId } = await upload(of, {}, {}, () => send(of));
    expect(callId).toBe((await callOf(of)).id);
    const agents = (await legsOf(callId)).filter(({ kind }) => kind === 'agent');
    expect(agents.map(({ personId, extension }) => [personId, extension])).toEqual([[agent.id, '101']]);
  });

  it('is found by any id that its system knows the call by', async () => {
    const of = await here.telephones();
    await send(of);
    const consult = 'pbx1-1796040670.21';
    const [named]: { id: string }[] = await here.source.query(
      'select call_id as id from call_name where source = $1 and external_id = $2',
      [of.name, consult],
    );
    const times = { startedAt: '2026-11-30T12:11:00Z' };
    const { callId } = await upload(of, { externalId: consult, ...times }, { answeredAt: '2026-11-30T12:11:04Z' });
    expect(callId).toBe(named?.id);
  });

  it('that is refused by its consent is written down with the call, and of a bytes nothing is kept', async () => {
    const of = await here.telephones();
    await send(of);
    const result = await upload(of, { consent: { state: 'declined' } });
    expect(result).toMatchObject({ callId: (await callOf(of)).id, stage: 'not_recorded', recordingId: null });
    await send(of);
    expect((await callOf(of)).stage).toBe('not_recorded');
  });

  it('that is refused stays its agent’s, whatever records say later', async () => {
    const of = await here.telephones();
    const other = await buildPerson(here.source, { teamId: here.organisation.teamB });
    const { staffNumber } = await here.source.manager.findOneByOrFail(Person, { id: other });
    const { callId } = await upload(of, { consent: { state: 'declined' } }, { staffNumber });
    await send(of);
    await here.source.query('update telephony_record set due = true where source_id = $1', [of.id]);
    await here.fold();
    expect((await legsOf(callId)).flatMap(({ personId }) => personId ?? [])).toEqual([other]);
  });

  it('began when its upload says, where the clock of the records is days away', async () => {
    const of = await here.telephones();
    await send(of);
    await here.source.query(`update call set started_at = '2001-01-01T00:00:00Z' where source = $1`, [of.name]);
    const { callId } = await upload(of);
    expect((await here.source.manager.findOneByOrFail(Call, { id: callId })).startedAt).toEqual(
      new Date('2026-11-30T12:09:38Z'),
    );
  });

  it('of another agent than the records say waits for a second person, as one proposal', async () => {
    const of = await here.telephones();
    const other = await buildPerson(here.source, { teamId: here.organisation.teamB });
    const { staffNumber } = await here.source.manager.findOneByOrFail(Person, { id: other });
    const { callId } = await upload(of, {}, { staffNumber });
    await send(of);
    await send(of, recordsOf(of).slice(0, 10));
    const [proposal, ...more] = await proposalsOf(callId);
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({ origin: 'records', decision: null, agentPersonId: agent.id, moved: ['rights'] });
    const recorded = (await legsOf(callId)).filter(({ personId }) => personId !== null);
    expect(recorded.map(({ personId }) => personId)).toEqual([other]);
    expect(await here.source.manager.existsBy(Leg, { callId, personId: agent.id })).toBe(false);
  });

  it.each(['confirmed', 'refused'] as const)(
    'is looked at again once a second person %s what its records say',
    async (decision) => {
      const of = await here.telephones();
      const other = await buildPerson(here.source, { teamId: here.organisation.teamB });
      const { staffNumber } = await here.source.manager.findOneByOrFail(Person, { id: other });
      const { callId } = await upload(of, {}, { staffNumber });
      await send(of);
      const [proposal] = await proposalsOf(callId);
      const proposals = here.app.get(CorrectionProposals);
      const asker = {
        ...{ personId: await buildPerson(here.source, { teamId: here.organisation.teamA }), tokenId: null, proofs: [] },
        ...{ steppedUpAt: new Date(), secondFactor: false, held: [{ role: 'supervisor' as const, teamId: null }] },
      };
      const due = (): Promise<unknown[]> =>
        here.source.query('select 1 from telephony_record where call_id = $1 and due', [callId]);
      expect(await due()).toEqual([]);
      if (decision === 'confirmed') await proposals.confirm(asker, proposal?.id ?? '');
      else await proposals.refuse(asker, proposal?.id ?? '', 'the other one took it');
      expect(await due()).toHaveLength(1);
      await here.fold();
      expect(await due()).toEqual([]);
      expect(await proposalsOf(callId)).toMatchObject([{ decision }]);
      const recorded = (await legsOf(callId)).filter(
        ({ recordKey, kind, personId }) => recordKey && kind === 'agent' && personId,
      );
      expect(recorded.map(({ personId }) => personId)).toEqual([decision === 'confirmed' ? agent.id : other]);
    },
  );

  it('that says other times follows the records, and a new score is asked for', async () => {
    const of = await here.telephones();
    const { callId } = await upload(of, {}, { hangupParty: 'agent' });
    await send(of);
    expect((await legsOf(callId)).find(({ kind }) => kind === 'agent')).toMatchObject({ hangupParty: 'customer' });
    const said: { event: string }[] = await here.source.query(
      `select event from journal_entry where call_id = $1 and event in ('call.corrected', 'call.filled')`,
      [callId],
    );
    expect(said.map(({ event }) => event).toSorted()).toEqual(['call.corrected', 'call.filled']);
  });
});

describe('records of a call', () => {
  it('join what was taken for two calls, and both ids answer', async () => {
    const of = await here.telephones();
    const all = recordsOf(of);
    const consult = 'pbx1-1796040670.21';
    const isConsult = ({ body }: TelephonyRecord) =>
      body['linkedid'] === consult && body['eventtype'] !== 'ATTENDEDTRANSFER';
    await send(of, all.filter(isConsult));
    const [known] = await here.source.manager.findBy(Call, { source: of.name });
    await send(of, all);
    const [answers]: { id: string }[] = await here.source.query(
      'select call_id as id from call_name where source = $1 and external_id = $2',
      [of.name, consult],
    );
    const stays = await here.source.manager.findOneByOrFail(Call, { id: answers?.id ?? '' });
    expect(stays.externalId).toBe('pbx1-1796040659.19');
    if (known && known.id !== stays.id)
      expect(
        await here.source.query('select into_call_id as id from call_joined where call_id = $1', [known.id]),
      ).toEqual([{ id: stays.id }]);
  });

  it('join two that others told of, and leave one', async () => {
    const of = await here.telephones();
    await send(of);
    const known = await here.source.manager.find(Call, { where: { source: of.name }, order: { id: 'ASC' } });
    const [first, second] = known as [Call, Call];
    const join = () =>
      here.source.transaction((tx) => joinCall(tx, second, first.id, { legsMove: true, at: new Date() }));
    await join();
    await join();
    expect(
      await here.source.query('select into_call_id as id from call_joined where call_id = $1', [second.id]),
    ).toEqual([{ id: first.id }]);
    expect(await legsOf(second.id)).toEqual([]);
  });

  it('tell two customers of one mask apart, and know one again', async () => {
    const of = await here.telephones();
    await send(of);
    const other = await here.telephones();
    const changed = recordsOf(other).map((record) => ({
      ...record,
      id: newId().replaceAll('-', ''),
      body: JSON.parse(JSON.stringify(record.body).replaceAll('13800002046', '13811112046')) as TelephonyRecord['body'],
    }));
    await send(other, changed);
    const keys: { name: string; mask: string; keys: number }[] = await here.source.query(
      `select source as name, min(customer) as mask, count(distinct customer_key)::int as keys from call
       where source = any($1) and customer = '138****2046' group by source`,
      [[of.name, other.name]],
    );
    expect(keys.map(({ mask, keys: n }) => [mask, n])).toEqual([
      ['138****2046', 1],
      ['138****2046', 1],
    ]);
    const [row]: { n: number }[] = await here.source.query(
      `select count(distinct customer_key)::int as n from call where source = any($1) and customer = '138****2046'`,
      [[of.name, other.name]],
    );
    expect(row?.n).toBe(2);
  });

  it('leave out legs of teams that their source may not speak for', async () => {
    const of = await here.telephones({ teamIds: [here.organisation.teamB] });
    await send(of);
    expect((await legsOf((await callOf(of)).id)).map(({ personId }) => personId)).not.toContain(agent.id);
  });

  it('of a call whose recording is being destroyed are taken away at once', async () => {
    const of = await here.telephones();
    const { callId } = await upload(of);
    await here.source.query('update recording set destruction_started_at = now() where call_id = $1', [callId]);
    await send(of);
    const left: unknown[] = await here.source.query('select 1 from telephony_record where call_id = $1', [callId]);
    expect(left).toEqual([]);
    expect((await legsOf(callId)).map(({ recordKey }) => recordKey)).toEqual([null]);
  });
});
