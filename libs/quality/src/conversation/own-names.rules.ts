import { type Language } from '#contracts';
import { type Heard, type HeardCall } from '../call/heard-call.js';
import { pauseBefore, symbolsIn } from './stretches.rules.js';

/** A name is told by its front: 陶俑 of 长安陶俑博物馆, "Thwaite" of "Thwaite & Sons Garage". */
const FRONT: Readonly<Record<Language, number>> = { zh: 4, en: 2 };
const SMALL = /^(?:the|and|of)$/;

const hanOf = (text: string): string => text.replaceAll(/[^\p{Script=Han}\p{L}\p{N}]/gu, '').toLowerCase();
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !SMALL.test(word));

/** What of the company's names and departments, in both languages, marks them: two characters in a row, or a word. */
const marksOf = ({ names, departments }: HeardCall['profile']): string[] => [
  ...[...names.zh, ...departments.zh].flatMap((name) => {
    const front = [...hanOf(name)].slice(0, FRONT.zh);
    return front.slice(1).map((char, at) => front[at]! + char);
  }),
  ...[...names.en, ...departments.en].flatMap((name) => wordsOf(name).slice(0, FRONT.en)),
];

/** Has what was heard, from the pause before it on, something of the company's own names? */
export function isOfCompany(call: HeardCall, heard: Heard): boolean {
  if (heard.entry === 'company_profile') return true;
  let { from } = symbolsIn(call, heard);
  while (!pauseBefore(call, heard.turn, from)) from--;
  const said = call.turns[heard.turn]!.text.slice(call.symbolsOf(heard.turn).fromChar[from], heard.toChar);
  const [han, words] = [hanOf(said), wordsOf(said)];
  return call
    .once('marks of the company', () => marksOf(call.profile))
    .some((mark) => (/\p{Script=Han}/u.test(mark) ? han.includes(mark) : words.some((word) => word.startsWith(mark))));
}
