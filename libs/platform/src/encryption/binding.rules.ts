/** AES-256. */
export const KEY_BYTES = 32;
/**
 * Joins texts so that no two different lists give the same bytes: each is preceded by its length, because plain joining
 * would let ("ab", "c") pass for ("a", "bc") in the authenticated data of a cipher.
 */
export function bindingOf(...texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}
