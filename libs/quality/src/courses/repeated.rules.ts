import { type Language } from '#contracts';
import { type HeardCall } from '../call/heard-call.js';
import { contentOf } from '../conversation/content.rules.js';
import { type CallActs, type SaidAct } from '../acts/call-acts.rules.js';

/** As in dates. */
export const ORDINAL =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth';
/** Numbers and days are what customers give and agents repeat; short ones count too. */
const NUMBER_WORD = new RegExp(
  `^(?:zero|nought|(?:one|two|three|four|five|six|seven|eight|nine)(?:teen|ty)?|ten|eleven|twelve|twenty|thirt(?:een|y)|fift(?:een|y)|forty|eight(?:een|y)|hundred|thousand|double|${ORDINAL}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|half|quarter)$`,
  'u',
);
/** Words of every call: who says them after the customer repeats nothing. */
const EVERYDAY = new Set(
  (
    'about after again ahead also always another anything because been before being bring call called came cannot come could customer days did ' +
    'does doing done down else even every everything first from give going good have hello help here into just know last like little look ' +
    'make many maybe mean might minute moment more morning much must name need never next nothing number okay once only other over people ' +
    'phone place please really right said same send sent should since some something sorry still such sure take tell than thank thanks that ' +
    'their them then there these they thing think this those though through time today tomorrow until very want week well went were what ' +
    'when where which while will with without would yeah year years your'
  ).split(' '),
);
const EMPTY_HAN = /[的了是我你您在有不这那就也都吗呢吧啊呀哦嘛好个什么给跟和把要会能可以请问他她它们还没很说来去]/u;
const LEAST_LETTERS = 4;

function english(text: string, into: Set<string>): void {
  for (const word of text.match(/[a-z']+|\d+/gu) ?? []) {
    if (/^\d/u.test(word) || NUMBER_WORD.test(word)) into.add(word);
    else if (word.length >= LEAST_LETTERS && !EVERYDAY.has(word)) into.add(word.replace(/'s$|s$/u, ''));
  }
}

function mandarin(text: string, into: Set<string>): void {
  for (const run of text.match(/\p{Script=Han}+|\d+|[a-z]+/gu) ?? []) {
    if (/^[\da-z]/u.test(run)) into.add(run);
    else
      for (let i = 0; i + 2 <= run.length; i++) if (!EMPTY_HAN.test(run.slice(i, i + 2))) into.add(run.slice(i, i + 2));
  }
}

function pieces(text: string, language: Language): Set<string> {
  const into = new Set<string>();
  (language === 'zh' ? mandarin : english)(text.normalize('NFKC').toLowerCase(), into);
  return into;
}

/** Of each of the agent's sentences, how many numbers, names and words of matter the customer had said before. */
export function repeatedIn(acts: CallActs, language: Language): Map<SaidAct, number> {
  const told = new Set<string>();
  const repeated = new Map<SaidAct, number>();
  for (const one of acts.sentences) {
    const own = pieces(acts.textOf(one), language);
    if (one.speaker === 'customer') for (const piece of own) told.add(piece);
    else if (told.size > 0) repeated.set(one, [...own].filter((piece) => told.has(piece)).length);
  }
  return repeated;
}

/** From this many digits on a number is one that is not repeated by chance. */
const TELLING_DIGITS = 3;

/** Numbers that the customer gave, each once, and how many of them the agent said after, whole or in part. */
export function numbersRepeated(call: HeardCall): { readonly given: number; readonly repeated: number } {
  const given = new Set<string>();
  const repeated = new Set<string>();
  for (const { index, speaker } of call.turns) {
    const numbers = contentOf(call, index)
      .numbers.map(({ digits }) => digits)
      .filter((digits) => digits.length >= TELLING_DIGITS);
    for (const digits of numbers) {
      if (speaker === 'customer') given.add(digits);
      else for (const other of given) if (other.includes(digits) || digits.includes(other)) repeated.add(other);
    }
  }
  return { given: given.size, repeated: repeated.size };
}
