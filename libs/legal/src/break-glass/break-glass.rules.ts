import { BREAK_GLASS_MOST, type AskedAction, type LegalDecisionRefusal } from '#contracts';
import { againFrom, isOfTheirTeam, type ChainQuestion } from '../requests/chain.rules.js';
import { moved } from '../requests/request-states.js';

/** What a requester wants to open, and in what situation they are. */
export interface OpeningQuestion {
  action: AskedAction;
  rendition: 'masked' | 'original';
  /** How many the filter finds. */
  recordings: number;
  /** An earlier opening of theirs that waits for its review, in time or too long. */
  earlier: EarlierOpening | null;
}

export interface EarlierOpening {
  requestId: string;
  openedAt: Date;
  overdue: boolean;
}

export type OpeningRefusal = 'listens_only' | 'too_many' | 'review_waits' | 'review_overdue';

/** Why an emergency does not open this; null when it does. */
export function openingRefusal({ action, rendition, recordings, earlier }: OpeningQuestion): OpeningRefusal | null {
  if (earlier) return earlier.overdue ? 'review_overdue' : 'review_waits';
  if (action !== 'listen' || rendition !== 'masked') return 'listens_only';
  return recordings > BREAK_GLASS_MOST.recordings ? 'too_many' : null;
}

/** What is opened of what was asked for: not longer than the setting, and not more often than an emergency needs. */
export function openingTerms(
  asked: { expiresAt: Date; playsAllowed: number },
  now: Date,
  minutes: number,
): { expiresAt: Date; playsAllowed: number } {
  const latest = now.getTime() + Math.min(minutes, BREAK_GLASS_MOST.minutes) * 60_000;
  return {
    expiresAt: new Date(Math.min(asked.expiresAt.getTime(), latest)),
    playsAllowed: Math.min(asked.playsAllowed, BREAK_GLASS_MOST.plays),
  };
}

/** Why a holder of the right to decide may not review this opening; null when they may. Persons, not accounts. */
export function reviewRefusal(question: Omit<ChainQuestion, 'decidedBy' | 'decidedFor'>): LegalDecisionRefusal | null {
  const { state, requestedByPersonId, recorded, approver } = question;
  if (moved(state, 'review') === null) return 'not_waiting';
  const own = approver.personId === requestedByPersonId;
  if (own && !question.small) return 'own_request';
  if (recorded.some(({ personId }) => personId === approver.personId)) return 'own_call';
  if (question.small) return own && againFrom(question.small.actedAt) > question.small.now ? 'needs_a_day' : null;
  return isOfTheirTeam(recorded, approver) ? 'own_team' : null;
}
