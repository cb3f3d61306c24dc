import { type CoachingView, type DisputeView, type MadeComment } from '#contracts';
import { cardOf, type CallPart, type PackedCall } from './packed-calls.js';
import { type Seats } from './seats.js';

export interface QualityWork {
  dispute: { disputeId: string; itemId: string };
  corrected: { reason: string; outcome: string };
  review: { scorecardId: string; itemId: string; outcome: string };
  comment: { commentId: string; text: string };
  coaching: { sessionId: string; sharedText: string };
}

/** What quality did with the calls: one is contested and waits for the quality manager, one was corrected, one reviewed, commented on and coached about. */
export async function workOnQuality(seats: Seats, calls: Record<CallPart, PackedCall>): Promise<QualityWork> {
  return {
    dispute: await contest(seats, calls.contested),
    corrected: await correct(seats, calls.corrected),
    comment: await comment(seats, calls.reviewed),
    review: await review(seats, calls.reviewed),
    coaching: await coach(seats, calls.reviewed),
  };
}

async function contest(seats: Seats, { callId, legId }: PackedCall): Promise<QualityWork['dispute']> {
  const card = await cardOf(seats, callId);
  const itemId = notMet(card.items);
  const asked = { legId, checklistId: card.checklist.id, itemId, basedOn: card.scorecardId, wanted: 'met' };
  const filed = { ...asked, reason: 'meaning_misread', note: 'I did say it.', atMs: 1000 };
  const { disputeId } = await seats.send<DisputeView>('agent2', `/calls/${callId}/disputes`, filed);
  const kept = { stage: 'supervisor', decision: 'kept', reason: 'not_said', note: 'Listened twice.' };
  await seats.send('supervisor', `/disputes/${disputeId}/decisions`, { basedOn: card.scorecardId, ...kept });
  await seats.send('agent2', `/disputes/${disputeId}/escalation`, { note: 'Please listen once more.' });
  return { disputeId, itemId };
}

/** By one person, as it was before a second one had a say. */
async function correct(seats: Seats, { callId }: PackedCall): Promise<QualityWork['corrected']> {
  const [reason, outcome] = ['The customer called back and said so.', 'resolved'];
  await seats.send('quality', `/calls/${callId}/corrections`, { reason, changes: { outcome, queueSeconds: 12 } });
  return { reason, outcome };
}

async function comment(seats: Seats, { callId, legId }: PackedCall): Promise<QualityWork['comment']> {
  const text = 'Packed: the account number was asked for too soon.';
  const made = await seats.send<MadeComment>('supervisor', `/calls/${callId}/comments`, { legId, atMs: 1300, text });
  return { commentId: made.commentId, text };
}

async function review(seats: Seats, { callId, legId }: PackedCall): Promise<QualityWork['review']> {
  const card = await cardOf(seats, callId);
  const [itemId, outcome] = [notMet(card.items), 'not_applicable'];
  const answers = [{ itemId, outcome, reason: 'does_not_apply' }];
  const sent = { legId, checklistId: card.checklist.id, basedOn: card.scorecardId, answers };
  const { scorecardId } = await seats.send<{ scorecardId: string }>('analyst', `/calls/${callId}/reviews`, sent);
  return { scorecardId, itemId, outcome };
}

async function coach(seats: Seats, { callId, legId }: PackedCall): Promise<QualityWork['coaching']> {
  const agentPersonId = await seats.personOf('3068');
  const sharedText = 'Packed: greet first, then ask.';
  const moments = [{ callId, legId, fromMs: 0, toMs: 600 }];
  const made = await seats.send<CoachingView>('supervisor', '/coaching', { agentPersonId, moments, sharedText });
  await seats.send('supervisor', `/coaching/${made.sessionId}/share`);
  return { sessionId: made.sessionId, sharedText };
}

const notMet = (items: readonly { itemId: string; outcome: string }[]): string =>
  items.find(({ outcome }) => outcome === 'not_met')!.itemId;
