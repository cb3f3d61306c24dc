import { type ConsentState, type HoldSpan, type LegFacts } from '#contracts';
import { ringSeconds } from '#calls/rules';

/** What is stored of a leg and its call, as far as checks may rely on it. */
export interface KnownLeg {
  /** The telephony source that the facts come from. */
  source: string;
  direction: LegFacts['direction'];
  alertedAt: Date | null;
  answeredAt: Date | null;
  hangupParty: LegFacts['hangupParty'];
  transfer: LegFacts['transfer'];
  consulted: boolean | null;
  holdSpans: HoldSpan[];
  consent: { state: ConsentState; evidenceKind: string | null };
}

/** The facts of a leg for scoring. What the phone system did not say stays null: unknown is never taken for no. */
export function legFacts(leg: KnownLeg): LegFacts {
  return {
    from: leg.source,
    direction: leg.direction,
    ringSeconds: ringSeconds(leg.alertedAt, leg.answeredAt),
    hangupParty: leg.hangupParty,
    transfer: leg.transfer,
    consulted: leg.consulted,
    ...notice(leg.consent),
    holdSpans: leg.holdSpans,
  };
}

/** Only an announcement that the source vouches for is a fact; whether an agent said the words is for the transcript to show. */
function notice({ state, evidenceKind }: KnownLeg['consent']): Pick<LegFacts, 'noticeGiven' | 'noticeBy'> {
  if (state === 'announced' && evidenceKind === 'announcement') return { noticeGiven: true, noticeBy: 'announcement' };
  if (evidenceKind === 'contract' || evidenceKind === 'form') return { noticeGiven: true, noticeBy: 'contract' };
  return { noticeGiven: null, noticeBy: null };
}
