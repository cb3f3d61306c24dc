import { saidInEnglish, saidInMandarin, spokenNumbers, type SpokenNumber } from '#transcripts/rules';

/** After one of these a single Chinese numeral counts something: in 一下 and 十分 it is a part of a word. */
const COUNTS = /^(?:天|日|个|周|年|月|点|分钟|小时|元|块|次|遍|折|笔|号|位|秒|张|种|倍|到|至|条|份|楼|期)/;
const MOST_DIGITS = 6;

/**
 * A literal part of a phrase with its numbers in figures and in words, in order: a phrase that says "24小时" also hears 二十四小时, and one that
 * says "three to five days" also hears "3 to 5 days". `behind`: the part of the phrase that follows.
 */
export function numbersBothWays(text: string, behind = ''): string[][] {
  const elements: string[][] = [];
  let from = 0;
  for (const number of spokenNumbers(text)) {
    if (!isMeant(text, number, behind)) continue;
    if (number.fromChar > from) elements.push([text.slice(from, number.fromChar)]);
    elements.push(waysOf(text, number));
    from = number.toChar;
  }
  if (from < text.length || elements.length === 0) elements.push([text.slice(from)]);
  return elements;
}

/** A choice of texts, each with its numbers both ways. */
export const choicesBothWays = (choices: readonly string[], behind = ''): string[] => [
  ...new Set(
    choices.flatMap((choice) =>
      numbersBothWays(choice, behind).reduce<string[]>(
        (heads, ways) => heads.flatMap((head) => ways.map((way) => head + way)),
        [''],
      ),
    ),
  ),
];

function isMeant(text: string, { digits, fromChar, toChar }: SpokenNumber, behind: string): boolean {
  if (digits.length > MOST_DIGITS) return false;
  const said = text.slice(fromChar, toChar);
  if (/[0-9]/.test(said)) return /^[0-9]+(?:\s*[%％])?$/.test(said);
  if (/^\p{Script=Han}$/u.test(said))
    return COUNTS.test(text.slice(toChar)) || (toChar === text.length && counts(behind));
  return digits !== '1';
}

/** Does the part of a phrase that follows begin, in one of its choices, with what is counted? */
const counts = (part: string): boolean =>
  part
    .replace(/^\(|\)$/g, '')
    .split('|')
    .some((choice) => COUNTS.test(choice));

/** As it stands, in figures, and as it is said in the language of the phrase. The percent sign is none of the matcher's symbols. */
function waysOf(text: string, { digits, percent, fromChar, toChar }: SpokenNumber): string[] {
  const han = /\p{Script=Han}/u.test(text);
  const said = han ? saidInMandarin(digits) : saidInEnglish(digits);
  const whole = percent ? said.map((one) => (han ? `百分之${one}` : `${one} percent`)) : said;
  const figures = percent && !han ? [digits, `${digits} percent`] : [digits];
  return [...new Set([text.slice(fromChar, toChar), ...figures, ...whole])];
}
