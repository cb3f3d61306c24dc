import { type HeardCall, type Heard } from '../call/heard-call.js';
import { FLAG } from '../matching/symbols.rules.js';
import { type Introductions } from '../matching/introduction-words.rules.js';
import { nameable, type Stretch } from './stretches.rules.js';

/** A name that no words frame as a person's or a company's. */
export interface BareName {
  readonly heard: Heard;
  /** `unclear`: words that were not heard well where a name would be. */
  readonly is: 'person' | 'maybe_person' | 'company' | 'either' | 'unclear';
}

/** How sure a name is that nothing frames. */
const SURENESS = 0.7;

const heard = (call: HeardCall, { turn }: Stretch, from: number, to: number, entry: string): Heard => {
  const { fromChar, toChar } = call.symbolsOf(turn);
  return { entry, turn, fromChar: fromChar[from]!, toChar: toChar[to - 1]!, exactness: SURENESS };
};

/** A company's name in Chinese has so many characters; nothing but a salutation comes before it. */
const HAN_NAME = { least: 2, most: 8, before: 5 };

/** What follows a bare name at once; other words make it no name: 毛孩子要看啥. */
const COURTESY = /^\s*(?:为您|为你|很高兴|竭诚|请)/;

/** Two characters after the company's name that no words frame. */
const GIVEN_NAME = /^\p{Script=Han}{2}$/u;

/** 买票、改场, [表情]: one of several things, or a picture, no name. */
function isListed(call: HeardCall, { turn, from, to }: Stretch): boolean {
  const { fromChar, toChar, length } = call.symbolsOf(turn);
  const { text } = call.turns[turn]!;
  const between = (at: number): string => text.slice(toChar[at - 1] ?? 0, at < length ? fromChar[at] : text.length);
  return /[、[]/.test(between(from)) || between(to).includes('、');
}

const nameableWhole = (call: HeardCall, { turn, from, to }: Stretch): boolean =>
  Array.from({ length: to - from }, (_, at) => from + at).every((at) => nameable(call, turn, at));

function chinese(
  call: HeardCall,
  stretch: Stretch,
  { person, bare, jobOnly, departmentEnds }: Introductions,
): BareName[] {
  const { turn, from, to } = stretch;
  const { fromChar, toChar, flags } = call.symbolsOf(turn);
  // "5507曹静": a staff number goes with the name.
  const whole = call.turns[turn]!.text.slice(fromChar[from], toChar[to - 1]).replace(/\s/gu, '');
  // "8015号接听" is a number and what its bearer does: nothing is left of a name.
  const text = person.test(whole)
    ? whole
    : whole.replace(/^[A-Za-z]{0,2}\d{2,6}号?(?=[^\d号]{2})|(?<=[^\d号]{2})\d{3,6}号?$/gu, '');
  const isJob = jobOnly.test(text);
  const alone = stretch.after === 'pause' || COURTESY.test(call.turns[turn]!.text.slice(toChar[to - 1]));
  const isDepartment = departmentEnds?.test(text) ?? false;
  const is = isJob || isDepartment ? null : person.test(text) ? 'person' : bare.test(text) && alone ? 'either' : null;
  if (is) return [{ heard: heard(call, stretch, from, to, '@person_named'), is }];
  if (isJob) return [];
  let plain = true;
  for (let at = from; at < to; at++) plain &&= (flags[at]! & (FLAG.empty | FLAG.negator | FLAG.number)) === 0;
  // "佛匠全屋定制嘉欣，": a given name without a surname looks like any other word, and no one is accused of leaving it out.
  const isGiven = GIVEN_NAME.test(text) && !isDepartment && stretch.before === 'company' && alone && plain;
  if (isGiven) return [{ heard: heard(call, stretch, from, to, '@person_named'), is: 'maybe_person' }];
  if (stretch.after !== 'pause' || stretch.before === 'other') return [];
  if (to - from < HAN_NAME.least || to - from > HAN_NAME.most) return [];
  // What no one can place beside the rest of a greeting may be a name.
  const later = stretch.before !== 'pause' || from > HAN_NAME.before || !plain;
  if (later)
    return nameableWhole(call, stretch) && !isDepartment && !isListed(call, stretch)
      ? [{ heard: heard(call, stretch, from, to, '@person_named'), is: 'unclear' }]
      : [];
  return [{ heard: heard(call, stretch, from, to, '@company_named'), is: to - from === 2 ? 'either' : 'company' }];
}

const CAPITAL = /^\p{Lu}/u;

/** A person says two words at most, a company four, within its first words; up to two small words may end it: "Ashby Home support". */
const WORDS = { person: 2, company: 4, beforeCompany: 5, small: 2 };

/** The run of words in a stretch that may be a name. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly cased: boolean;
  /** No phrase of the lexicon has one of its words, or any of them: hardly ordinary words of the telephone. */
  readonly some: boolean;
  readonly all: boolean;
}

