import { type INestApplicationContext } from '@nestjs/common';
import { DisputeDecisions, DisputesService, ReviewService } from '#reviews';
import { type Language } from '#contracts';

/** An invented score with an item that was missed. */
export interface InventedCard {
  readonly callId: string;
  readonly language: Language;
  readonly legId: string;
  readonly checklistId: string;
  readonly scorecardId: string;
  readonly agentPersonId: string;
  /** The first item that was missed. */
  readonly itemId: string;
  /** A person reviewed or contested it already. */
  readonly worked: boolean;
}

export interface PeopleAtWork {
  readonly analyst: string;
  readonly supervisor: string;
}

/** Reviews and disputes of invented scores, made by the services that people use: every second review changes a result. */
export async function workOn(
  app: INestApplicationContext,
  { reviewed, contested }: { reviewed: readonly InventedCard[]; contested: readonly InventedCard[] },
  { analyst, supervisor }: PeopleAtWork,
): Promise<void> {
  const reviews = app.get(ReviewService);
  for (const [at, { callId, legId, checklistId, scorecardId: basedOn, itemId }] of reviewed.entries()) {
    const changed = at % 2 === 0;
    const outcome = changed ? MET : ('not_met' as const);
    const answer = { itemId, outcome, evidence: [], reason: changed ? ('words_misheard' as const) : null, note: null };
    await reviews.publish({ callId, legId, checklistId, basedOn, answers: [answer] }, analyst);
  }
  for (const [at, card] of contested.entries()) await contest(app, card, DECISIONS[at] ?? null, supervisor);
}

const MET = 'met' as const;
const GRANTED = { decision: 'granted', outcome: MET, reason: 'agent_is_right' } as const;
const KEPT = { decision: 'kept', reason: 'checklist_is_clear', note: '评分表对这一项写得很清楚。' } as const;
/** The third one waits. */
const DECISIONS = [GRANTED, KEPT];

async function contest(
  app: INestApplicationContext,
  { callId, language, legId, checklistId, scorecardId: basedOn, itemId, agentPersonId }: InventedCard,
  decision: typeof GRANTED | typeof KEPT | null,
  supervisor: string,
): Promise<void> {
  const asked = { legId, checklistId, itemId, basedOn, wanted: MET, reason: 'said_elsewhere' } as const;
  const note = language === 'zh' ? '这句话我在结尾说过。' : 'I said it at the end of the call.';
  const disputeId = await app.get(DisputesService).file(callId, { ...asked, note }, agentPersonId);
  if (!decision) return;
  const by = { personId: supervisor, decides: true, decidesLast: false };
  await app.get(DisputeDecisions).decide(disputeId, { stage: 'supervisor', basedOn, ...decision }, by);
}
