import { type HeardCall, type Heard } from '../call/heard-call.js';
import { FLAG } from '../matching/symbols.rules.js';
import { answering } from './beginning.rules.js';
import { type BareName } from './bare-names.rules.js';
import { type Introductions } from '../matching/introduction-words.rules.js';
import { nameable, pauseBefore, symbolsIn, type Cover } from './stretches.rules.js';

/*
 * What is left of a greeting once its parts are known, and may be the name that was looked for: a capital that nothing accounts for, a number, a
 * way of saying who one is that no phrase frames. It names no one for certain: a person is asked where the name is missing.
 */

const SURENESS = 0.5;

const span = (call: HeardCall, turn: number, from: number, to: number): Heard => {
  const { fromChar, toChar } = call.symbolsOf(turn);
  const entry = '@person_named';
  return { entry, turn, fromChar: fromChar[from]!, toChar: toChar[to - 1]!, exactness: SURENESS };
};

/** 我是票务的阿凯, 叫我小钱: who one is comes next. */
const I_AM = /(?:我|俺|本人)(?:是|叫|姓|系|就是|这边是)|(?:叫|喊|管|称呼)我|姓(?=\p{Script=Han})/gu;
/** So much of what comes next is read, up to a pause. */
const NEXT = 8;

function afterIAm(call: HeardCall, turn: number, cover: Cover): Heard[] {
  const { text } = call.turns[turn]!;
  const { fromChar, length } = call.symbolsOf(turn);
  return [...text.matchAll(I_AM)].flatMap(({ 0: said, index }) => {
    const from = fromChar.findIndex((at) => at >= index + said.length);
    if (from < 0) return [];
    let to = from;
    while (
      to < length &&
      to - from < NEXT &&
      (to === from || !/[,，。.!！?？、]/.test(text.slice(fromChar[to - 1]! + 1, fromChar[to])))
    )
      to++;
    const names = Array.from({ length: to - from }, (_, at) => from + at).some(
      (at) => cover[at] === null && nameable(call, turn, at),
    );
    return names ? [span(call, turn, from, to)] : [];
  });
}

/** "教练阿凯在这儿", "Linda在线": who it is within other words. */
function besideJob(call: HeardCall, turn: number, cover: Cover, { maybe }: Known): Heard[] {
  const { fromChar, toChar } = call.symbolsOf(turn);
  return [...(maybe ? call.turns[turn]!.text.matchAll(maybe) : [])].flatMap(({ 0: said, index }) => {
    const from = toChar.findIndex((at) => at > index);
    const end = fromChar.findIndex((at) => at >= index + said.length);
    const to = end < 0 ? fromChar.length : end;
    return from >= 0 && to > from && cover[to - 1] === null ? [span(call, turn, from, to)] : [];
  });
}

/** Tess, CNB. */
const CAPITAL = /^\p{Lu}(?:\p{Ll}|\p{Lu}{2,}(?!\p{L}))/u;
/** "Here in Moncton": a place. */
const OF_PLACE = /^(?:in|near|of|for|the)$/i;

/** "Linda how can I help you?": a question that comes after a name. */
const ASKS = /^(?:how|what|who|can|may|could)$/i;

/** A desk is called by so many words before its last. */
const DESK_WORDS = 4;

