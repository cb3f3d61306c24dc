import { type DataSource } from 'typeorm';
import { CallStageService, StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { Clock, newId, WorkService } from '#platform';
import { VaultService } from '#recordings';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { CountingPointer } from '../counting/counting-pointer.js';
import { CountingScorecard, Scorecard } from '../scorecard.entity.js';
import { ScorecardLedger } from './scorecard-ledger.js';

let desk: UploadDesk;
let source: DataSource;
let work: WorkService;
let ledger: ScorecardLedger;
let call: BuiltCall;
let first: Scorecard;

beforeAll(async () => {
  desk = await UploadDesk.open();
  source = desk.api.source;
  const clock = new Clock();
  const journal = new JournalService(clock);
  work = new WorkService(source);
  const calls = new CallStageService(journal, clock);
  ledger = new ScorecardLedger(
    new StageCompletion(source, work, calls),
    new CountingPointer(journal, clock),
    journal,
    clock,
  );
});
beforeEach(async () => {
  const vault = desk.api.app.get(VaultService);
  const { first: personId, teamA: teamId } = desk.organisation;
  call = await buildCall(source, { personId, teamId }, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, vault, call);
  await buildScorecard(source, call.legId, await buildTranscript(source, vault, recordingId, []));
  first = await source.manager.findOneByOrFail(Scorecard, { legId: call.legId });
});
afterAll(() => desk.api.stop());

/** Files another judgement of the leg, by another version of the rules. */
async function file(trusted: boolean): Promise<string> {
  const workId = (await work.open(source.manager, 'score-leg', call.legId)) ?? '';
  const lease = await work.claim(workId);
  const { createdAt: _, ...card } = { ...first, id: newId(), engineHash: newId(), trusted };
  await ledger.file({ id: call.legId, callId: call.callId }, [card], lease!);
  return card.id;
}
const counting = async () =>
  (await source.manager.findOneByOrFail(CountingScorecard, { legId: call.legId })).scorecardId;

describe('a leg that no checklist judges', () => {
  /** As the job ends: the cards of the lists that judge, or none. */
  const end = async (cards: Scorecard[]) => {
    await source.query(`update work set done_at = now() where subject_id = $1 and done_at is null`, [call.legId]);
    const workId = (await work.open(source.manager, 'score-leg', call.legId)) ?? '';
    await ledger.file({ id: call.legId, callId: call.callId }, cards, (await work.claim(workId))!);
    const [row] = await source.query('select stage, stage_reason from call where id = $1', [call.callId]);
    return row as { stage: string; stage_reason: string | null };
  };

  it('ends the call as scored, and says so; another leg that is judged takes the note away', async () => {
    expect(await end([])).toEqual({ stage: 'scored', stage_reason: 'not_judged' });
    const told = `journal_entry join journal_detail on entry_id = id where event = 'leg.not_judged' and details->>'legId' = $1`;
    expect(await source.query(`select details from ${told}`, [call.legId])).toHaveLength(1);
    expect(await end([{ ...first, id: newId(), engineHash: newId() }])).toEqual({
      stage: 'scored',
      stage_reason: null,
    });
  });
});

describe('which scorecard counts', () => {
  it('is the latest, if it may be trusted', async () => {
    const second = await file(true);
    expect(await counting()).toBe(second);
    await file(false);
    expect(await counting()).toBeNull();
  });

  it('is never one that was not trusted when it was filed, with any points', async () => {
    await source.manager.delete(CountingScorecard, { legId: call.legId });
    await file(false);
    expect(await counting()).toBeNull();
    const trusted = await file(true);
    expect(await counting()).toBe(trusted);
  });
});
