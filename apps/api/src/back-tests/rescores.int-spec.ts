import { type DataSource } from 'typeorm';
import {
  QUALITY_SETTINGS,
  type BackTest,
  type Checklist,
  type FlipList,
  type NotificationList,
  type Problem,
  type RunList,
} from '#contracts';
import { relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CompanyService } from '#people';
import { WorkService, type JobContext } from '#platform';
import {
  BackTestService,
  ChecklistVersion,
  CountingScorecard,
  QualitySettingsService,
  readChecklist,
  RescoreCallsService,
  Scorecard,
  ScoreLegService,
} from '#quality';
import { ReviewService } from '#reviews';
import { VaultService } from '#recordings';
import { changedTrial, TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const SIGNAL = new AbortController().signal;
const PERIOD = { from: '2020-01-01', to: '2099-12-31' };
const ITEM = 'greeting.company';

let desk: UploadDesk;
let source: DataSource;
let agent: TestAccount;
let manager: TestAccount;
let managerOfB: TestAccount;
let reviewer: TestAccount;
let calls: BuiltCall[];

const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

beforeAll(async () => {
  desk = await UploadDesk.open();
  source = desk.api.source;
  const { organisation } = desk;
  await source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  agent = await buildAccount(source, organisation, { role: 'agent', teamId: organisation.teamA });
  manager = await buildAccount(source, organisation, { role: 'quality_manager', teamId: null });
  managerOfB = await buildAccount(source, organisation, { role: 'quality_manager', teamId: organisation.teamB });
  reviewer = await buildAccount(source, organisation, { role: 'quality_analyst', teamId: organisation.teamA });
  const settings = { ...QUALITY_SETTINGS, trust: { ...QUALITY_SETTINGS.trust, unmeasured: 'all' as const } };
  await source.transaction((tx) => get(QualitySettingsService).change(tx, 0, settings, manager.personId));
  await publish(TRIAL);
  calls = [await scoredCall(), await scoredCall(), await scoredCall()];
});
afterAll(() => desk?.api.stop());

async function publish(definition: Checklist): Promise<void> {
  const { checklist, hash: sha256 } = readChecklist(definition);
  const { id: checklistId, version } = checklist;
  await source.manager.insert(ChecklistVersion, {
    ...{ checklistId, version, sha256, definition: checklist as object },
    publishedAt: new Date(),
  });
}

async function scoredCall(): Promise<BuiltCall> {
  const at = { personId: agent.personId, teamId: desk.organisation.teamA };
  const call = await buildCall(source, at, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000 });
  await buildTranscript(source, get(VaultService), recordingId, [
    { speaker: 'agent', text: 'Thank you for calling Northwind, how may I help you today?' },
    { speaker: 'customer', text: 'My bill is too high.' },
  ]);
  await get(ScoreLegService).score(call.legId, await context('score-leg', call.legId));
  return call;
}

async function context(job: 'score-leg' | 'run-back-test' | 'rescore-calls', subject: string): Promise<JobContext> {
  const work = get(WorkService);
  const lease = await work.claim((await work.open(source.manager, job, subject)) ?? '');
  if (!lease) throw new Error('no other worker should hold the work of the test');
  return { lease, signal: SIGNAL };
}

