import pg from 'pg';
import {
  QUALITY_SETTINGS,
  type AgreementCalls,
  type AgreementPart,
  type CallCount,
  type CallList,
  type ItemReport,
  type Outcome,
  type Problem,
  type QualitySettingsView,
  type ScorecardList,
  type TrustView,
} from '#contracts';
import { CompanyService } from '#people';
import { newId, WorkService } from '#platform';
import { ChecklistVersion, ReplayService, Scorecard, ScoreLegService, readChecklist } from '#quality';
import { VaultService } from '#recordings';
import { TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const ITEM = 'greeting.company';
const ENGINE = 'provided';

let desk: UploadDesk;
let owner: pg.Client;
let manager: TestAccount;
let managerOfB: TestAccount;
let agent: TestAccount;
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(api.source, organisation, { role, teamId });
  [manager, managerOfB, agent] = [
    await account('quality_manager', null),
    await account('quality_manager', organisation.teamB),
    await account('agent', organisation.teamA),
  ];
  const { checklist, hash: sha256 } = readChecklist(TRIAL);
  const named = { checklistId: checklist.id, version: checklist.version, sha256, definition: checklist as object };
  await api.source.manager.insert(ChecklistVersion, { ...named, publishedAt: new Date() });
});
afterAll(async () => {
  await owner?.end();
  await desk?.api.stop();
});

const someCall = (stage: 'transcribed' | 'scored') =>
  buildCall(desk.api.source, { personId: agent.personId, teamId: desk.organisation.teamA }, { stage });

/** A call in which the company is named, scored as the worker does. */
async function scoredCall(engineName = ENGINE): Promise<BuiltCall> {
  const call = await someCall('transcribed');
  const { recordingId } = await buildRecording(desk.api.source, get(VaultService), call, { durationMs: 2000 });
  const words = [{ speaker: 'agent' as const, text: 'Good morning, how can I help?' }];
  await buildTranscript(desk.api.source, get(VaultService), recordingId, words, { engineName });
  const work = get(WorkService);
  const lease = await work.claim((await work.open(desk.api.source.manager, 'score-leg', call.legId)) ?? '');
  if (!lease) throw new Error('no other worker should hold the work of the test');
  await get(ScoreLegService).score(call.legId, { lease, signal: new AbortController().signal });
  return call;
}
const cardOf = ({ legId }: BuiltCall) => desk.api.source.manager.findOneByOrFail(Scorecard, { legId });
const resultOf = async (call: BuiltCall) => (await cardOf(call)).items.find(({ itemId }) => itemId === ITEM)!;

interface Pair {
  machine: Outcome;
  person: Outcome;
  over?: {
    seen_before?: boolean;
    withdrawn_at?: Date;
    engine?: string;
    judged_at?: Date;
    machine_source?: 'model' | 'fact';
    by_language_model?: boolean;
  };
}