/** In a text that knows capitals: one within a sentence, or a word at its start that the lexicon has nowhere. */
function capitals(call: HeardCall, turn: number, cover: Cover, { framed, departmentEnds }: Known): Heard[] {
  const { text } = call.turns[turn]!;
  const { ids, flags, words, fromChar, toChar, length } = call.symbolsOf(turn);
  const ends = new Set(framed.filter((one) => one.turn === turn).map((one) => symbolsIn(call, one).to));
  const isCapital = (at: number): boolean => CAPITAL.test(text.slice(fromChar[at]));
  /** "Mr Adeyemi", "Dunmore County Permit Office": with a name that is known. */
  const goesOn = (at: number): boolean => {
    if (at === 0 || pauseBefore(call, turn, at)) return false;
    if (ends.has(at) || text.slice(0, fromChar[at]).trimEnd().endsWith('&')) return true;
    return ids[at] !== 0 && (cover[at - 1] === 'company' || (isCapital(at - 1) && goesOn(at - 1)));
  };
  /** "Lagos Island desk", "Orthopaedic outpatients": a desk is no one's name. */
  const isOfDesk = (at: number): boolean => {
    let to = at;
    while (to + 1 < length && to - at < DESK_WORDS && !pauseBefore(call, turn, to + 1)) {
      to++;
      if (departmentEnds?.test(words[to]!) && !isCapital(to)) return true;
      if (!isCapital(to)) return false;
    }
    return false;
  };
  /** "Whaddya need?": a question begins with no name. */
  const asks = (at: number): boolean => {
    if (at > 0 && !pauseBefore(call, turn, at)) return false;
    let to = at + 1;
    while (to < length && !pauseBefore(call, turn, to)) to++;
    const isAlone = to === at + 1 || isCapital(at + 1) || ASKS.test(words[at + 1]!);
    return !isAlone && /^\s*[?？]/.test(text.slice(toChar[to - 1]));
  };
  const amid = (at: number): boolean => at > 0 && (flags[at]! & FLAG.afterStop) === 0;
  /** "Linda" is near "kinda". */
  const isNearBeforeQuestion = (at: number): boolean =>
    (flags[at]! & FLAG.near) !== 0 && at + 1 < length && ASKS.test(words[at + 1]!);
  const isNew = (at: number): boolean => amid(at) || ids[at] === 0 || isNearBeforeQuestion(at);
  return Array.from({ length }, (_, at) => at)
    .filter((at) => cover[at] === null && isCapital(at) && nameable(call, turn, at) && isNew(at))
    .filter((at) => (at === 0 || !OF_PLACE.test(words[at - 1]!)) && !departmentEnds?.test(words[at]!) && !goesOn(at))
    .filter((at) => !isOfDesk(at) && !asks(at))
    .map((at) => span(call, turn, at, at + 1));
}

/** A staff number that nothing frames. */
const NUMBER = /(?<![\d.:：点/])\d{2,6}(?![\d.:：点/%])/g;

function numbers(call: HeardCall, turn: number, cover: Cover): Heard[] {
  const { text } = call.turns[turn]!;
  const { fromChar, toChar } = call.symbolsOf(turn);
  return [...text.matchAll(NUMBER)].flatMap(({ 0: said, index }) => {
    const from = toChar.findIndex((to) => to > index);
    const to = fromChar.findIndex((at) => at >= index + said.length);
    const end = to < 0 ? fromChar.length : to;
    return from >= 0 && end > from && cover[from] === null ? [span(call, turn, from, end)] : [];
  });
}

/** Beyond the opening, agents who were cut in on say in so many turns who they are. */
const LATER_TURNS = 3;

/** Frames that name no one but a person, however late: not "I'm real sorry", "the child in the". */
const SAYS_WHO = /我[是叫姓]|工号|\bname|\bthis is\b|\bspeaking\b|\bhere\b/i;

/** What was said of company or person after the customer had told the matter. */
export function saidLater(call: HeardCall, entries: readonly string[]): Heard[] {
  const opening = call.turnsOf({ speaker: 'agent', zone: 'opening' });
  return call
    .hear({
      ...{ lookFor: [...entries], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] },
      firstTurns: LATER_TURNS,
    })
    .filter(({ turn }) => !opening.includes(turn))
    .filter(
      ({ entry, turn, fromChar, toChar }) =>
        entry !== 'own_name' || SAYS_WHO.test(call.turns[turn]!.text.slice(fromChar, toChar)),
    );
}

interface Known {
  /** Names that words frame as a person's. */
  readonly framed: readonly Heard[];
  readonly departmentEnds: Introductions['departmentEnds'];
  readonly maybe: Introductions['maybe'] | null;
}

/** What of a turn may be a name after all: a capital may be the company's, too. */
export function leftOver(call: HeardCall, turn: number, cover: Cover, known: Known): BareName[] {
  const isHan = call.transcript.language === 'zh';
  // Once the matter is told, capitals and numbers are of the matter.
  const isFirst = turn === answering(call);
  const persons = [
    ...(isHan ? afterIAm(call, turn, cover) : []),
    ...(isFirst ? numbers(call, turn, cover) : []),
    ...(isHan && isFirst ? besideJob(call, turn, cover, known) : []),
  ];
  const either = isFirst ? capitals(call, turn, cover, known) : [];
  return [
    ...persons.map((heard): BareName => ({ heard, is: 'maybe_person' })),
    ...either.map((heard): BareName => ({ heard, is: 'unclear' })),
  ];
}
