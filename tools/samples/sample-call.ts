import type { ConsentStatement, Language, Outcome, Speaker } from '#contracts';

export interface SampleLine {
  speaker: Exclude<Speaker, 'unknown'>;
  text: string;
  /** Milliseconds of silence before it. Default 450. */
  afterMs?: number;
}

/** A call written for the product: who says what, what the telephone system knows, and what a listener would think of it. */
export interface SampleCall {
  id: string;
  kind: 'model' | 'no_greeting' | 'deflection' | 'fifth_ring' | 'consent_declined';
  language: Language;
  region: string;
  consent: ConsentStatement;
  queueSeconds: number;
  ringSeconds: number;
  hangupParty: 'agent' | 'customer';
  customer: { name: string; number: string };
  matter: string;
  lines: readonly SampleLine[];
  /** Items on which any listener would agree; absent items are open to opinion. */
  expected: Readonly<Record<string, Outcome>>;
}
