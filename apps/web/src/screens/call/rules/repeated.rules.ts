/** A line of a list, and how often it was repeated in a row. */
export interface Repeated<T> {
  first: T;
  times: number;
}

/** Joins neighbours that `same` calls the same, so that a list says once what happened several times in a row. */
export function joinRepeated<T>(lines: readonly T[], same: (a: T, b: T) => boolean): Repeated<T>[] {
  const joined: Repeated<T>[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && same(last.first, line)) last.times++;
    else joined.push({ first: line, times: 1 });
  }
  return joined;
}
