import { withoutOneLetter } from '../matching/words.rules.js';
import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { contentOf, type ContentUnit, type Sentence } from './content.rules.js';
import { type NumberRun } from './numbers.rules.js';

/**
 * How an agent confirms what a customer has said: by the customer's own number (`number`; `detail`: a short one, a time or an amount), by
 * their own words in a yes-or-no question (`check`) or a statement (`echo`), by words that lead a summary (`lead`), by stating what was done
 * (`done`), or by a yes to the customer's own read-back (`answer`). `agreed`: the customer takes up the agent's words with a yes.
 */
export const READ_BACKS = ['number', 'detail', 'check', 'echo', 'lead', 'done', 'answer', 'agreed'] as const;
export type ReadBackKind = (typeof READ_BACKS)[number];

export interface ReadBack extends Heard {
  readonly kind: ReadBackKind;
  /** 0–1: how clear a case of its kind it is. */
  readonly signal: number;
}

/** How many turns back the customer may have said what is repeated. */
const REACH = 8;
/** Digits that speakers do not repeat by chance. */
const TELLING_DIGITS = 3;
const TELLING_UNITS = 4;
/** How clear a lead is that got a yes. */
const ANSWERED = 0.8;
/** 一 is more often an article than a number; a hotline's number is not the customer's. */
const NO_NUMBER = /^(?:1|11\d|100\d\d|95\d{3,4}|123\d\d|[48]00\d{7})$/;

const by = (speaker: Query['speaker'], lookFor: string[], rest: Partial<Query> = {}): Query => ({
  lookFor,
  speaker,
  zone: 'anywhere',
  atStart: false,
  notWithin: [],
  ...rest,
});

const LEAD = by('agent', ['read_back'], { notWithin: ['identity_request', 'boilerplate'] });
const DONE = by('agent', ['completed_action']);
const SEEKS = by('customer', ['seeks_confirmation']);
const YES = by('agent', ['affirmation'], { atStart: true });
const ASSENT = by('agent', ['assent'], { atStart: true });
const CUSTOMER_YES = by('customer', ['affirmation'], { atStart: true });

interface Said {
  readonly units: ReadonlySet<number>;
  readonly numbers: readonly NumberRun[];
}

/** What the customer has said within reach before a turn. */
const saidBefore = (call: HeardCall, turn: number): Said => call.once(`said ${turn}`, () => collect(call, turn));

function collect(call: HeardCall, turn: number): Said {
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
  call: HeardCall,
  kind: ReadBackKind,
  turn: number,
  span: { from: number; to: number },
  signal: number,
): ReadBack => {
  const { fromChar, toChar } = call.symbolsOf(turn);
  return {
    entry: kind,
    kind,
    signal,
    turn,
    fromChar: fromChar[span.from]!,
    toChar: toChar[span.to - 1]!,
    exactness: 1,
  };
};

/** Repeats of the other's number: whole, or its last digits. */
const repeats = (own: string, other: string): boolean =>
  own === other ||
  (own.length >= TELLING_DIGITS && other.endsWith(own)) ||
  (other.length >= TELLING_DIGITS && own.includes(other)) ||
  isShortOfOne(own, other) ||
  isShortOfOne(other, own);

/** One digit was lost on the way; with fewer left nothing would tell them from other numbers. */
const isShortOfOne = (short: string, long: string): boolean =>
  short.length === long.length - 1 && short.length >= TELLING_DIGITS && withoutOneLetter(long).includes(short);

const distinct = (units: readonly ContentUnit[]): ContentUnit[] => [
  ...new Map(units.map((unit) => [unit.key, unit])).values(),
];

function numbersBack(call: HeardCall, turn: number, sentence: Sentence, said: Said): ReadBack[] {
  return contentOf(call, turn).numbers.flatMap((run) => {
    if (!isWithin(run, sentence) || NO_NUMBER.test(run.digits)) return [];
    if (!said.numbers.some((other) => repeats(run.digits, other.digits))) return [];
    return [heardAt(call, run.digits.length >= TELLING_DIGITS ? 'number' : 'detail', turn, run, 1)];
  });
}

/** What a sentence has in common with what the customer said: how much, and how much of the sentence that is. */
function wordsBack(call: HeardCall, turn: number, sentence: Sentence, said: Said): ReadBack[] {
  const own = distinct(contentOf(call, turn).units.filter((unit) => isWithin(unit, sentence)));
  const shared = own.filter(({ key }) => said.units.has(key));
  if (shared.length === 0) return [];
  const signal = Math.sqrt(Math.min(1, shared.length / TELLING_UNITS) * (shared.length / own.length));
  const span = { from: shared[0]!.from, to: shared.at(-1)!.to };
  return [heardAt(call, sentence.asks === 'yes_or_no' ? 'check' : 'echo', turn, span, signal)];
}

