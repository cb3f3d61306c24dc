import { hanInDigits } from './han-value.rules.js';

const HAN = '零一二三四五六七八九';
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** Longer ones name something (a hotline, a staff number) and are read digit by digit. */
const MOST_COUNTED = 9_999;

/** How a number in figures is said in Mandarin, the likeliest first: 24 as 二十四 and 二四, 95588 as 九五五八八, 110 also with 幺. */
export function saidInMandarin(digits: string): string[] {
  const one = [...digits].map((digit) => HAN[Number(digit)] ?? '').join('');
  const amount = isCounted(digits) ? hanAmount(Number(digits)) : [];
  // 五六 says about how many, and is no 56.
  return [...new Set([...amount, one, one.replaceAll('一', '幺')])].filter((said) => hanInDigits(said) === digits);
}

/** The same in English: 24 as "twenty four", 2019 also as "twenty nineteen", 3068 as "three zero six eight" and "thirty sixty eight". */
export function saidInEnglish(digits: string): string[] {
  const one = [...digits].map((digit) => SMALL[Number(digit)] ?? '').join(' ');
  const amount = isCounted(digits) ? [cardinal(Number(digits))] : [];
  return [
    ...new Set([...amount, one, ...(digits.length > 1 ? [one.replaceAll('zero', 'oh')] : []), ...inPairs(digits)]),
  ];
}

const isCounted = (digits: string): boolean => !/^0./.test(digits) && Number(digits) <= MOST_COUNTED;

function hanAmount(value: number): string[] {
  if (value === 2) return ['两', '二'];
  if (value < 10) return [HAN[value] ?? ''];
  let [text, rest, skipped] = ['', value, false];
  for (const [size, name] of [
    [1_000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count === 0) skipped ||= text !== '';
    else {
      text += (skipped ? '零' : '') + (size === 10 && text === '' && count === 1 ? '' : HAN[count]) + name;
      skipped = false;
    }
  }
  if (rest > 0) text += (skipped ? '零' : '') + HAN[rest];
  return text.startsWith('二百') || text.startsWith('二千') ? [`两${text.slice(1)}`, text] : [text];
}

function cardinal(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100) return [TENS[Math.floor(value / 10)], ...(value % 10 ? [cardinal(value % 10)] : [])].join(' ');
  const [size, name] = value < 1_000 ? [100, 'hundred'] : [1_000, 'thousand'];
  const rest = value % size;
  return [cardinal(Math.floor(value / size)), name, ...(rest ? [cardinal(rest)] : [])].join(' ');
}

function inPairs(digits: string): string[] {
  if (!/^(?:[1-9]\d){2}$/.test(digits) || digits.endsWith('00')) return [];
  return [`${cardinal(Number(digits.slice(0, 2)))} ${cardinal(Number(digits.slice(2)))}`];
}