function runIn(call: HeardCall, stretch: Stretch): Run {
  const { turn } = stretch;
  const { ids, flags, fromChar } = call.symbolsOf(turn);
  const { text } = call.turns[turn]!;
  const cased = /\p{Lu}/u.test(text);
  const isName = (at: number): boolean =>
    nameable(call, turn, at) && !(flags[at]! & FLAG.number) && (!cased || CAPITAL.test(text.slice(fromChar[at])));
  let { from } = stretch;
  while (from < stretch.to && !nameable(call, turn, from)) from++;
  let to = from;
  while (to < stretch.to && isName(to)) to++;
  const unusual = ids.slice(from, to).map((id, at) => id === 0 || (flags[from + at]! & FLAG.near) !== 0);
  return { from, to, cased, some: unusual.some(Boolean), all: unusual.every(Boolean) };
}

function englishKind(call: HeardCall, stretch: Stretch, run: Run, words: Introductions): BareName['is'] | null {
  const said = call.symbolsOf(stretch.turn).words;
  const { from, to, cased, some, all } = run;
  const [length, more] = [to - from, stretch.to - to];
  const isDepartment = words.departmentEnds?.test(said[to - 1]!) ?? false;
  if (words.nameTitles.has(said[from]!)) return length > 1 && stretch.before !== 'other' ? 'person' : null;
  const short = length <= WORDS.person && all;
  if (more > 0 && short && words.links.has(said[to]!)) return isDepartment ? 'maybe_person' : 'person';
  // "Hi Tom," is said to a person.
  if (!some || stretch.after === 'other' || (stretch.before === 'other' && length === 1)) return null;
  const early = from <= WORDS.beforeCompany;
  if (more > 0) return cased && length > 1 && more <= WORDS.small && early ? 'company' : null;
  if (stretch.before === 'company') return length === 1 && all && !cased && !isDepartment ? 'maybe_person' : null;
  // "Vanakkam, Dawn Telecom": the first word may greet.
  if (short && stretch.before === 'pause') return isDepartment || stretch.from === 0 ? 'maybe_person' : 'either';
  return length <= WORDS.company && early ? 'company' : null;
}

function english(call: HeardCall, stretch: Stretch, words: Introductions): BareName[] {
  const run = runIn(call, stretch);
  const is = run.to > run.from ? englishKind(call, stretch, run, words) : null;
  const entry = is === 'company' ? '@company_named' : '@person_named';
  return is ? [{ heard: heard(call, stretch, run.from, run.to, entry), is }] : [];
}

/** A name has so many symbols, and so many of its words may be wrong by the recogniser's own account. */
const UNCLEAR = { least: 2, most: { zh: 8, en: 4 }, wrong: 0.25 };

/** "皓贝口腔前拍小谈请问": what nothing knows beside a company or a salutation may be a name that was misheard. */
function unclear(call: HeardCall, stretch: Stretch): BareName[] {
  const { turn } = stretch;
  const { fromChar, toChar } = call.symbolsOf(turn);
  let { from } = stretch;
  while (from < stretch.to && !nameable(call, turn, from)) from++;
  let to = from;
  while (to < stretch.to && nameable(call, turn, to)) to++;
  if (to - from < UNCLEAR.least || to - from > UNCLEAR.most[call.transcript.language]) return [];
  const wrong = call.turns[turn]!.words.filter(
    (word) => word.fromChar < toChar[to - 1]! && word.toChar > fromChar[from]!,
  ).reduce((sum, { confidence }) => sum + 1 - (confidence ?? 1), 0);
  return wrong >= UNCLEAR.wrong ? [{ heard: heard(call, stretch, from, to, '@person_named'), is: 'unclear' }] : [];
}

/** The name in a stretch of a greeting that nothing frames, if it is one. */
export function bareNamesIn(call: HeardCall, stretch: Stretch, words: Introductions): BareName[] {
  const isHan = call.symbolsOf(stretch.turn).words[stretch.from] === '' || call.transcript.language === 'zh';
  const names = isHan ? chinese(call, stretch, words) : english(call, stretch, words);
  return names.length > 0 ? names : unclear(call, stretch);
}