/**
 * Words that lead a read-back, or tell what was done, are clearer with something of the customer's beside them. A lead that the customer says
 * yes to is one whosever words they were: names and addresses come from the record, too.
 */
function led(call: HeardCall, heard: readonly Heard[], kind: 'lead' | 'done'): ReadBack[] {
  const saidYes = new Set(kind === 'lead' ? call.hear(CUSTOMER_YES).map(({ turn }) => turn - 1) : []);
  return heard.map((one) => {
    const said = saidBefore(call, one.turn);
    const { units, numbers } = contentOf(call, one.turn);
    const { fromChar, toChar } = call.symbolsOf(one.turn);
    const beside = units.filter(({ from, to }) => toChar[to - 1]! <= one.fromChar || fromChar[from]! >= one.toChar);
    const shared = distinct(beside.filter(({ key }) => said.units.has(key))).length;
    const numbered = numbers.some(({ digits }) => !NO_NUMBER.test(digits));
    const signal =
      (shared > 0 || numbered ? 0.6 + 0.4 * Math.min(1, (shared + (numbered ? 1 : 0)) / 2) : 0.35) * one.exactness;
    return { ...one, kind, signal: saidYes.has(one.turn) ? Math.max(signal, ANSWERED * one.exactness) : signal };
  });
}

/** How clear a yes is: to a read-back, to a question, and to a mere statement. */
const YES_TO = { readBack: 1, question: 0.7, statement: 0.3 };

/** The customer restates and the agent says yes. A mere "okay" answers only what plainly asked for a yes. */
function answers(call: HeardCall): ReadBack[] {
  const asked = new Set(call.hear(SEEKS).map(({ turn }) => turn));
  const plain = new Set(call.hear(ASSENT).map(({ turn }) => turn));
  return [...call.hear(ASSENT), ...call.hear(YES)].flatMap((one) => {
    let restates = 0;
    for (let at = one.turn - 1; at >= 0 && call.turns[at]!.speaker === 'customer'; at--) {
      const asks = contentOf(call, at).sentences.some(({ asks }) => asks === 'yes_or_no');
      restates = Math.max(restates, asked.has(at) ? YES_TO.readBack : asks ? YES_TO.question : YES_TO.statement);
    }
    if (!plain.has(one.turn) && restates === YES_TO.statement) return [];
    return restates > 0 ? [{ ...one, kind: 'answer' as const, signal: restates }] : [];
  });
}

/** The customer says yes to what the agent has just stated, in the agent's own words. */
function agreed(call: HeardCall): ReadBack[] {
  return call.hear(CUSTOMER_YES).flatMap((one) => {
    const before = one.turn - 1;
    if (before < 0 || call.turns[before]!.speaker !== 'agent') return [];
    const stated = contentOf(call, before);
    if (stated.sentences.every(({ asks }) => asks === 'data')) return [];
    const keys = new Set(stated.units.map(({ key }) => key));
    const own = contentOf(call, one.turn);
    const shared = own.units.filter(({ key }) => keys.has(key)).length;
    const numbered = own.numbers.some(({ digits }) => stated.numbers.some((other) => repeats(digits, other.digits)));
    const signal = shared > 0 || numbered ? 1 : 0.4;
    const span = { from: 0, to: call.symbolsOf(before).length };
    return [heardAt(call, 'agreed', before, span, signal)];
  });
}

function find(call: HeardCall): ReadBack[] {
  const echoes = call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn) => {
    const said = saidBefore(call, turn);
    if (said.units.size === 0 && said.numbers.length === 0) return [];
    return contentOf(call, turn)
      .sentences.filter(({ asks }) => asks !== 'data')
      .flatMap((sentence) => [...numbersBack(call, turn, sentence, said), ...wordsBack(call, turn, sentence, said)]);
  });
  const leading = [...led(call, call.hear(LEAD), 'lead'), ...led(call, call.hear(DONE), 'done')];
  return [...leading, ...answers(call), ...agreed(call), ...echoes].sort(
    (a, b) => a.turn - b.turn || a.fromChar - b.fromChar,
  );
}

/** Everything by which the agent confirms, in the order of the call. */
export const readBacksOf = (call: HeardCall): readonly ReadBack[] => call.once('read-backs', () => find(call));
