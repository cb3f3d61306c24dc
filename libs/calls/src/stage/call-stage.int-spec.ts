import { randomUUID } from 'node:crypto';
import { JournalService } from '#journal';
import { Clock, WorkService } from '#platform';
import { workableSubjects } from '#recordings';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { Call, CallAttentionService, CallGiveUp, CallStageService } from '../index.js';

const TROUBLE = { reason: 'engine_crashed', job: 'score-leg', fault: 'vendor' } as const;

let db: MigratedDatabase;
let organisation: Organisation;
let work: WorkService;
let stages: CallStageService;
let attention: CallAttentionService;

beforeAll(async () => {
  db = await migratedDatabase();
  organisation = await buildOrganisation(db.source);
  work = new WorkService(db.source);
  const clock = new Clock();
  const journal = new JournalService(clock);
  stages = new CallStageService(journal, clock);
  attention = new CallAttentionService(db.source, journal, work, clock);
});
afterAll(() => db.close());

const call = (stage: Call['stage']): Promise<BuiltCall> =>
  buildCall(db.source, { personId: organisation.first, teamId: organisation.teamA }, { stage });
const stageOf = async ({ callId }: BuiltCall) => (await db.source.manager.findOneByOrFail(Call, { id: callId })).stage;
const events = async ({ callId }: BuiltCall): Promise<string[]> =>
  (await db.source.query('select event from journal_entry where call_id = $1 order by id', [callId])).map(
    ({ event }: { event: string }) => event,
  );
const trouble = ({ callId }: BuiltCall) => db.source.transaction((tx) => stages.needsAttention(tx, callId, TROUBLE));
const advance = ({ callId }: BuiltCall, to: Call['stage']) =>
  db.source.transaction((tx) => stages.advance(tx, callId, to));

describe('the stage of a call', () => {
  it('moves once, however often a job says so', async () => {
    const built = await call('sealed');
    expect([await advance(built, 'transcribed'), await advance(built, 'transcribed')]).toEqual([true, false]);
    expect(await stageOf(built)).toBe('transcribed');
  });

  it('skips nothing', async () => {
    const built = await call('recorded');
    expect(await advance(built, 'scored')).toBe(false);
  });

  it("keeps a recording's trouble although another recording of the call goes well", async () => {
    const built = await call('recorded');
    await trouble(built);
    for (const to of ['sealed', 'transcribed', 'scored'] as const) expect(await advance(built, to)).toBe(false);
    expect(await stageOf(built)).toBe('needs_attention');
  });

  it('tells of trouble with a call that was scored already, and of a second trouble', async () => {
    const built = await call('scored');
    await trouble(built);
    await trouble(built);
    expect(await stageOf(built)).toBe('needs_attention');
    expect(await events(built)).toEqual(['call.needs_attention', 'call.needs_attention']);
  });

  it('treats an unknown call as an error, not as a no-op', async () => {
    await expect(db.source.transaction((tx) => stages.advance(tx, randomUUID(), 'sealed'))).rejects.toThrow();
  });
});

/** A call whose scoring was given up, as a worker leaves it. */
async function stuck(): Promise<BuiltCall> {
  const built = await call('transcribed');
  const workId = (await work.open(db.source.manager, 'score-leg', built.legId)) ?? '';
  const lease = await work.claim(workId);
  await db.source.transaction((tx) => work.giveUp(tx, lease!, 'engine_crashed'));
  await trouble(built);
  return built;
}

const openWork = async ({ legId }: BuiltCall): Promise<number> =>
  (
    await db.source.query(
      'select count(*)::int as n from work where subject_id = $1 and failed_at is null and done_at is null',
      [legId],
    )
  )[0].n;
const WHY = { reason: 'not_needed', note: '测试电话' } as const;

describe('what people decide about a call that needs attention', () => {
  it('goes back, on retry, to where the failed job left off', async () => {
    const built = await stuck();
    await attention.retry([built.callId], organisation.first, workableSubjects);
    expect([await stageOf(built), await openWork(built)]).toEqual(['transcribed', 1]);
    await expect(attention.retry([built.callId], organisation.first, workableSubjects)).rejects.toMatchObject({
      code: 'nothing_to_retry',
    });
    expect(await events(built)).toEqual(['call.needs_attention', 'call.retried']);
  });

  it('ends by giving up: it waits for no person, nothing tries it again, and its words are not in the journal', async () => {
    const built = await stuck();
    await attention.giveUp([built.callId], WHY, organisation.first);
    expect([await stageOf(built), await openWork(built)]).toEqual(['given_up', 0]);
    expect(await advance(built, 'scored')).toBe(false);
    await trouble(built);
    expect(await stageOf(built)).toBe('given_up');
    const [{ details }] = await db.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.given_up'`,
      [built.callId],
    );
    expect(details).toEqual({ reason: 'not_needed', attention: 'engine_crashed' });
    const { note, byPersonId } = await db.source.manager.findOneByOrFail(CallGiveUp, { callId: built.callId });
    expect([note, byPersonId]).toEqual(['测试电话', organisation.first]);
  });

  it('comes back from giving up by a retry, and can be given up again', async () => {
    const built = await stuck();
    await attention.giveUp([built.callId], WHY, organisation.first);
    await attention.retry([built.callId], organisation.second, workableSubjects);
    expect([await stageOf(built), await openWork(built)]).toEqual(['transcribed', 1]);
    await expect(attention.giveUp([built.callId], WHY, organisation.first)).rejects.toMatchObject({
      code: 'nothing_to_give_up',
    });
    const { reopenedAt } = await db.source.manager.findOneByOrFail(CallGiveUp, { callId: built.callId });
    expect(reopenedAt).not.toBeNull();
  });

  it('moves once when two people press at the same moment, the same button or another', async () => {
    const built = await stuck();
    const pressed = await Promise.allSettled([
      attention.retry([built.callId], organisation.first, workableSubjects),
      attention.giveUp([built.callId], WHY, organisation.second),
      attention.giveUp([built.callId], WHY, organisation.first),
    ]);
    const done = pressed.filter(({ status }) => status === 'fulfilled').length;
    // Giving up and then trying again is two decisions, both taken; anything else is one.
    expect([1, 2]).toContain(done);
    expect((await events(built)).length).toBe(1 + done);
    expect(await openWork(built)).toBe((await stageOf(built)) === 'transcribed' ? 1 : 0);
  });

  it('does a group once between two people, and counts each call for one of them', async () => {
    const built = await Promise.all([stuck(), stuck(), stuck(), stuck()]);
    const ids = built.map(({ callId }) => callId);
    const counts = await Promise.all([
      attention.retryAll(ids, organisation.first, workableSubjects),
      attention.retryAll(ids, organisation.second, workableSubjects),
    ]);
    expect(counts[0] + counts[1]).toBe(4);
    expect(await attention.retryAll(ids, organisation.first, workableSubjects)).toBe(0);
    for (const one of built) expect(await events(one)).toEqual(['call.needs_attention', 'call.retried']);
  });

  it('leaves a call alone on which a worker is at work', async () => {
    const built = await call('transcribed');
    const workId = (await work.open(db.source.manager, 'score-leg', built.legId)) ?? '';
    const lease = await work.claim(workId);
    await expect(attention.retry([built.callId], organisation.first, workableSubjects)).rejects.toMatchObject({
      code: 'nothing_to_retry',
    });
    expect(await attention.giveUpAll([built.callId], WHY, organisation.first)).toBe(0);
    await db.source.transaction((tx) => work.complete(tx, lease!));
  });
});