/** Drawn calls that people judged blind: a draw that was made, written down by the owner, who is beside the guards of a real one. */
async function judgedBlind(kind: 'random' | 'risk', pairs: readonly Pair[]): Promise<void> {
  const { source } = desk.api;
  const [planId, drawId, at] = [newId(), newId(), new Date()];
  const [card] = await source.manager.find(Scorecard, { take: 1 });
  await owner.query(`set session_replication_role = replica`);
  const insert = (table: string, row: Record<string, unknown>) =>
    owner.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_, n) => `$${n + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
  const content = JSON.stringify({ kind });
  await insert('sampling_plan_version', {
    ...{ plan_id: planId, version: 1, content, sha256: 'x', changed_by_person_id: manager.personId, changed_at: at },
  });
  await insert('sampling_draw', {
    ...{
      id: drawId,
      plan_id: planId,
      plan_version: 1,
      from_day: '2020-01-01',
      to_day: '2020-01-07',
      from_at: '2020-01-01',
    },
    ...{ to_at: '2020-01-08', seed: '5e'.repeat(32), committed_at: '2019-12-01' },
    seed_sha256: (await owner.query(`select encode(sha256(decode('${'5e'.repeat(32)}', 'hex')), 'hex') as hash`))
      .rows[0].hash,
  });
  for (const [n, { machine, person, over = {} }] of pairs.entries()) {
    const { callId, legId } = await someCall('scored');
    const id = newId();
    await insert('review_assignment', {
      ...{ id, draw_id: drawId, leg_id: legId, call_id: callId, checklist_id: 'trial', stratum: '', place: n + 1 },
      ...{ due_at: at, state: 'open', created_at: at },
    });
    await insert('blind_judgement', {
      ...{
        assignment_id: id,
        item_id: ITEM,
        leg_id: legId,
        call_id: callId,
        checklist_id: 'trial',
        checklist_version: 1,
        drawn_at_random: kind === 'random',
      },
      ...{ machine_scorecard_id: card!.id, machine_outcome: machine, machine_source: 'rule', machine_confidence: 0.9 },
      ...{ person_scorecard_id: newId(), person_outcome: person, reviewer_person_id: manager.personId },
      ...{ language: 'en', engine: ENGINE, seen_before: false, judged_at: at, ...over },
    });
  }
  await owner.query(`set session_replication_role = origin`);
}
const times = (n: number, pair: Pair): Pair[] => Array.from({ length: n }, () => pair);
const view = async () => (await ask<TrustView>(agent, 'GET', 'quality/trust')).body;
const rowOf = async (engine: string | null) =>
  (await view()).items.find((one) => one.itemId === ITEM && one.language === 'en' && one.engine === engine);
const behind = async (part: AgreementPart, who = manager) => {
  const { judgement } = (await rowOf(ENGINE))!;
  const query = new URLSearchParams({ judgement, itemId: ITEM, language: 'en', engine: ENGINE, part });
  return (await ask<AgreementCalls>(who, 'GET', `quality/trust/calls?${query}`)).body;
};
async function setTrust(over: object) {
  const { version } = (await ask<QualitySettingsView>(manager, 'GET', 'quality/settings')).body;
  const settings = { ...QUALITY_SETTINGS, trust: { ...QUALITY_SETTINGS.trust, ...over } };
  return ask<QualitySettingsView & Problem>(manager, 'PUT', 'quality/settings', { version, settings });
}

let old: BuiltCall;

test('before it was measured an item costs no points, and the screen says that it was not measured', async () => {
  const call = await scoredCall();
  const why = { from: 'none', kappa: null, n: 0, target: 0.6, only: 'not_met' };
  expect(await resultOf(call)).toMatchObject({ outcome: 'not_met', source: 'rule', notTrusted: why });
  expect(await get(ReplayService).replay(await cardOf(call))).toEqual({ verdict: 'same' });
  expect(await rowOf(ENGINE)).toMatchObject({ state: 'unmeasured', counts: 'met', people: null, own: null });
  // It accuses in no list, and its facts, which are no opinion, do.
  await owner.query('select refresh_listed_legs($1)', [[call.legId]]);
  const [row] = (await ask<CallList>(manager, 'GET', `calls?result=${ITEM}:told`)).body.items;
  expect(row?.score?.worst?.itemId).not.toBe(ITEM);
  expect(row?.score?.told).toBe(1);
});

test('a company may let what was never measured cost points', async () => {
  expect((await setTrust({ unmeasured: 'all' })).status).toBe(200);
  old = await scoredCall();
  expect(await resultOf(old)).toMatchObject({ outcome: 'not_met', source: 'rule' });
  expect(await resultOf(old)).not.toHaveProperty('notTrusted');
  expect((await cardOf(old)).inputs).not.toHaveProperty('notTrusted');
  expect(await rowOf(ENGINE)).toMatchObject({ state: 'unmeasured', counts: 'all', people: null, own: null });
});

test('draws by risk, looks beforehand, retracted and old reviews do not measure, nor do facts and what a language model decided', async () => {
  await judgedBlind('risk', times(3, { machine: 'not_met', person: 'met' }));
  await judgedBlind('random', [
    { machine: 'not_met', person: 'met', over: { seen_before: true } },
    { machine: 'not_met', person: 'met', over: { withdrawn_at: new Date() } },
    { machine: 'not_met', person: 'met', over: { judged_at: new Date('2020-01-01') } },
    { machine: 'not_met', person: 'met', over: { machine_source: 'fact' } },
    { machine: 'not_met', person: 'met', over: { machine_source: 'model', by_language_model: true } },
  ]);
  expect(await rowOf(ENGINE)).toMatchObject({ state: 'unmeasured', people: null });
});

test('once people disagree often enough, new cards show the result without points, old ones stay, and both replay', async () => {
  await judgedBlind('random', [
    ...times(12, { machine: 'met', person: 'met' }),
    ...times(7, { machine: 'not_met', person: 'met' }),
    // What acts judged beside the rules is measured with them.
    ...times(5, { machine: 'not_met', person: 'met', over: { machine_source: 'model' } }),
    ...times(8, { machine: 'not_met', person: 'not_met' }),
    ...times(3, { machine: 'insufficient', person: 'met' }),
  ]);
  const row = await rowOf(ENGINE);
  expect(row).toMatchObject({ state: 'not_yet', from: 'people', counts: 'none', n: 32, target: 0.6 });
  expect(row?.people).toMatchObject({ n: 35, judged: 32, abstained: 3, accusedRight: { n: 8, of: 20 } });

  // What another engine hears is not measured by that, and has a row of its own; of an engine that no call knows there is none.
  expect(await rowOf('another')).toBeUndefined();
  await scoredCall('another');
  expect(await rowOf('another')).toMatchObject({ state: 'unmeasured', people: null, counts: 'all' });
  expect((await rowOf(ENGINE))?.state).toBe('not_yet');

  const [before, call] = [await cardOf(old), await scoredCall()];
  const card = await cardOf(call);
  const why = { from: 'people', n: 32, target: 0.6 };
  expect(await resultOf(call)).toMatchObject({ outcome: 'not_met', notTrusted: why });
  // Three of the item's points leave the form; the coverage is of what is left.
  expect(card.maxPoints).toBe(before.maxPoints! - 3);
  expect(card.points).toBe(before.points);
  expect(await cardOf(old)).toEqual(before);
  for (const one of [before, card]) expect(await get(ReplayService).replay(one)).toEqual({ verdict: 'same' });

  // A list names it by its item, and not as something that was not met; reports mark it.
  await owner.query('select refresh_listed_legs($1)', [[old.legId, call.legId]]);
  const found = async (result: string) =>
    (await ask<CallList>(manager, 'GET', `calls?result=${result}`)).body.items.map(({ callId }) => callId);
  expect(await found(`${ITEM}:not_met`)).toContain(old.callId);
  expect(await found(`${ITEM}:not_met`)).not.toContain(call.callId);
  expect(await found(`${ITEM}:told`)).toContain(call.callId);
  // A result that is not trusted does not put the call at the top of “worst first”.
  expect(await found(`${ITEM}:not_met&sort=worst`)).not.toContain(call.callId);
  expect(await found('any:not_met')).toContain(old.callId);
  expect(await found('any:not_met')).not.toContain(call.callId);
  const today = new Date();
  const days = [-2, 2].map((by) => new Date(today.getTime() + by * 86_400_000).toISOString().slice(0, 10));
  const report = `reports/items?by=item&from=${days[0]}&to=${days[1]}`;
  const { rows } = (await ask<ItemReport>(manager, 'GET', report)).body;
  // What is not trusted is counted apart, and no share is given of what is left.
  const company = rows.find(({ key }) => key === ITEM)?.figures;
  expect(company?.told).toBeGreaterThan(0);
  expect(company?.share).toBeNull();
  const missed = (
    await ask<CallCount>(manager, 'GET', `calls/count?from=${days[0]}&to=${days[1]}&counted=yes&result=${ITEM}:not_met`)
  ).body;
  expect(missed.counted).toBe(company?.not_met);
  expect(rows.map(({ key, notTrusted }) => [key, notTrusted])).toEqual(
    expect.arrayContaining([
      [ITEM, ['en']],
      ['answer.three_rings', []],
    ]),
  );

  const shown = (await ask<ScorecardList>(manager, 'GET', `calls/${call.callId}/scorecards`)).body.scorecards[0];
  expect(shown?.items.find(({ itemId }) => itemId === ITEM)).toMatchObject({ points: null, notTrusted: why });
});

test('each figure opens its calls, within reach', async () => {
  const totals: Record<string, number> = {};
  for (const part of ['all', 'judged', 'agreed', 'abstained', 'accused', 'accused_wrong'] as const)
    totals[part] = (await behind(part)).total;
  expect(totals).toEqual({ all: 35, judged: 32, agreed: 20, abstained: 3, accused: 20, accused_wrong: 12 });
  const { items } = await behind('accused_wrong');
  expect(items[0]).toMatchObject({ machine: 'not_met', person: 'met', leg: 1 });
  expect((await behind('all', managerOfB)).total).toBe(0);
});

test('a company sets another target for an item; the journal says that trust was changed, and new cards follow', async () => {
  expect((await setTrust({ target: 101 })).status).toBe(400);
  expect((await setTrust({ items: { [ITEM]: 10 } })).status).toBe(200);
  const [entry] = await desk.api.source.query(
    `select detail.details from journal_entry entry join journal_detail detail on detail.entry_id = entry.id
     where entry.event = 'quality.settings_changed' order by entry.at desc limit 1`,
  );
  expect(entry.details).toMatchObject({ sections: ['trust'] });
  expect(await rowOf(ENGINE)).toMatchObject({ state: 'trusted', target: 0.1, counts: 'all' });
  expect(await resultOf(await scoredCall())).not.toHaveProperty('notTrusted');
});

test('a company may want a measure of every item before it gives points', async () => {
  expect((await setTrust({ unmeasured: 'none', leastReviews: 40 })).status).toBe(200);
  const call = await scoredCall();
  expect(await resultOf(call)).toMatchObject({ notTrusted: { from: 'none', kappa: null, n: 0 } });
  expect(await get(ReplayService).replay(await cardOf(call))).toEqual({ verdict: 'same' });
});

test('what an earlier release asked about what was never measured: its "no" stays, its own "yes" accuses no one any more', async () => {
  const stored = async (unmeasuredCounts: boolean) => {
    await owner.query(
      `update quality_settings set content = jsonb_set(content #- '{trust,unmeasured}', '{trust,unmeasuredCounts}', $1)
       where version = (select max(version) from quality_settings)`,
      [JSON.stringify(unmeasuredCounts)],
    );
    return (await view()).settings.unmeasured;
  };
  expect([await stored(true), await stored(false)]).toEqual(['met', 'none']);
});
