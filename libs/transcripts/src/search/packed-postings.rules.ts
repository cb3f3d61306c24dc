/**
 * What a recording is found by, as one row holds it. `places` is one byte, how many bytes each number in it takes; then for each token, in order,
 * how many places it and those before it have; then all the places. The highest byte comes first. `places_of` in the database reads it.
 */
export interface PackedPostings {
  /** Keyed tokens in the order of their numbers, as PostgreSQL writes an array: what was said first is not told. */
  tokens: string;
  places: Uint8Array;
}

export function packPostings(placesOf: ReadonlyMap<string, readonly number[]>): PackedPostings {
  const postings = [...placesOf].map(([token, places]) => ({ token, number: BigInt(token), places }));
  postings.sort((a, b) => (a.number < b.number ? -1 : 1));
  const ends: number[] = [];
  for (const { places } of postings) ends.push((ends.at(-1) ?? 0) + places.length);
  return {
    tokens: `{${postings.map(({ token }) => token).join(',')}}`,
    places: bytesOf([...ends, ...postings.flatMap(({ places }) => places)]),
  };
}

/** As few bytes a number as the largest of them needs: one for a short call, two for most. */
function bytesOf(numbers: readonly number[]): Uint8Array {
  const largest = numbers.reduce((most, one) => Math.max(most, one), 0);
  const width = largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 4;
  const bytes = Buffer.alloc(1 + numbers.length * width);
  bytes.writeUInt8(width, 0);
  numbers.forEach((one, i) => bytes.writeUIntBE(one, 1 + i * width, width));
  return bytes;
}
