import { type TelephoneNumber } from '../numbers/telephone-number.rules.js';

/** What a telephone system can say of a call. Times are milliseconds since 1970. */
export interface CallFields {
  startedAt: number;
  endedAt: number;
  direction: 'inbound' | 'outbound' | 'internal';
  customer: TelephoneNumber;
  /** The queue that the number first dialled led to. */
  queue: string;
  /** `answered` is by a person: an announcement, a menu and a mailbox are none. */
  outcome: 'answered' | 'abandoned' | 'missed' | 'busy' | 'failed';
  answeredAt: number;
  /** Who ended the conversation, or gave up waiting. */
  hangupSide: 'customer' | 'agent';
}

export type LegKind = 'agent' | 'queue' | 'ivr' | 'consult' | 'external';
export type LegOutcome = 'answered' | 'no_answer' | 'declined' | 'abandoned' | 'busy' | 'failed';

/** What it can say of one part of it: a stay in a queue, a telephone that rang, a consultation. */
export interface LegFields {
  kind: LegKind;
  /** The agent's; the number that led into a queue; a number outside. */
  extension: string;
  queue: string;
  outcome: LegOutcome;
  startedAt: number;
  /** From the moment at which this telephone was asked to ring, in seconds: a queue before it is not in it. */
  ringSeconds: number;
  answeredAt: number;
  endedAt: number;
  /** From hold to resume, by the wall clock. Empty: there was none; not stated: the system does not tell. */
  holdSpans: [number, number][];
  transfer: { kind: 'blind' | 'attended'; to: string | null };
  hangupSide: 'customer' | 'agent';
}

/** One thing that one record says. */
export type Statement =
  | { [F in keyof CallFields]: Said<null, F, CallFields[F]> }[keyof CallFields]
  | { [F in keyof LegFields]: Said<string, F, LegFields[F]> }[keyof LegFields];

interface Said<Leg, Field, Value> {
  /** The leg, by a key that all records of it agree on; null: the call itself. */
  leg: Leg;
  field: Field;
  value: Value;
  /** Seconds by which a time or a length may be off. */
  within: number;
  /** The record that says so. */
  record: string;
}

/** A value with where it comes from. */
export interface Fact<T> {
  value: T;
  within: number;
  record: string;
}

export type Facts<Fields> = { [F in keyof Fields]?: Fact<Fields[F]> };

export interface FoldedLeg {
  key: string;
  facts: Facts<LegFields>;
}

/** Two records that cannot both be right: neither is taken. */
export interface Contradiction {
  leg: string | null;
  field: string;
  said: { value: unknown; record: string }[];
}

export interface FoldedCall {
  source: string;
  id: string;
  /** All the ids that its records know it by; the first is `id`. */
  ids: string[];
  facts: Facts<CallFields>;
  /** In the order in which they began. */
  legs: FoldedLeg[];
  contradictions: Contradiction[];
}
