import pg from 'pg';
import { type DataSource } from 'typeorm';
import { joinCall } from '#calls';
import { QUALITY_SETTINGS, type ChangeReason, type Checklist, type Outcome } from '#contracts';
import { CompanyService } from '#people';
import { KEY_STORE, newId, WorkService, type FileKeyStore, type JobContext } from '#platform';
import { Recording, VaultService } from '#recordings';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { lineOf, needsPerson, summaryOf } from '../../../../tools/rescore/report.rules.js';
import { rescore } from '../../../../tools/rescore/rescore.js';
import { ChecklistVersion } from '../checklists/checklist.entity.js';
import { readChecklist } from '../checklists/load-checklist.js';
import { CountingScorecard, Scorecard } from '../scorecard.entity.js';
import { ScoreLegService } from '../scoring/score-leg.service.js';
import { AwaitingPersonRow } from '../counting/awaiting-person.entity.js';
import { ClaimService } from '../../../reviews/src/review/claim.service.js';
import { ReviewService } from '../../../reviews/src/review/review.service.js';
import { possibleReviewers } from '../../../reviews/src/sampling/possible-reviewers.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import { BackTestService } from './back-test.service.js';
import { QualityRun } from './quality-run.entity.js';
import { QualityRuns } from './quality-runs.service.js';
import { ReplayService } from './replay.service.js';
import { RehearCallsService, UNDER_WAY } from './rehear-calls.service.js';
import { RescoreCallsService } from './rescore-calls.service.js';
import { changedTrial, TRIAL } from './trial.fixture.js';

const CLOSE = new AbortController().signal;
const ALWAYS = { fromDay: '2020-01-01', toDay: '2099-12-31', fromAt: new Date(0), toAt: new Date('2100-01-01') };

let desk: UploadDesk;
let source: DataSource;
let owner: pg.Client;
let reviewer: string;
let colleague: string;

const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });

beforeAll(async () => {
  desk = await UploadDesk.open();
  source = desk.api.source;
  owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  await source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const teamId = desk.organisation.teamA;
  reviewer = (await buildAccount(source, desk.organisation, { role: 'quality_analyst', teamId })).personId;
  colleague = (await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null })).personId;
  // The trial's items were never measured: here they cost points all the same.
  const settings = { ...QUALITY_SETTINGS, trust: { ...QUALITY_SETTINGS.trust, unmeasured: 'all' as const } };
  await source.transaction((tx) => get(QualitySettingsService).change(tx, 0, settings, colleague));
  await publish(TRIAL);
});
afterAll(async () => {
  await owner?.end();
  await desk?.api.stop();
});

async function publish(definition: Checklist): Promise<void> {
  const { checklist, hash: sha256 } = readChecklist(definition);
  const { id: checklistId, version } = checklist;
  await source.manager.insert(ChecklistVersion, {
    ...{ checklistId, version, sha256, definition: checklist as object },
    publishedAt: new Date(),
  });
}

/** A call of the agent `first`, with words, scored as the worker does. */
async function scoredCall(text = 'Thank you for calling Northwind, how may I help you today?'): Promise<BuiltCall> {
  const vault = get(VaultService);
  const { first: personId, teamA: teamId } = desk.organisation;
  const call = await buildCall(source, { personId, teamId }, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, vault, call, { durationMs: 2000 });
  await buildTranscript(source, vault, recordingId, [
    { speaker: 'agent', text },
    { speaker: 'customer', text: 'My bill is too high.' },
  ]);
  await score(call.legId);
  return call;
}

async function context(
  job: 'score-leg' | 'run-back-test' | 'rescore-calls' | 'rehear-calls',
  subject: string,
): Promise<JobContext> {
  const work = get(WorkService);
  const lease = await work.claim((await work.open(source.manager, job, subject)) ?? '');
  if (!lease) throw new Error('no other worker should hold the work of the test');
  return { lease, signal: CLOSE };
}
const score = async (legId: string) => get(ScoreLegService).score(legId, await context('score-leg', legId));
const cards = ({ legId }: BuiltCall) =>
  source.manager.find(Scorecard, { where: { legId, checklistId: 'trial' }, order: { createdAt: 'ASC', id: 'ASC' } });
const newest = async (call: BuiltCall): Promise<Scorecard> => (await cards(call)).at(-1)!;
const counting = async ({ legId }: BuiltCall) =>
  (await source.manager.findOneByOrFail(CountingScorecard, { legId, checklistId: 'trial' })).scorecardId;
