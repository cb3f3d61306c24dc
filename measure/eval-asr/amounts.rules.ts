const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const RUN =
  /(?:[零〇一二两三四五六七八九十百千万亿]|\d+)+(?:点[零〇一二三四五六七八九]+(?![零〇一二三四五六七八九十百千万亿])|\.\d+)?/gu;
const PART = /\d+|\p{Script=Han}/gu;

/** Writes amounts in digits, as recognisers do: 三百二十八 and 3百28 both as 328. What is no amount stays: 万一, 千万, 三三五五. */
export function amountsInDigits(text: string): string {
  return text.replace(RUN, (run) => {
    const [whole = '', ...rest] = run.split(/(?=[点.])/u);
    if (!/[十百千万亿]/u.test(whole)) return run;
    const value = valueOf(whole.match(PART) ?? []);
    return value === null ? run : `${value}${rest.join('')}`;
  });
}

function valueOf(parts: readonly string[]): number | null {
  let [total, section, number] = [0, 0, null as number | null];
  for (const part of parts) {
    const digit = DIGITS[part] ?? (/^\d/.test(part) ? Number(part) : undefined);
    const [small, large] = [SMALL_UNITS[part], LARGE_UNITS[part]];
    if (digit !== undefined) {
      // Digits read one by one are no amount.
      if (number !== null && number !== 0) return null;
      number = digit;
    } else if (small !== undefined) {
      if (number === null && small !== 10) return null;
      section += (number ?? 1) * small;
      number = null;
    } else if (large !== undefined) {
      if (section === 0 && !number) return null;
      total += (section + (number ?? 0)) * large;
      [section, number] = [0, null];
    }
  }
  return total + section + (number ?? 0);
}
