/** One address and nothing else: no list, no name, no line end that a header could go on after. Internationalised parts are taken. */
const ADDRESS = /^[^\s@<>"(),:;\\\p{Cc}]+@[^\s@<>"(),:;\\\p{Cc}]+$/u;

export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** A name as it may be written before an address: on one line, without what begins another address. */
export const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[<>"@,;:\\]+/g, ' ')
    .trim()
    .slice(0, 120);
