import { type CommitmentKind, type Language, type Speaker } from '#contracts';
import { EN_COMMITMENTS } from './en-commitments.rules.js';
import { type CommitmentGrammar } from './commitment-grammar.js';
import { findTimes } from './time/find-times.rules.js';
import { type TimeMention } from './time/time-mention.js';
import { ZH_COMMITMENTS } from './zh-commitments.rules.js';

const GRAMMARS: Record<Language, CommitmentGrammar> = { zh: ZH_COMMITMENTS, en: EN_COMMITMENTS };

export interface SpokenTurn {
  readonly speaker: Speaker;
  readonly text: string;
}

/** A time and the turn in which it was said. */
export interface TimeSaid {
  turn: number;
  mention: TimeMention;
}

/** Something that the agent promised to do after the call. */
export interface FoundCommitment {
  kind: CommitmentKind;
  turn: number;
  /** UTF-16 offsets into the turn's text; `toChar` is exclusive. */
  fromChar: number;
  toChar: number;
  /** null: no time was said. */
  time: TimeSaid | null;
}

/** How far from the promise its time may be said: the customer asks when, the agent answers. */
const TURNS_APART = 2;

/** Marks of a grammar as an expression that finds each of them. */
const EVERY_MARK = new WeakMap<RegExp, RegExp>();

interface Reading {
  turns: readonly SpokenTurn[];
  grammar: CommitmentGrammar;
  timesOf(turn: number): readonly TimeMention[];
}

/**
 * What the agent promises, in order. Not promised: what is refused, only offered, only happens on a condition, is over, is the customer's to do,
 * or is done while the call goes on. The same thing promised twice is one promise, with the time that was said for it.
 */
export function findCommitments(turns: readonly SpokenTurn[], language: Language): FoundCommitment[] {
  const grammar = GRAMMARS[language];
  const times = new Map<number, readonly TimeMention[]>();
  const timesOf = (turn: number): readonly TimeMention[] => {
    const known = times.get(turn) ?? (turns[turn] ? findTimes(turns[turn].text, language) : []);
    times.set(turn, known);
    return known;
  };
  const reading = { turns, grammar, timesOf };
  const found = turns.flatMap((turn, index) => (turn.speaker === 'agent' ? inTurn(index, reading) : []));
  return told(found);
}

function inTurn(turn: number, reading: Reading): FoundCommitment[] {
  const text = reading.turns[turn]!.text.toLowerCase().replace(/[’‘]/g, "'");
  if (!reading.grammar.hints.every((hint) => hint.test(text))) return [];
  const plain = text.replace(reading.grammar.courtesy, (words) => ' '.repeat(words.length));
  const begins = new Map<RegExp, number>();
  const hits = reading.grammar.patterns.flatMap(({ kind, pattern, opening, needs }) => {
    const from = opening ? (begins.get(opening) ?? firstOf(opening, text)) : 0;
    if (opening) begins.set(opening, from);
    if (from < 0) return [];
    return everyPlaceOf(pattern, text, from)
      .filter((place) => isPromise(plain, place, reading.grammar))
      .filter((place) => !(MEANWHILE.includes(kind) && isMeanwhile(plain, place, reading.grammar)))
      .map((place) => ({ kind, needs, ...place }));
  });
  const promises = hits.flatMap(({ kind, needs, fromChar, toChar }) => {
    const time = timeFor({ turn, fromChar, toChar }, text, reading);
    const isBound = needs === 'nothing' || (time?.turn === turn && sameSentence(text, fromChar, time.mention, reading));
    return isBound ? [{ kind, turn, fromChar, toChar, time }] : [];
  });
  return withoutOverlaps(promises);
}

function firstOf(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.index ?? -1;
}

/** As `matchAll`, which makes a new expression for every text: with some fifty patterns a turn that is most of the work. */
function everyPlaceOf(pattern: RegExp, text: string, from = 0): { fromChar: number; toChar: number }[] {
  const places: { fromChar: number; toChar: number }[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    places.push({ fromChar: match.index, toChar: match.index + match[0].length });
    if (match[0] === '') pattern.lastIndex++;
  }
  return places;
}

/** The stretch of text around a place, up to the nearest marks. */
function stretch(text: string, from: number, to: number, marks: RegExp): { from: number; to: number } {
  const everyMark = EVERY_MARK.get(marks) ?? new RegExp(marks.source, 'g');
  EVERY_MARK.set(marks, everyMark);
  const start = everyPlaceOf(everyMark, text.slice(0, from)).at(-1)?.toChar ?? 0;
  const after = marks.exec(text.slice(to));
  return { from: start, to: after ? to + after.index : text.length };
}

/** `plain`: the turn without its courtesies. */
function isPromise(
  plain: string,
  { fromChar, toChar }: { fromChar: number; toChar: number },
  grammar: CommitmentGrammar,
) {
  const clause = stretch(plain, fromChar, toChar, grammar.clause);
  const sentence = stretch(plain, fromChar, toChar, grammar.sentence);
  const before = plain.slice(clause.from, fromChar);
  if (grammar.refused.test(before) || grammar.offer.test(before)) return false;
  if (grammar.refusedWithin.test(plain.slice(fromChar, toChar))) return false;
  if (grammar.done.test(plain.slice(toChar)) || grammar.conditionalAfter.test(plain.slice(toChar))) return false;
  return !grammar.conditional.test(plain.slice(sentence.from, fromChar));
}

/** What can be done while the customer waits on the line. A call back is not. */
const MEANWHILE: readonly CommitmentKind[] = ['check', 'settle', 'send', 'hand_over'];

