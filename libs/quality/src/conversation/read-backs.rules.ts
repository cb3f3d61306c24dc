import { type CallView, type Heard, type Query } from '../scoring/call-view.rules.js';
import { contentOf, type ContentUnit, type Sentence } from './content.rules.js';
import { type NumberRun } from './numbers.rules.js';

/**
 * How an agent confirms what a customer has said: by the customer's own number (`number`), by their own words in a statement or a yes-or-no
 * question (`echo`), by words that lead a summary (`lead`), by stating what was done (`done`), or by a yes to the customer's own read-back
 * (`answer`).
 */
export const READ_BACKS = ['number', 'echo', 'lead', 'done', 'answer'] as const;
export type ReadBackKind = (typeof READ_BACKS)[number];

export interface ReadBack extends Heard {
  readonly kind: ReadBackKind;
  /** 0–1: how surely this alone confirms something. */
  readonly weight: number;
}

/** How many turns back the customer may have said what is repeated. */
const REACH = 8;
/** Digits that nobody repeats by chance. */
const TELLING_DIGITS = 3;
const TELLING_UNITS = 3;

const by = (speaker: Query['speaker'], lookFor: string[], rest: Partial<Query> = {}): Query => ({
  lookFor,
  speaker,
  zone: 'anywhere',
  atStart: false,
  notWithin: [],
  ...rest,
});

const LEAD = by('agent', ['read_back'], { notWithin: ['identity_request'] });
const DONE = by('agent', ['completed_action']);
const SEEKS = by('customer', ['seeks_confirmation']);
const YES = by('agent', ['affirmation'], { atStart: true });

interface Said {
  readonly units: ReadonlySet<number>;
  readonly numbers: readonly NumberRun[];
}

/** What the customer has said within reach before a turn. */
function saidBefore(call: CallView, turn: number): Said {
  const units = new Set<number>();
  const numbers: NumberRun[] = [];
  for (let at = Math.max(0, turn - REACH); at < turn; at++) {
    if (call.turns[at]!.speaker !== 'customer') continue;
    const content = contentOf(call, at);
    for (const { key } of content.units) units.add(key);
    numbers.push(...content.numbers);
  }
  return { units, numbers };
}

const isWithin = ({ from, to }: { from: number; to: number }, sentence: Sentence): boolean =>
  from >= sentence.from && to <= sentence.to;

const heardAt = (
  call: CallView,
  turn: number,
  from: number,
  to: number,
  kind: ReadBackKind,
  weight: number,
): ReadBack => {
  const { fromChar, toChar } = call.symbolsOf(turn);
  return { entry: kind, kind, weight, turn, fromChar: fromChar[from]!, toChar: toChar[to - 1]!, exactness: 1 };
};

/** Repeats of the other's number: whole, or its last digits. */
const repeats = (own: string, other: string): boolean =>
  own === other ||
  (own.length >= TELLING_DIGITS && other.endsWith(own)) ||
  (other.length >= TELLING_DIGITS && own.includes(other));

function numberBack(call: CallView, turn: number, sentence: Sentence, said: Said, shared: number): ReadBack | null {
  for (const run of contentOf(call, turn).numbers) {
    if (!isWithin(run, sentence) || !said.numbers.some((other) => repeats(run.digits, other.digits))) continue;
    const telling = run.digits.length >= TELLING_DIGITS;
    if (!telling && shared === 0) continue;
    return heardAt(call, turn, run.from, run.to, 'number', telling ? 0.9 : 0.6);
  }
  return null;
}

/** A statement made of the customer's words weighs by how much of it is theirs. */
function echoWeight(shared: number, all: number, sentence: Sentence): number {
  if (shared === 0 || all === 0) return 0;
  const share = shared / all;
  const base = Math.min(1, shared / TELLING_UNITS) * Math.min(1, share / 0.5);
  return base * (sentence.asks === 'yes_or_no' ? 0.8 : 0.6);
}

function inSentence(call: CallView, turn: number, sentence: Sentence, said: Said): ReadBack[] {
  if (sentence.asks === 'data') return [];
  const own = contentOf(call, turn).units.filter((unit) => isWithin(unit, sentence));
  const shared = distinct(own.filter(({ key }) => said.units.has(key)));
  const number = numberBack(call, turn, sentence, said, shared.length);
  const weight = echoWeight(shared.length, distinct(own).length, sentence);
  const echo = weight >= 0.2 ? [heardAt(call, turn, shared[0]!.from, shared.at(-1)!.to, 'echo', weight)] : [];
  return number ? [number, ...echo] : echo;
}

const distinct = (units: readonly ContentUnit[]): ContentUnit[] => [
  ...new Map(units.map((unit) => [unit.key, unit])).values(),
];

/** Words that lead a read-back, or tell what was done, weigh by what of the customer's goes with them. */
function led(call: CallView, heard: readonly Heard[], kind: 'lead' | 'done'): ReadBack[] {
  return heard.map((one) => {
    const said = saidBefore(call, one.turn);
    const content = contentOf(call, one.turn);
    const shared = content.units.some(({ key }) => said.units.has(key)) || content.numbers.length > 0;
    const bare = kind === 'lead' ? 0.5 : 0.45;
    return { ...one, kind, weight: (shared ? 0.85 : bare) * one.exactness };
  });
}

/** The customer restates and the agent says yes. */
function answers(call: CallView): ReadBack[] {
  const yes = call.hear(YES);
  const asked = call.hear(SEEKS);
  const turns = new Set(asked.map(({ turn }) => turn));
  return yes.flatMap((one) => {
    const before = one.turn - 1;
    if (before < 0 || call.turns[before]!.speaker !== 'customer') return [];
    const seeks = turns.has(before);
    const restates = contentOf(call, before).sentences.some(({ asks }) => asks === 'yes_or_no');
    if (!seeks && !restates) return [];
    return [{ ...one, kind: 'answer' as const, weight: seeks ? 0.7 : 0.45 }];
  });
}

function find(call: CallView): ReadBack[] {
  const echoes = call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn) => {
    const said = saidBefore(call, turn);
    if (said.units.size === 0 && said.numbers.length === 0) return [];
    return contentOf(call, turn).sentences.flatMap((sentence) => inSentence(call, turn, sentence, said));
  });
  const all = [
    ...led(call, call.hear(LEAD), 'lead'),
    ...led(call, call.hear(DONE), 'done'),
    ...answers(call),
    ...echoes,
  ];
  return all.sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);
}

/** Everything by which the agent confirms, in the order of the call. */
export const readBacksOf = (call: CallView): readonly ReadBack[] => call.once('read-backs', () => find(call));