const waiting = async ({ legId }: BuiltCall) =>
  (await source.manager.findBy(AwaitingPersonRow, { legId })).map(({ itemId, reason, closedWhy }) => [
    itemId,
    reason,
    closedWhy,
  ]);
const answer = (itemId: string, outcome: Outcome, reason: ChangeReason | null = null) => {
  return { itemId, outcome, reason, note: null, evidence: [] };
};
const review = async (call: BuiltCall, answers: ReturnType<typeof answer>[]) => {
  return { ...call, checklistId: 'trial', basedOn: (await newest(call)).id, answers };
};

describe('replaying', () => {
  const replay = async (call: BuiltCall) => get(ReplayService).replay(await newest(call));

  it('gives the same bytes, also after the company changed its profile', async () => {
    const call = await scoredCall();
    expect(await replay(call)).toEqual({ verdict: 'same' });
    const renamed = { ...PROFILE, names: { zh: ['南风公司'], en: ['Southwind'] } };
    await get(CompanyService).changeProfile(renamed, 2, colleague);
    expect(await replay(call)).toEqual({ verdict: 'same' });
    await score(call.legId);
    expect((await newest(call)).items.map(({ outcome }) => outcome)).toEqual(['met', 'not_met', 'insufficient']);
    await get(CompanyService).changeProfile(PROFILE, 3, colleague);
  });

  it('names a card that was altered after it was filed, in its items or in its figures', async () => {
    const call = await scoredCall('Good morning, how may I help you today?');
    const { id, items } = await newest(call);
    await owner.query('update scorecard set points = points + 3 where id = $1', [id]);
    expect(await replay(call)).toEqual({ verdict: 'altered', what: 'card' });
    await owner.query('update scorecard set points = points - 3 where id = $1', [id]);
    expect(await replay(call)).toEqual({ verdict: 'same' });
    const better = items.map((item) => (item.itemId === 'greeting.company' ? { ...item, outcome: 'met' } : item));
    await owner.query('update scorecard set items = $2 where id = $1', [id, JSON.stringify(better)]);
    expect(await replay(call)).toEqual({ verdict: 'altered', what: 'card' });
  });

  it('names lexicons that were altered, or were never here', async () => {
    const call = await scoredCall();
    const { id, lexiconHash } = await newest(call);
    await owner.query('update scorecard set lexicon_hash = $2 where id = $1', [id, 'f'.repeat(64)]);
    expect(await replay(call)).toEqual({ verdict: 'cannot', why: 'lexicons_unknown' });
    await owner.query('insert into lexicon_set select $1, content, stored_at from lexicon_set where sha256 = $2', [
      'f'.repeat(64),
      lexiconHash,
    ]);
    expect(await replay(call)).toEqual({ verdict: 'altered', what: 'lexicons' });
  });

  it('says that another engine made the card, or that the words are destroyed', async () => {
    const call = await scoredCall();
    const { keyId } = await source.manager.findOneByOrFail(Recording, { legId: call.legId });
    await desk.api.app.get<FileKeyStore>(KEY_STORE, { strict: false }).destroy(keyId);
    expect(await replay(call)).toEqual({ verdict: 'cannot', why: 'words_destroyed' });
    await owner.query(`update scorecard set engine_hash = 'shouwen.scoring/8' where leg_id = $1`, [call.legId]);
    expect(await replay(call)).toEqual({ verdict: 'cannot', why: 'engine_changed' });
  });
});

describe('the command', () => {
  const run = (callId: string, check: boolean) => rescore(desk.env, { chosen: { callId }, check });

  it('says of a call’s cards that they are the same, and names the one that was altered', async () => {
    const call = await scoredCall();
    const scorecardId = (await newest(call)).id;
    expect(await run(call.callId, true)).toEqual([{ ...call, scorecardId, verdict: 'same' }]);
    await owner.query('update scorecard set result_sha256 = $2 where id = $1', [scorecardId, 'a'.repeat(64)]);
    const lines = await run(call.callId, true);
    expect(lines.map((line) => lineOf(line, 'en'))).toEqual([
      `${call.callId} ${scorecardId} altered: the card was altered after it was filed`,
    ]);
    expect([needsPerson(lines), summaryOf(lines, 'zh')]).toEqual([true, expect.stringContaining('1 份有改动')]);
    expect(await run(call.callId, false)).toEqual([{ ...call, verdict: 'rescored', filed: 1 }]);
    expect(await cards(call)).toHaveLength(2);
  });
});