function isMeanwhile(
  plain: string,
  { fromChar, toChar }: { fromChar: number; toChar: number },
  grammar: CommitmentGrammar,
) {
  const sentence = stretch(plain, fromChar, toChar, grammar.sentence);
  return grammar.meanwhile.test(plain.slice(sentence.from, sentence.to));
}

/** The stop of "p.m." may end the sentence as well: a time belongs to the sentence that it begins in. */
function sameSentence(text: string, fromChar: number, time: TimeMention, { grammar }: Reading): boolean {
  const sentence = stretch(text, fromChar, fromChar, grammar.sentence);
  return time.fromChar >= sentence.from && time.fromChar < sentence.to;
}

interface Place {
  turn: number;
  fromChar: number;
  toChar: number;
}

/**
 * The nearest time of the same sentence. Else one that only answers when: in the next sentence of the turn, in the agent's next words, or the
 * customer's that the agent agreed to. A time that belongs to something else ("they open at nine", "anything else today") is no promise.
 */
function timeFor(place: Place, text: string, reading: Reading): TimeSaid | null {
  const { grammar } = reading;
  const here = reading.timesOf(place.turn);
  const clause = stretch(text, place.fromChar, place.toChar, grammar.clause);
  const isVague = grammar.vague.test(text.slice(clause.from, clause.to));
  const near = (list: readonly TimeMention[]) =>
    [...list].sort((a, b) => distance(a, place) - distance(b, place))[0] ?? null;
  const own = near(
    here.filter((time) =>
      isVague
        ? time.fromChar >= clause.from && time.toChar <= clause.to
        : sameSentence(text, place.fromChar, time, reading),
    ),
  );
  if (own) return { turn: place.turn, mention: own };
  const added = here.find((time) => time.fromChar >= place.toChar && onlySaysWhen(text, time, grammar));
  if (added) return { turn: place.turn, mention: added };
  for (let away = 1; away <= TURNS_APART; away++) {
    for (const turn of [place.turn + away, place.turn - away]) {
      const mention = reading.timesOf(turn)[0];
      if (mention && isTheirs(turn, mention, reading)) return { turn, mention };
    }
  }
  return null;
}

/** Besides the time its sentence says next to nothing: "by noon tomorrow, I think". */
function onlySaysWhen(text: string, { fromChar, toChar }: TimeMention, grammar: CommitmentGrammar): boolean {
  const { from, to } = stretch(text, fromChar, toChar, grammar.sentence);
  const rest = `${text.slice(from, fromChar)} ${text.slice(toChar, to)}`.toLowerCase().replace(grammar.besideTime, ' ');
  return rest.replace(/[^\p{L}\p{N}]+/gu, '').length <= grammar.mostBeside && !/[?？]/.test(text.slice(toChar, to + 1));
}

/** A time by which the agent says when, or the customer's that the agent agreed to. */
function isTheirs(turn: number, mention: TimeMention, { turns, grammar }: Reading): boolean {
  const { speaker, text } = turns[turn]!;
  if (speaker === 'agent') return onlySaysWhen(text, mention, grammar);
  const answer = turns[turn + 1];
  return answer?.speaker === 'agent' && grammar.agreement.test(answer.text.toLowerCase());
}

const distance = (time: TimeMention, { fromChar, toChar }: Place): number =>
  time.toChar <= fromChar ? fromChar - time.toChar : Math.max(0, time.fromChar - toChar);

/** "I'll look into it and call you" shares its beginning and is two promises: they end far enough apart. */
const SAME_END = 8;

const overlaps = (a: FoundCommitment, b: FoundCommitment): boolean =>
  a.fromChar < b.toChar &&
  b.fromChar < a.toChar &&
  (a.kind === b.kind || Math.abs(a.toChar - b.toChar) < SAME_END || a.kind === 'settle' || b.kind === 'settle');

/** Patterns that hold of the same words are one promise: the more telling kind, in the order of the patterns. */
function withoutOverlaps(promises: readonly FoundCommitment[]): FoundCommitment[] {
  const kept: FoundCommitment[] = [];
  for (const one of promises) if (!kept.some((other) => overlaps(one, other))) kept.push(one);
  return kept;
}

/** What the time means, apart from where it was said. */
function timeKey({ time }: FoundCommitment): string | null {
  if (!time) return null;
  const { day, part, clock, closing, span, zone, before } = time.mention;
  return JSON.stringify([day, part, clock, closing, span, zone, before]);
}
/** To call back is a way to reply: "I'll get back to you, I'll call you at three". */
const matterOf = (kind: CommitmentKind): string => (kind === 'call_back' || kind === 'reply' ? 'answer' : kind);

/** Said again without a time, or with the same one, it is the same promise: told where its time was said. */
function told(found: readonly FoundCommitment[]): FoundCommitment[] {
  const groups = new Map<string, FoundCommitment[]>();
  for (const one of found) groups.set(matterOf(one.kind), [...(groups.get(matterOf(one.kind)) ?? []), one]);
  return [...groups.values()].flatMap(asOne).sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);
}

function asOne(group: readonly FoundCommitment[]): FoundCommitment[] {
  const byTime = new Map<string, FoundCommitment>();
  for (const one of group) {
    const key = timeKey(one);
    const known = key === null ? undefined : byTime.get(key);
    // Where a call back and a reply are promised for the same time, the call back says more.
    if (key !== null && (!known || (known.kind === 'reply' && one.kind === 'call_back'))) byTime.set(key, one);
  }
  if (byTime.size > 0) return [...byTime.values()];
  return [group.find(({ kind }) => kind === 'call_back') ?? group[0]!];
}
