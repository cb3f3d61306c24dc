import { randomUUID } from 'node:crypto';
import { JournalService } from '#journal';
import { Clock, WorkService } from '#platform';
import { buildCall, type BuiltCall } from '../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../test/factories/organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../../../test/support/migrated-database.js';
import { Call, CallStageService } from './index.js';

const TROUBLE = { reason: 'engine_crashed', job: 'score-leg', fault: 'vendor' } as const;

let db: MigratedDatabase;
let organisation: Organisation;
let work: WorkService;
let stages: CallStageService;

beforeAll(async () => {
  db = await migratedDatabase();
  organisation = await buildOrganisation(db.source);
  work = new WorkService(db.source);
  const clock = new Clock();
  stages = new CallStageService(db.source, new JournalService(clock), work, clock);
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

  it('goes back, by a person, to where the failed job left off', async () => {
    const built = await call('transcribed');
    const workId = (await work.open(db.source.manager, 'score-leg', built.legId)) ?? '';
    const lease = await work.claim(workId);
    await db.source.transaction((tx) => work.giveUp(tx, lease!, 'engine_crashed'));
    await trouble(built);
    await stages.retry(built.callId, organisation.first);
    expect(await stageOf(built)).toBe('transcribed');
    await expect(stages.retry(built.callId, organisation.first)).rejects.toMatchObject({ code: 'nothing_to_retry' });
    expect(await events(built)).toEqual(['call.needs_attention', 'call.retried']);
  });

  it('is nobody else’s: an unknown call is an error, not a no-op', async () => {
    await expect(db.source.transaction((tx) => stages.advance(tx, randomUUID(), 'sealed'))).rejects.toThrow();
  });
});
