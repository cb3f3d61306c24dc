import pg from 'pg';
import {
  type CallDetail,
  type CallList,
  type CustomerCalls,
  type UnrecordedCalls,
  type UnrecordedChoices,
} from '#contracts';
import { Call, Leg } from '#calls';
import { ConsentDecision } from '#consent';
import { newId } from '#platform';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../../test/factories/organisation.js';

/** Noon of the twelfth, and so many seconds later. */
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 12, 4, 0, seconds));
const key = (fill: number) => Buffer.alloc(32, fill);

describe('a call as the telephone system knows it', () => {
  let api: TestApi;
  let organisation: Organisation;
  let ofA: TestAccount;
  let ofB: TestAccount;
  let manager: TestAccount;
  let agents: { a: string; b: string };

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    ofA = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    ofB = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
    manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
    agents = {
      a: await buildPerson(api.source, { teamId: teamA }),
      b: await buildPerson(api.source, { teamId: teamB }),
    };
  });
  afterAll(() => api.stop());

  const send = async (account: TestAccount, path: string) =>
    fetch(`${api.baseUrl}/api/v1${path}`, { headers: { cookie: await api.signIn(account.username) } });
  const get = async <T>(account: TestAccount, path: string) => (await (await send(account, path)).json()) as T;

  /** A call of which only records tell: no consent was decided on. */
  async function known(legs: Partial<Leg>[], over: Partial<Call> = {}): Promise<{ callId: string; legIds: string[] }> {
    const [callId, legIds] = [newId(), legs.map(() => newId())];
    const startedAt = over.startedAt ?? at(0);
    await api.source.manager.insert(Call, {
      ...{
        id: callId,
        source: 'pbx',
        externalId: callId,
        direction: 'inbound',
        classification: 'business',
        region: 'CN',
      },
      ...{ customer: '138****2046', startedAt, stage: 'ended', stageAt: startedAt, createdAt: startedAt },
      ...over,
    });
    for (const [position, leg] of legs.entries())
      await api.source.manager.insert(Leg, {
        ...{ id: legIds[position]!, callId, position, recordKey: `leg ${position}`, holdSpans: [], ...leg },
      });
    return { callId, legIds };
  }

  /** It waited in A's queue, rang a telephone there, was answered by A's agent, who passed it on to B's. */
  async function transferred() {
    const { teamA, teamB } = organisation;
    const made = await known(
      [
        { kind: 'queue', queue: 'support', teamId: teamA, outcome: 'answered', beganAt: at(0), queueSeconds: 12 },
        { kind: 'agent', extension: '1099', outcome: 'no_answer', beganAt: at(2), ringSeconds: 6, endedAt: at(8) },
        {
          ...{ kind: 'agent', extension: '1001', outcome: 'answered', personId: agents.a, teamId: teamA },
          ...{ beganAt: at(8), ringSeconds: 4, answeredAt: at(12), endedAt: at(60), transfer: 'blind' as const },
          ...{ transferTarget: '2001', holds: [[at(30).toISOString(), at(40).toISOString()]] as [string, string][] },
        },
        {
          ...{ kind: 'agent', extension: '2001', outcome: 'answered', personId: agents.b, teamId: teamB },
          ...{ beganAt: at(60), ringSeconds: 3, answeredAt: at(63), endedAt: at(90), hangupParty: 'customer' as const },
        },
      ],
      { connection: 'answered' },
    );
    await api.source.manager.update(Leg, { id: made.legIds[2] }, { transferredToLegId: made.legIds[3]! });
    return made;
  }

  it('shows a supervisor the legs of their team, and nothing of another’s or of a telephone of no one', async () => {
    const { callId, legIds } = await transferred();
    const whole = await get<CallDetail>(manager, `/calls/${callId}`);
    expect(whole.legs.map(({ number, kind, extension }) => [number, kind, extension])).toEqual([
      [1, 'queue', null],
      [2, 'agent', '1099'],
      [3, 'agent', '1001'],
      [4, 'agent', '2001'],
    ]);
    expect(whole.legs[1]).toMatchObject({ agent: null, team: null, ringSeconds: 6, answeredOnRing: null });
    expect(whole.legs[2]).toMatchObject({
      transferredTo: { target: '2001', toLegId: legIds[3], unseen: false },
      holds: [[at(30).toISOString(), at(40).toISOString()]],
    });
    expect(whole).toMatchObject({ consent: null, connection: 'answered', recordings: [] });

    const response = await send(ofA, `/calls/${callId}`);
    const text = await response.text();
    for (const secret of ['2001', '1099', legIds[1], legIds[3], agents.b]) expect(text).not.toContain(secret);
    const seen = JSON.parse(text) as CallDetail;
    expect(seen.legs.map(({ number }) => number)).toEqual([1, 3]);
    expect(seen.legs[1]?.transferredTo).toEqual({ target: null, toLegId: null, unseen: true });
    expect(seen.agent?.personId).toBe(agents.a);

    expect((await get<CallDetail>(ofB, `/calls/${callId}`)).legs.map(({ number }) => number)).toEqual([4]);
  });

  it('hides an extension that a transfer named, also where no record ties it to the leg', async () => {
    const { callId } = await known([
      { kind: 'agent', personId: agents.a, teamId: organisation.teamA, transfer: 'blind', transferTarget: '2001' },
      { kind: 'agent', extension: '2001', personId: agents.b, teamId: organisation.teamB },
    ]);
    const { legs } = await get<CallDetail>(ofA, `/calls/${callId}`);
    expect(legs[0]?.transferredTo).toEqual({ target: null, toLegId: null, unseen: true });
  });

  it('gives no right over a leg without an agent, and no correction of what was never recorded', async () => {
    const { callId, legIds } = await transferred();
    const { legs } = await get<CallDetail>(manager, `/calls/${callId}`);
    expect(legs.map(({ may }) => [may.listen, may.readWords, may.correct, may.listenRefusal])).toEqual([
      [false, false, false, 'no_recording'],
      [false, false, false, 'no_recording'],
      [false, expect.any(Boolean), false, 'no_recording'],
      [false, expect.any(Boolean), false, 'no_recording'],
    ]);
    const words = await send(manager, `/calls/${callId}/transcript?legId=${legIds[0]}`);
    expect(words.status).toBe(404);
  });

  it('a recorded call is asked for without naming a leg, though it has a queue and a telephone that only rang', async () => {
    const { callId, legId } = await buildCall(api.source, {
      personId: agents.a,
      teamId: organisation.teamA,
      position: 2,
    });
    const about = { callId, holdSpans: [], recordKey: 'queue' };
    await api.source.manager.insert(Leg, [
      { ...about, id: newId(), position: 0, kind: 'queue', teamId: organisation.teamA, queue: 'support' },
      { ...about, id: newId(), position: 1, recordKey: 'rang', personId: agents.a, teamId: organisation.teamA },
    ]);
    const asked = await send(manager, `/calls/${callId}/transcript`);
    expect(((await asked.json()) as { code: string }).code).not.toBe('which_leg');
    const detail = await get<CallDetail>(manager, `/calls/${callId}`);
    expect(detail.legs.map((leg) => leg.legId).indexOf(legId)).toBe(2);
    expect(detail.legs).toHaveLength(3);
  });

  it('of which the consent gate kept nothing is in the list of calls, by the talk that there was', async () => {
    const { teamA, teamB } = organisation;
    const { callId } = await known([
      { kind: 'agent', outcome: 'no_answer', personId: agents.b, teamId: teamB },
      { kind: 'agent', outcome: 'answered', personId: agents.a, teamId: teamA },
    ]);
    await api.source.manager.update(Call, callId, { stage: 'not_recorded', stageReason: 'consent_declined' });
    const listed = async (who: TestAccount) =>
      (await get<CallList>(who, '/calls?stage=not_recorded')).items.map((row) => [
        row.callId,
        row.agent.personId,
        row.legs,
      ]);
    expect(await listed(manager)).toEqual([[callId, agents.a, 1]]);
    expect(await listed(ofB)).toEqual([]);
  });

  it('of which two things were said of consent at one time is told by the stricter', async () => {
    const { callId } = await buildCall(api.source, { personId: agents.a, teamId: organisation.teamA });
    const [given] = await api.source.manager.findBy(ConsentDecision, { callId });
    const refused = { state: 'declined', mayRecord: false, reason: 'consent_declined' } as const;
    // It was written first: the other's id is younger.
    await api.source.manager.insert(ConsentDecision, {
      ...given!,
      ...refused,
      id: '018f0000-0000-7000-8000-000000000001',
    });
    expect((await get<CallDetail>(ofA, `/calls/${callId}`)).consent).toMatchObject({
      state: 'declined',
      mayRecord: false,
    });
  });

  describe('calls without a recording', () => {
    let missed: string;
    let abandoned: string;
    let unknown: string;

    beforeAll(async () => {
      const { teamA, teamB } = organisation;
      ({ callId: missed } = await known(
        [
          { kind: 'queue', queue: 'sales', teamId: teamA, outcome: 'no_answer', queueSeconds: 30 },
          { kind: 'agent', personId: agents.a, teamId: teamA, outcome: 'no_answer', ringSeconds: 20 },
          { kind: 'agent', personId: agents.b, teamId: teamB, outcome: 'no_answer', ringSeconds: 25 },
        ],
        { connection: 'missed', startedAt: new Date('2026-04-02T04:00:00Z') },
      ));
      ({ callId: abandoned } = await known(
        [{ kind: 'queue', queue: 'billing, old', teamId: teamB, outcome: 'abandoned', queueSeconds: 9 }],
        { connection: 'abandoned', startedAt: new Date('2026-04-01T15:59:59Z') },
      ));
      ({ callId: unknown } = await known([{ kind: 'agent', extension: '1099', ringSeconds: 8, outcome: 'no_answer' }], {
        ...{ connection: 'missed', direction: null, startedAt: new Date('2026-04-03T04:00:00Z') },
      }));
    });

    const ids = async (account: TestAccount, query: string) =>
      (await get<UnrecordedCalls>(account, `/calls/unrecorded?from=2026-04-01&${query}`)).items.map(
        ({ callId }) => callId,
      );

    it('are listed by visible legs, and tell what those tell', async () => {
      expect(await ids(manager, '')).toEqual([unknown, missed, abandoned]);
      expect(await ids(ofA, '')).toEqual([missed]);
      expect(await ids(ofB, '')).toEqual([missed, abandoned]);
      const [seen] = (await get<UnrecordedCalls>(ofA, '/calls/unrecorded?from=2026-04-01')).items;
      expect(seen).toMatchObject({
        became: 'missed',
        notRecorded: null,
        queues: ['sales'],
        waitedSeconds: 30,
        rangSeconds: 20,
      });
      expect(seen?.agents.map(({ personId }) => personId)).toEqual([agents.a]);
      const [no] = (await get<UnrecordedCalls>(manager, '/calls/unrecorded?from=2026-04-03')).items;
      expect(no).toMatchObject({ agents: [], extensions: ['1099'], teams: [], direction: null, waitedSeconds: null });
    });

    it('are narrowed by day, queue, outcome and team, and read page by page', async () => {
      const { teamA, teamB } = organisation;
      expect(await ids(manager, 'to=2026-04-01')).toEqual([abandoned]);
      expect(await ids(manager, `queue=${encodeURIComponent('billing%2C old')}`)).toEqual([abandoned]);
      expect(await ids(manager, 'became=abandoned,answered')).toEqual([abandoned]);
      expect(await ids(manager, `team=${teamA}`)).toEqual([missed]);
      expect(await ids(ofA, `team=${teamB}`)).toEqual([]);
      const first = await get<UnrecordedCalls>(manager, '/calls/unrecorded?from=2026-04-01&limit=2');
      expect(first.items.map(({ callId }) => callId)).toEqual([unknown, missed]);
      expect(await ids(manager, `limit=2&cursor=${first.nextCursor}`)).toEqual([abandoned]);
      expect((await send(manager, '/calls/unrecorded?cursor=rubbish')).status).toBe(400);
      expect((await send(manager, '/calls/unrecorded?became=lost')).status).toBe(400);
    });

    it('are also those that the customer refused to have recorded and that no agent answered, with the reason', async () => {
      const refused = { stage: 'not_recorded', stageReason: 'consent_declined' } as const;
      const startedAt = new Date('2026-04-05T04:00:00Z');
      const rang = { kind: 'agent', personId: agents.a, teamId: organisation.teamA } as const;
      const { callId } = await known([{ ...rang, outcome: 'no_answer' }], {
        ...refused,
        connection: 'missed',
        startedAt,
      });
      await known([{ ...rang, outcome: 'answered' }], { ...refused, connection: 'answered', startedAt });
      const { items } = await get<UnrecordedCalls>(manager, '/calls/unrecorded?from=2026-04-05');
      expect(items).toMatchObject([{ callId, became: 'missed', notRecorded: 'consent_declined' }]);
      expect((await get<CallList>(manager, '/calls?from=2026-04-05')).items.map((row) => row.callId)).not.toContain(
        callId,
      );
    });

    it('offer only queues and teams of visible legs', async () => {
      const { queues, teams } = await get<UnrecordedChoices>(ofA, '/calls/unrecorded/choices');
      expect(queues).not.toContain('billing, old');
      expect(teams.map(({ teamId }) => teamId)).toEqual([organisation.teamA]);
    });
  });

  describe('a customer’s calls', () => {
    const history = (account: TestAccount, callId: string) =>
      get<CustomerCalls>(account, `/calls/${callId}/of-customer`);

    it('are told by the whole number, never by its mask, and as far as legs are seen', async () => {
      const { teamA, teamB } = organisation;
      const leg = { kind: 'agent' as const, personId: agents.a, teamId: teamA };
      const missed = await known([{ ...leg, outcome: 'no_answer' }], { connection: 'missed', customerKey: key(1) });
      const back = await known([{ ...leg, answeredAt: at(700) }], {
        ...{ connection: 'answered', direction: 'outbound', customerKey: key(1), startedAt: at(600) },
      });
      const theirs = await known([{ kind: 'queue', queue: 'b', teamId: teamB }], {
        customerKey: key(1),
        startedAt: at(900),
      });
      await known([leg], { customerKey: key(2), startedAt: at(950) });
      await known([leg], { startedAt: at(960) });

      const seen = await history(ofA, missed.callId);
      expect(seen.items.map(({ callId, here }) => [callId, here])).toEqual([
        [back.callId, false],
        [missed.callId, true],
      ]);
      expect(seen.items[1]?.reachedBy).toEqual({
        ...{ callId: back.callId, startedAt: at(600).toISOString(), direction: 'outbound' },
      });
      expect((await history(manager, back.callId)).items.map(({ callId }) => callId)).toEqual([
        theirs.callId,
        back.callId,
        missed.callId,
      ]);
      expect((await send(ofB, `/calls/${missed.callId}/of-customer`)).status).toBe(404);
    });

    it('are told no longer once the customer of a call was erased', async () => {
      const leg = { kind: 'agent' as const, personId: agents.a, teamId: organisation.teamA };
      const [one, other] = [
        await known([leg], { customerKey: key(3) }),
        await known([leg], { customerKey: key(3), startedAt: at(600) }),
      ];
      expect((await history(ofA, one.callId)).items).toHaveLength(2);
      const owner = new pg.Client(api.ownerUrl);
      await owner.connect();
      await owner.query(`insert into call_erasure (call_id, at, of_customer, emptied) values ($1, now(), true, '{}')`, [
        other.callId,
      ]);
      await owner.end();
      expect(await history(ofA, one.callId)).toMatchObject({ known: true, items: [{ callId: one.callId }] });
      expect(await history(ofA, other.callId)).toMatchObject({ known: false, items: [{ callId: other.callId }] });
    });

    it('are not known where the number is not', async () => {
      const { callId } = await known([{ kind: 'agent', personId: agents.a, teamId: organisation.teamA }]);
      const seen = await history(ofA, callId);
      expect([seen.known, seen.items.map((one) => one.callId)]).toEqual([false, [callId]]);
    });
  });
});
