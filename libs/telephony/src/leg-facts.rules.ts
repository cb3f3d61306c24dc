import { type ConsentState, type ScoringFacts } from '#contracts';
import { holdSpansIn, rangFor, type Rang, type StoredHolds } from '#calls/rules';
import { transferFacts, type LegOfCall, type TransferringLeg } from './transfer-facts.rules.js';

/** What is stored of a leg and its call, as far as checks may rely on it. */
export interface KnownLeg extends TransferringLeg, Rang, StoredHolds {
  /** The telephony source that the facts come from. */
  source: string;
  direction: ScoringFacts['direction'];
  answeredAt: Date | null;
  consent: { state: ConsentState; evidenceKind: string | null };
}

/** What lies around a leg. */
export interface AroundLeg {
  /** All legs of its call. */
  call: readonly LegOfCall[];
  /** When the recording began that is judged; null: not told. */
  recordingBeganAt: Date | null;
}

/** The facts of a leg for scoring. What the phone system did not say stays null: unknown is never taken for no. */
export function legFacts(leg: KnownLeg, { call, recordingBeganAt }: AroundLeg): ScoringFacts {
  return {
    from: leg.source,
    direction: leg.direction,
    ringSeconds: rangFor(leg),
    ...transferFacts(leg, call),
    ...notice(leg.consent),
    holdSpans: holdSpansIn(leg, recordingBeganAt),
  };
}

/** Only an announcement that the source vouches for is a fact; whether an agent said the words is for the transcript to show. */
function notice({ state, evidenceKind }: KnownLeg['consent']): Pick<ScoringFacts, 'noticeGiven' | 'noticeBy'> {
  if (state === 'announced' && evidenceKind === 'announcement') return { noticeGiven: true, noticeBy: 'announcement' };
  if (evidenceKind === 'contract' || evidenceKind === 'form') return { noticeGiven: true, noticeBy: 'contract' };
  return { noticeGiven: null, noticeBy: null };
}
