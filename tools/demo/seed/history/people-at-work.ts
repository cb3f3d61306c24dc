import { type INestApplicationContext } from '@nestjs/common';
import { DisputeDecisions, DisputesService, ReviewService } from '#quality';
import { type WrittenCall } from './write-history.js';

/** The score that a person is asked about, with its card. */
export interface ShownScore extends WrittenCall {
  readonly scorecardId: string;
  readonly agentPersonId: string;
}

export interface PeopleAtWork {
  readonly analyst: string;
  readonly supervisor: string;
}

const MET = 'met' as const;

/** Reviews and disputes of invented scores, made by the services that people use: every second review changes a result. */
export async function workOn(
  app: INestApplicationContext,
  { reviewed, contested }: { reviewed: readonly ShownScore[]; contested: readonly ShownScore[] },
  { analyst, supervisor }: PeopleAtWork,
): Promise<void> {
  const reviews = app.get(ReviewService);
  for (const [at, score] of reviewed.entries()) {
    const missed = missedItem(score);
    if (!missed) continue;
    const outcome = at % 2 === 0 ? MET : ('not_met' as const);
    const answer = {
      itemId: missed,
      outcome,
      evidence: [],
      reason: outcome === MET ? ('words_misheard' as const) : null,
      note: null,
    };
    await reviews.publish({ ...named(score), basedOn: score.scorecardId, answers: [answer] }, analyst);
  }
  const decisions = [GRANTED, KEPT, null];
  for (const [at, score] of contested.entries()) await contest(app, score, decisions[at] ?? null, supervisor);
}

const GRANTED = { decision: 'granted', outcome: MET, reason: 'agent_is_right' } as const;
const KEPT = { decision: 'kept', reason: 'checklist_is_clear', note: '评分表对这一项写得很清楚。' } as const;

async function contest(
  app: INestApplicationContext,
  score: ShownScore,
  decision: typeof GRANTED | typeof KEPT | null,
  supervisor: string,
): Promise<void> {
  const itemId = missedItem(score);
  if (!itemId) return;
  const { legId, checklistId, callId } = named(score);
  const asked = {
    legId,
    checklistId,
    itemId,
    basedOn: score.scorecardId,
    wanted: MET,
    reason: 'said_elsewhere',
  } as const;
  const note = score.score.call.language === 'zh' ? '这句话我在结尾说过。' : 'I said it at the end of the call.';
  const disputeId = await app.get(DisputesService).file(callId, { ...asked, note }, score.agentPersonId);
  if (!decision) return;
  const by = { personId: supervisor, decides: true, decidesLast: false };
  await app
    .get(DisputeDecisions)
    .decide(disputeId, { stage: 'supervisor', basedOn: score.scorecardId, ...decision }, by);
}

const named = ({ callId, legId, score }: ShownScore) => ({ callId, legId, checklistId: score.checklist.id });

export const missedItem = ({ score }: WrittenCall): string | undefined =>
  score.items.find(({ outcome, source }) => outcome === 'not_met' && source === 'rule')?.itemId;