const told = async (): Promise<NotificationList['items']> => {
  await relayOnce(source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
  return (await ask<NotificationList>(agent, 'GET', 'notifications')).body.items.filter(({ rescore }) => rescore);
};
const counted = async ({ legId }: BuiltCall): Promise<Scorecard> => {
  const { scorecardId } = await source.manager.findOneByOrFail(CountingScorecard, { legId, checklistId: 'trial' });
  return source.manager.findOneByOrFail(Scorecard, { id: scorecardId! });
};

describe('a period that is scored again by a newer version', () => {
  let reviewed: Scorecard;

  beforeAll(async () => {
    const [first] = calls;
    const basedOn = (await counted(first!)).id;
    const answers = [{ itemId: ITEM, outcome: 'met' as const, reason: null, note: null, evidence: [] }];
    await get(ReviewService).publish({ ...first!, checklistId: 'trial', basedOn, answers }, reviewer.personId);
    reviewed = await counted(first!);
    await publish(changedTrial(2, ITEM, { kind: 'phrase', lookFor: ['company_profile'], speaker: 'customer' }));
  });

  it('says beforehand what would flip, in how many calls, and files nothing', async () => {
    const before = await source.manager.count(Scorecard);
    const asked = { ...PERIOD, checklistId: 'trial', version: 2, teamId: desk.organisation.teamA };
    const { runId } = (await ask<{ runId: string }>(manager, 'POST', 'back-tests', asked)).body;
    await get(BackTestService).run(runId, await context('run-back-test', runId));
    const { body } = await ask<BackTest>(manager, 'GET', `back-tests/${runId}`);
    expect(body).toMatchObject({ judged: 3, flips: 3, run: { kind: 'back_test', told: 0 } });
    expect(await source.manager.count(Scorecard)).toBe(before);
    // Scored once, by words that are no more.
    await buildCall(source, { personId: agent.personId, teamId: desk.organisation.teamA }, { stage: 'scored' });
  });

  it('files new cards, lets reviews stand, lists what flipped, and tells the agent once of all of it', async () => {
    const asked = { ...PERIOD, checklistId: 'trial', teamId: desk.organisation.teamA };
    const { status, body } = await ask<{ runId: string }>(manager, 'POST', 'rescores', asked);
    expect(status).toBe(202);
    const { runId } = body;
    await get(RescoreCallsService).run(runId, await context('rescore-calls', runId));
    // The job that runs twice finds that it has ended.
    await get(RescoreCallsService).run(runId, await context('rescore-calls', runId));

    expect((await counted(calls[0]!)).id).toBe(reviewed.id);
    for (const call of calls.slice(1))
      expect(await counted(call)).toMatchObject({ author: 'automatic', checklistVersion: 2, points: 4 });

    const found = await ask<BackTest>(manager, 'GET', `back-tests/${runId}`);
    expect(found.body).toMatchObject({ judged: 3, flips: 3, run: { kind: 'rescore', filed: 3, leftOut: 1, told: 1 } });
    const flips = await ask<FlipList>(manager, 'GET', `back-tests/${runId}/flips?item=${ITEM}`);
    expect(flips.body.flips.map(({ from, to }) => `${from} ${to}`)).toEqual(Array(3).fill('met not_met'));

    // Of the call that a person reviewed nothing changed: two calls, three points each.
    const messages = await told();
    expect(messages).toMatchObject([{ kind: 'calls_rescored', rescore: { ...PERIOD, calls: 2, points: -6 } }]);
    const [entry] = await source.query(
      `select detail.details from journal_entry entry join journal_detail detail on detail.entry_id = entry.id where entry.event = 'rescore.told'`,
    );
    expect(entry.details).toMatchObject({ runId, personId: agent.personId, calls: 2, points: -6 });
  });

  it('says nothing where a second run changes nothing', async () => {
    const { runId } = (await ask<{ runId: string }>(manager, 'POST', 'rescores', { ...PERIOD, checklistId: 'trial' }))
      .body;
    await get(RescoreCallsService).run(runId, await context('rescore-calls', runId));
    expect((await ask<BackTest>(manager, 'GET', `back-tests/${runId}`)).body).toMatchObject({
      flips: 0,
      run: { filed: 0, told: 0 },
    });
    expect(await told()).toHaveLength(1);
  });

  it('is asked for within one’s teams, by a checklist in force', async () => {
    const send = (who: TestAccount, over: object) => ask<Problem>(who, 'POST', 'rescores', { ...PERIOD, ...over });
    expect((await send(managerOfB, { teamId: desk.organisation.teamA })).body.code).toBe('nothing_to_run');
    expect((await send(manager, { checklistId: 'never-published' })).body.code).toBe('checklist_not_found');
    expect((await send(reviewer, {})).status).toBe(403);
    const [run] = (await ask<RunList>(manager, 'GET', 'rescores')).body.runs;
    expect((await ask(managerOfB, 'GET', `back-tests/${run?.runId}`)).status).toBe(404);
    expect((await ask(reviewer, 'GET', `back-tests/${run?.runId}`)).status).toBe(404);
  });

  it('tells of what was done until it was cancelled', async () => {
    await publish(changedTrial(3, ITEM, { kind: 'phrase', lookFor: ['company_profile'] }));
    const { runId } = (await ask<{ runId: string }>(manager, 'POST', 'rescores', { ...PERIOD, checklistId: 'trial' }))
      .body;
    const abort = new AbortController();
    const stopped = { ...(await context('rescore-calls', runId)), signal: abort.signal };
    // Its worker dies after two legs.
    const runs = get(RescoreCallsService);
    let legs = 0;
    jest.spyOn(get(ScoreLegService), 'scoreAgain').mockImplementation(async function (this: ScoreLegService, ...given) {
      if ((legs += 1) === 2) abort.abort();
      return ScoreLegService.prototype.scoreAgain.apply(this, given);
    });
    await expect(runs.run(runId, stopped)).rejects.toThrow();
    expect((await ask(manager, 'POST', `rescores/${runId}/cancel`)).status).toBe(204);
    expect((await ask<RunList>(manager, 'GET', 'rescores')).body.runs[0]).toMatchObject({
      state: 'cancelled',
      told: 1,
    });
    expect((await told())[0]?.rescore).toMatchObject({ points: 3 * (await told())[0]!.rescore!.calls });
  });

  it('lists no flips by a version that was published meanwhile, though its cards are filed', async () => {
    const { runId } = (await ask<{ runId: string }>(manager, 'POST', 'rescores', { ...PERIOD, checklistId: 'trial' }))
      .body;
    await publish(changedTrial(4, ITEM, { kind: 'phrase', lookFor: ['company_profile'], speaker: 'customer' }));
    await get(RescoreCallsService).run(runId, await context('rescore-calls', runId));
    const { body } = await ask<BackTest>(manager, 'GET', `back-tests/${runId}`);
    expect(body).toMatchObject({ judged: 0, flips: 0, run: { filed: 3, checklist: { version: 3 } } });
  });
});