describe('scoring again', () => {
  it('files nothing that says nothing new, and never an overwriting card', async () => {
    const call = await scoredCall();
    const [before] = await cards(call);
    await score(call.legId);
    expect(await cards(call)).toEqual([before]);
  });

  it('counts nothing where the newer words cannot be relied on: neither they nor those that they replaced', async () => {
    const call = await scoredCall();
    const { id } = await source.manager.findOneByOrFail(Recording, { legId: call.legId });
    const words = { version: 2, unreliable: ['low_confidence' as const] };
    await buildTranscript(source, get(VaultService), id, [{ speaker: 'agent', text: 'Thank you for calling.' }], words);
    expect(await source.transaction((tx) => get(ScoreLegService).scoreAgain(tx, call.legId))).toMatchObject([
      { isNew: true },
    ]);
    expect((await newest(call)).trusted).toBe(false);
    expect(await counting(call)).toBeNull();
  });

  it('goes over the calls of a period, each once, and can be cancelled', async () => {
    const call = await scoredCall();
    await publish(changedTrial(2, 'greeting.company', { kind: 'phrase', lookFor: ['salutation'] }));
    const runs = get(QualityRuns);
    const runId = await runs.ask('rescore', { ...ALWAYS, teamIds: [desk.organisation.teamA], atMost: 1 }, colleague);
    await get(RescoreCallsService).run(runId, await context('rescore-calls', runId));
    expect((await cards(call)).map(({ checklistVersion }) => checklistVersion)).toEqual([1, 2]);
    expect(await counting(call)).toBe((await newest(call)).id);
    expect(await source.manager.findOneBy(QualityRun, { id: runId })).toMatchObject({ total: 1, done: 1, filed: 1 });
    await expect(runs.cancel(runId, 'rescore', colleague)).rejects.toMatchObject({ code: 'run_has_ended' });
    await owner.query(
      `insert into checklist_retirement (checklist_id, version, retired_at, retired_by_person_id, reason) values ('trial', 2, now(), $1, 'test')`,
      [colleague],
    );
  });
});

describe('hearing again', () => {
  const all = async (runId: string) => source.manager.findOneByOrFail(QualityRun, { id: runId });
  const state = async ({ callId }: BuiltCall) =>
    (
      await source.query(
        'select words_wanted, rehear_asked_at is not null as asked, rehear_run_id from recording where call_id = $1',
        [callId],
      )
    )[0];

  it('goes over a period, a few at a time, leaves out words that came along, and ends once all is heard', async () => {
    await owner.query(`update listed_leg set started_at = '2001-01-01' where stage = 'scored'`);
    const calls = [];
    for (let i = 0; i < UNDER_WAY + 2; i += 1) calls.push(await scoredCall());
    const brought = calls.pop()!;
    const recordings = (callIds: string[]) => `(select id from recording where call_id in ('${callIds.join("','")}'))`;
    await owner.query(
      `update transcript set engine = 'provided' where recording_id in ${recordings([brought.callId])}`,
    );
    const { teamA } = desk.organisation;
    const day = { fromAt: new Date(Date.now() - 86_400_000 * 400), toAt: new Date(Date.now() + 86_400_000) };
    const runId = await get(QualityRuns).ask('rehear', { ...ALWAYS, ...day, teamIds: [teamA], atMost: 100 }, colleague);
    const first = await context('rehear-calls', runId);
    await get(RehearCallsService).run(runId, first);
    const states = await Promise.all(calls.map(state));
    expect(states.filter(({ asked }) => asked)).toHaveLength(UNDER_WAY);
    expect(await all(runId)).toMatchObject({ filed: UNDER_WAY, finishedAt: null });
    // The work is not done: it looks again later.
    const [work] = await source.query('select done_at, attempts from work where id = $1', [first.lease.workId]);
    expect(work).toEqual({ done_at: null, attempts: 0 });
    for (let step = 0; (await all(runId)).finishedAt === null; step += 1) {
      expect(step).toBeLessThan(4);
      // As the end of recognition leaves it.
      await source.query('update recording set rehear_asked_at = null where rehear_run_id = $1', [runId]);
      await source.query('update work set due_at = now() where id = $1', [first.lease.workId]);
      const lease = (await get(WorkService).claim(first.lease.workId))!;
      await get(RehearCallsService).run(runId, { ...first, lease });
    }
    expect(await all(runId)).toMatchObject({ total: calls.length + 1, done: calls.length + 1, filed: calls.length });
    expect(await state(brought)).toMatchObject({ words_wanted: 0, asked: false });
    expect(await state(calls[0]!)).toMatchObject({ words_wanted: 1, rehear_run_id: runId });
  });
});

