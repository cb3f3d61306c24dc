/*
 * What the spool says of a session besides its sound: each a record of its own, in the order in which it happened. The process that wrote
 * them and the next one after a kill read the same state from them.
 */
import { type LiveConsentState } from '#contracts';
import { type PayloadFormat, type StreamParty, type StreamPlan } from './media-plane.js';

/** How far an SRTP sender has come; what a restart has to know of it. */
export interface SrtpProgress {
  readonly ssrc: number;
  /** Highest index that was authentic: 65536 × roll-over counter + sequence number. */
  readonly index: number;
}

export type Hangup = 'agent' | 'customer' | 'unknown';

/** Times are milliseconds since 1970; spans are milliseconds since the session began. */
export type SessionRecord =
  | { readonly kind: 'opened'; readonly session: string; readonly at: number; readonly ports: readonly number[] }
  | { readonly kind: 'ports'; readonly ports: readonly number[] }
  | {
      readonly kind: 'plan';
      readonly at: number;
      readonly streams: readonly StoredPlan[];
      readonly parties: readonly StreamParty[];
    }
  | { readonly kind: 'consent'; readonly at: number; readonly state: LiveConsentState; readonly why: string }
  /** Its client has shown that our answers reach it: what is heard may be kept. */
  | { readonly kind: 'proved' }
  /** Asked for by a person or a programme; the client's own pause is in its plan. */
  | { readonly kind: 'pause' | 'resume'; readonly at: number; readonly why: string }
  | { readonly kind: 'masked'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'srtp'; readonly stream: number; readonly progress: readonly SrtpProgress[] }
  /** The SIP server's own state. The process that hands over reads from it the ids by which the telephone system knows the call. */
  | { readonly kind: 'dialog'; readonly text: string }
  /** A process took the session over from one that was killed. */
  | { readonly kind: 'taken_over'; readonly at: number }
  /** All of it was copied to where sessions wait. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'closed'; readonly at: number; readonly hangup: Hangup };

/** A plan as JSON can hold it. */
export type StoredPlan = Omit<StreamPlan, 'payloads' | 'srtp'> & {
  readonly payloads: readonly (readonly [number, PayloadFormat])[];
  readonly srtp: { readonly suite: NonNullable<StreamPlan['srtp']>['suite']; readonly key: string } | null;
};

export const storedPlan = ({ payloads, srtp, ...plan }: StreamPlan): StoredPlan => ({
  ...plan,
  payloads: [...payloads],
  srtp: srtp && { suite: srtp.suite, key: srtp.key.toString('base64') },
});

export const planOf = ({ payloads, srtp, ...plan }: StoredPlan): StreamPlan => ({
  ...plan,
  payloads: new Map(payloads),
  srtp: srtp && { suite: srtp.suite, key: Buffer.from(srtp.key, 'base64') },
});

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How a session stands, by all that was said of it. */
export interface SessionState {
  readonly session: string;
  readonly beganAt: number;
  readonly ports: readonly number[];
  /** In the order of their numbers, from 0: packets name the one that was in force. */
  readonly plans: readonly {
    readonly at: number;
    readonly streams: readonly StreamPlan[];
    /** Who was told on these streams from then on. */
    readonly parties: readonly StreamParty[];
  }[];
  /** By label: the latest that was told of each. */
  readonly parties: ReadonlyMap<string, StreamParty>;
  /** Extensions of all who were told of at any time. */
  readonly extensions: ReadonlySet<string>;
  /** Of a session whose client never did, nothing is handed over. */
  readonly proved: boolean;
  readonly consent: readonly { readonly at: number; readonly state: LiveConsentState; readonly why: string }[];
  readonly pauses: readonly { readonly from: number; readonly to: number | null; readonly why: string }[];
  readonly masked: readonly Span[];
  readonly srtp: ReadonlyMap<number, readonly SrtpProgress[]>;
  readonly dialog: string | null;
  readonly takenOver: readonly number[];
  readonly closed: { readonly at: number; readonly hangup: Hangup } | null;
}

/** null: its beginning is not there, so nothing of it can be told. */
export function sessionOf(records: readonly SessionRecord[]): SessionState | null {
  const opened = records.find((one) => one.kind === 'opened');
  if (!opened) return null;
  const of = <K extends SessionRecord['kind']>(kind: K) =>
    records.filter((one): one is Extract<SessionRecord, { kind: K }> => one.kind === kind);
  const plans = of('plan');
  const told = plans.flatMap(({ parties }) => parties);
  return {
    session: opened.session,
    beganAt: opened.at,
    ports: [...opened.ports, ...of('ports').flatMap(({ ports }) => ports)],
    plans: plans.map(({ at, streams, parties }) => ({ at, streams: streams.map(planOf), parties })),
    parties: new Map(told.map((one) => [one.label, one])),
    extensions: new Set(told.flatMap(({ extension }) => extension ?? [])),
    proved: of('proved').length > 0,
    consent: of('consent').map(({ at, state, why }) => ({ at, state, why })),
    pauses: pausesOf(records),
    masked: mergedSpans(of('masked')),
    srtp: new Map(of('srtp').map(({ stream, progress }) => [stream, progress])),
    dialog: of('dialog').at(-1)?.text ?? null,
    takenOver: of('taken_over').map(({ at }) => at),
    closed: of('closed').at(-1) ?? null,
  };
}

function pausesOf(records: readonly SessionRecord[]): SessionState['pauses'] {
  const pauses: { from: number; to: number | null; why: string }[] = [];
  for (const one of records) {
    const last = pauses.at(-1);
    if (one.kind === 'pause' && last?.to !== null) pauses.push({ from: one.at, to: null, why: one.why });
    if (one.kind === 'resume' && last?.to === null) last.to = one.at;
  }
  return pauses;
}

/** A key that is held is told again and again, each time longer. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else merged.push({ fromMs, toMs });
  }
  return merged;
}
