import { type Language } from '#contracts';
import { EN_TIMES } from './en-times.rules.js';
import { type TimeGrammar, type TimeMention, type TimePiece } from './time-mention.js';
import { ZH_TIMES } from './zh-times.rules.js';

const GRAMMARS: Record<Language, TimeGrammar> = { zh: ZH_TIMES, en: EN_TIMES };
const SLOTS = ['day', 'clock', 'span', 'zone'] as const;

const asMention = (piece: TimePiece): TimeMention => ({
  ...{ day: null, part: null, clock: null, closing: false, span: null, zone: null, before: false },
  ...piece,
});

const anyOf = ({ pieces, atWords }: TimeGrammar): RegExp => {
  const any = pieces.map(({ pattern }) => pattern.source).join('|');
  return new RegExp(atWords ? `(?<![a-z0-9])(?:${any})` : any, 'g');
};
/** All pieces at once: finds the few places where one can begin, so that not every pattern is tried at every letter. */
const STARTS: Record<Language, RegExp> = { zh: anyOf(ZH_TIMES), en: anyOf(EN_TIMES) };

/** Where the next piece can begin, or −1. */
function nextStart(text: string, from: number, starts: RegExp): number {
  starts.lastIndex = from;
  return starts.exec(text)?.index ?? -1;
}

/** Every piece of a time in the text, in order; the first pattern that fits takes the place. */
function pieces(text: string, grammar: TimeGrammar, starts: RegExp): TimePiece[] {
  const found: TimePiece[] = [];
  for (let at = nextStart(text, 0, starts); at >= 0 && at < text.length;) {
    const piece = pieceAt(text, at, grammar);
    if (piece) found.push(piece);
    at = nextStart(text, piece?.toChar ?? at + 1, starts);
  }
  return found;
}

function pieceAt(text: string, at: number, grammar: TimeGrammar): TimePiece | null {
  for (const { pattern, read } of grammar.pieces) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const meaning = match && match[0].length > 0 ? read(match) : null;
    if (match && meaning) return { fromChar: at, toChar: at + match[0].length, ...meaning };
  }
  return null;
}

/** A duration goes with a clock ("in two days at ten"), never with a second duration or an end of the day. */
const fits = (a: TimeMention, b: TimeMention): boolean =>
  SLOTS.every((slot) => a[slot] === null || b[slot] === null) &&
  (a.part === null || b.part === null || a.part === b.part) &&
  !(a.closing && (b.closing || b.clock || b.part)) &&
  !(b.closing && (a.clock || a.part)) &&
  !((a.span ?? b.span) && (a.closing || b.closing || (a.day ?? b.day)));

function joined(a: TimeMention, b: TimeMention): TimeMention {
  const { fromChar, before } = a;
  const closing = a.closing || b.closing;
  const slots = Object.fromEntries(SLOTS.map((slot) => [slot, a[slot] ?? b[slot]]));
  return { ...a, ...slots, part: a.part ?? b.part, fromChar, toChar: b.toChar, closing, before: before || b.before };
}

/** "From two to four": the end counts, with the day and the part of the day that were said once. */
function rangeEnd(a: TimeMention, b: TimeMention): TimeMention | null {
  if (a.clock && b.clock && !(a.day && b.day)) {
    const clock = a.part || b.part || b.clock.half || b.clock.hour > 12 ? b.clock : { ...b.clock, half: a.clock.half };
    return { ...b, fromChar: a.fromChar, day: a.day ?? b.day, part: b.part ?? a.part, clock, zone: b.zone ?? a.zone };
  }
  if (a.day && b.day) return { ...b, fromChar: a.fromChar };
  if (a.span && b.span && !b.day) return { ...b, fromChar: a.fromChar };
  if (a.part && b.part && !b.day && !a.clock && !b.clock) return { ...b, fromChar: a.fromChar, day: a.day };
  return null;
}

const isPast = ({ day }: TimeMention): boolean => day?.kind === 'weekday' && day.week === 'past';
/** A zone, or "before", alone is no time. */
const isTime = (one: TimeMention): boolean =>
  one.closing || one.day !== null || one.part !== null || one.clock !== null || one.span !== null;

/**
 * The times that are said in a text, in order, as they were said. Vague ones (尽快, "soon", "in a few days") are none; neither are times gone
 * by ("three days ago").
 */
export function findTimes(text: string, language: Language): TimeMention[] {
  const grammar = GRAMMARS[language];
  const said = grammar.normalise(text);
  const whole: TimeMention[] = [];
  for (const piece of pieces(said, grammar, STARTS[language]).map(asMention)) {
    const last = whole.at(-1);
    const belongs = last && grammar.joins.test(said.slice(last.toChar, piece.fromChar)) && fits(last, piece);
    if (belongs) whole[whole.length - 1] = joined(last, piece);
    else whole.push(piece);
  }
  const mentions: TimeMention[] = [];
  for (const one of whole) {
    const last = mentions.at(-1);
    const end = last && grammar.ranges.test(said.slice(last.toChar, one.fromChar)) ? rangeEnd(last, one) : null;
    if (end) mentions[mentions.length - 1] = end;
    else mentions.push(one);
  }
  return mentions.filter((one) => isTime(one) && !isPast(one));
}