describe('what waits for a person', () => {
  it('is queued with the card, and closed by the answer, which makes a new card that counts', async () => {
    const call = await scoredCall();
    expect(await waiting(call)).toEqual([['manner.kindness', 'left_to_a_person', null]]);
    const [automatic] = await cards(call);
    const made = await get(ReviewService).publish(await review(call, [answer('manner.kindness', 'not_met')]), reviewer);
    expect(made).toMatchObject({
      before: { points: 7, maxPoints: 7 },
      after: { points: 7, maxPoints: 10 },
      changed: 0,
    });
    expect(await waiting(call)).toEqual([['manner.kindness', 'left_to_a_person', 'answered']]);
    expect(await counting(call)).toBe(made.scorecardId);
    expect((await cards(call))[0]).toEqual(automatic);
    expect((await newest(call)).items.map(({ source: by }) => by)).toEqual(['fact', 'rule', 'human']);
  });

  it('needs a reason where a judgement is overturned, and changes nothing without', async () => {
    const call = await scoredCall();
    const wrong = await review(call, [answer('greeting.company', 'not_met')]);
    await expect(get(ReviewService).publish(wrong, reviewer)).rejects.toMatchObject({ code: 'review_refused' });
    expect(await cards(call)).toHaveLength(1);
    const right = await review(call, [answer('greeting.company', 'not_met', 'words_misheard')]);
    expect(await get(ReviewService).preview(right, reviewer)).toMatchObject({ after: { points: 4 }, changed: 1 });
    expect(await cards(call)).toHaveLength(1);
  });

  it('is published by one of two who publish at once; the other is told, and nothing of theirs stays', async () => {
    const call = await scoredCall();
    const both = await review(call, [answer('manner.kindness', 'met')]);
    const raced = await Promise.allSettled([reviewer, colleague].map((who) => get(ReviewService).publish(both, who)));
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = raced.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: 'review_overtaken' });
    expect((await cards(call)).map(({ author }) => author)).toEqual(['automatic', 'review']);
  });

  it('is never judged by the person who took the call: not by the service, not in the database, on no leg of it', async () => {
    const call = await scoredCall();
    const agent = desk.organisation.first;
    const own = await review(call, [answer('manner.kindness', 'met')]);
    await expect(get(ReviewService).publish(own, agent)).rejects.toMatchObject({ code: 'own_call' });
    await expect(get(ClaimService).claim({ ...own }, agent)).rejects.toMatchObject({ code: 'own_call' });
    await source.query(
      `insert into leg (id, call_id, position, person_id, team_id, hold_spans) values ($1, $2, 1, $3, $4, '[]')`,
      [newId(), call.callId, reviewer, desk.organisation.teamA],
    );
    const card = { ...(await newest(call)), id: newId(), author: 'review' as const, authorPersonId: reviewer };
    await expect(source.manager.insert(Scorecard, { ...card, basedOnId: own.basedOn })).rejects.toThrow(
      'that they took',
    );
    const claim = source.manager.update(
      AwaitingPersonRow,
      { legId: call.legId },
      { claimedByPersonId: reviewer, claimedUntil: new Date() },
    );
    await expect(claim).rejects.toThrow('that they took');
  });

  it.each([true, false])(
    'is never judged by who took a row that is part of it (the judged stays: %s)',
    async (stays) => {
      const call = await scoredCall();
      const own = await review(call, [answer('manner.kindness', 'met')]);
      const part = await buildCall(source, { personId: reviewer, teamId: desk.organisation.teamA });
      const [other, into] = stays ? [part, call] : [call, part];
      const row = { id: other.callId, source: 'test' };
      await source.transaction((tx) => joinCall(tx, row, into.callId, { legsMove: false, at: new Date() }));
      await expect(get(ReviewService).publish(own, reviewer)).rejects.toMatchObject({ code: 'own_call' });
      const card = { ...(await newest(call)), id: newId(), author: 'review' as const, authorPersonId: reviewer };
      await expect(source.manager.insert(Scorecard, { ...card, basedOnId: own.basedOn })).rejects.toThrow(
        'that they took',
      );
      const fit = await possibleReviewers(source.manager, { legId: call.legId, blind: false }, reviewer);
      expect(fit).toEqual([]);
      const asked = [call, part].map(({ callId }) =>
        source.query('select took_the_call($1, $2, now()) as own', [callId, reviewer]),
      );
      expect((await Promise.all(asked)).flat()).toEqual([{ own: true }, { own: true }]);
    },
  );

  it('is held by one person at a time, until they let it go or the claim ends', async () => {
    const call = await scoredCall();
    const claims = get(ClaimService);
    const card = { legId: call.legId, checklistId: 'trial' };
    await claims.claim(card, reviewer);
    await expect(claims.claim(card, colleague)).rejects.toMatchObject({ code: 'claimed_by_other' });
    const theirs = await review(call, [answer('manner.kindness', 'met')]);
    await expect(get(ReviewService).publish(theirs, colleague)).rejects.toMatchObject({ code: 'claimed_by_other' });
    await owner.query(`update awaiting_person set claimed_until = now() - interval '1 s' where leg_id = $1`, [
      call.legId,
    ]);
    await claims.claim(card, colleague);
    await claims.release(card, reviewer);
    await expect(claims.claim(card, reviewer)).rejects.toMatchObject({ code: 'claimed_by_other' });
    await claims.release(card, colleague);
    await claims.claim(card, reviewer);
  });
});

