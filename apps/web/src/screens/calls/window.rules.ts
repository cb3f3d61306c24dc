/** Something with a height in a scrolled column. */
export interface Tall {
  id: string;
  height: number;
}

/** Where each begins; one more than there are, the last being the whole height. */
export function offsetsOf(items: readonly Tall[]): number[] {
  const offsets = [0];
  for (const { height } of items) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** Which of them to draw: those in sight and `beyond` pixels on either side. `to` is exclusive. */
export function inSight(
  offsets: readonly number[],
  { top, height }: { top: number; height: number },
  beyond: number,
): { from: number; to: number } {
  const last = offsets.length - 1;
  return {
    from: Math.min(last, before(offsets, top - beyond)),
    to: Math.min(last, before(offsets, top + height + beyond) + 1),
  };
}

/** The last that begins at or above this place. */
export function before(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