describe('a back-test', () => {
  const strict = changedTrial(3, 'greeting.company', {
    kind: 'phrase',
    lookFor: ['company_profile'],
    speaker: 'customer',
  });
  const ask = (atMost: number) => {
    const { checklist, hash: sha256 } = readChecklist(strict);
    const tested = { checklistId: 'trial', version: null, definition: checklist, sha256 };
    return get(QualityRuns).ask(
      'back_test',
      { ...ALWAYS, teamIds: [desk.organisation.teamA], atMost, tested },
      colleague,
    );
  };
  const counted = (runId: string, table: string) =>
    source.query(`select item_id, from_outcome, to_outcome from ${table} where run_id = $1 order by 1, 2, 3`, [runId]);

  it('says what would flip against what is on file, agrees or not with people, and files nothing', async () => {
    const call = await scoredCall();
    await get(ReviewService).publish(
      await review(call, [answer('greeting.company', 'met'), answer('manner.kindness', 'met')]),
      reviewer,
    );
    const before = await source.manager.count(Scorecard);
    const runId = await ask(1);
    await get(BackTestService).run(runId, await context('run-back-test', runId));
    const flips = await source.query(
      'select leg_id, item_id, from_outcome, to_outcome from back_test_flip where run_id = $1',
      [runId],
    );
    expect(flips).toEqual([
      { leg_id: call.legId, item_id: 'greeting.company', from_outcome: 'met', to_outcome: 'not_met' },
    ]);
    // What the flip takes away is told in points, too: the item weighs 3.
    const points = await source.query(
      'select (from_points - to_points)::int as less, from_max = to_max as same from back_test_points where run_id = $1',
      [runId],
    );
    expect(points).toEqual([{ less: 3, same: true }]);
    expect(await counted(runId, 'back_test_count')).toHaveLength(3);
    const said = await source.query(
      'select item_id, human_outcome, to_outcome from back_test_agreement where run_id = $1 order by 1',
      [runId],
    );
    expect(said).toEqual([
      { item_id: 'greeting.company', human_outcome: 'met', to_outcome: 'not_met' },
      { item_id: 'manner.kindness', human_outcome: 'met', to_outcome: 'insufficient' },
    ]);
    expect(await source.manager.count(Scorecard)).toBe(before);
  });

  it('counts nothing twice when a late twin goes on where another worker was', async () => {
    const [runs, runId] = [get(QualityRuns), await ask(2)];
    const { lease } = await context('run-back-test', runId);
    const by = { lexiconHash: 'l', engineHash: 'e', profileHash: 'p' };
    const [twin, other] = [await runs.begin(runId, by), await runs.begin(runId, by)];
    const { legId: atLegId } = await newestLeg();
    const written: string[] = [];
    const step = (who: string) => async () => ({ filed: written.push(who) });
    await runs.advance(other!, lease, { atLegId, done: 1 }, step('other'));
    await expect(runs.advance(twin!, lease, { atLegId, done: 1 }, step('twin'))).rejects.toThrow('lease');
    expect(written).toEqual(['other']);
    await expect(runs.begin(runId, { ...by, lexiconHash: 'newer' })).rejects.toMatchObject({ code: 'run_overtaken' });
    await runs.cancel(runId, 'back_test', colleague);
    expect(await runs.advance(other!, lease, { atLegId, done: 1 }, step('late'))).toBeNull();
    await runs.finish(runId, lease);
    expect(await source.manager.findOneByOrFail(QualityRun, { id: runId })).toMatchObject({
      done: 1,
      finishedAt: null,
    });
  });

  const newestLeg = async (): Promise<{ legId: string }> => {
    const [leg] = await source.query(`select leg_id as "legId" from listed_leg order by started_at desc limit 1`);
    return leg;
  };
});
