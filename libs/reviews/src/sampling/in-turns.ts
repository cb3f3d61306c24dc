import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many of a long list are worked on before others who share the process have their turn: a few milliseconds. */
export const AT_ONCE = 1_000;

/** Does something with each of a long list, in its order. */
export async function eachInTurns<T>(list: readonly T[], act: (one: T) => void): Promise<void> {
  for (let at = 0; at < list.length; at += AT_ONCE) {
    if (at > 0) await nextTurn();
    for (const one of list.slice(at, at + AT_ONCE)) act(one);
  }
}

/** A long list in order: slices are sorted, and pairs of sorted lists merged. Equal ones stay in the order in which they came. */
export async function sortedInTurns<T>(list: readonly T[], order: (a: T, b: T) => number): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < list.length; at += AT_ONCE) {
    if (at > 0) await nextTurn();
    runs.push(list.slice(at, at + AT_ONCE).sort(order));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(await mergedInTurns(runs[at]!, runs[at + 1] ?? [], order));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergedInTurns<T>(a: readonly T[], b: readonly T[], order: (a: T, b: T) => number): Promise<T[]> {
  const merged: T[] = [];
  let [nextA, nextB] = [0, 0];
  while (nextA < a.length || nextB < b.length) {
    const takesA = nextB >= b.length || (nextA < a.length && order(a[nextA]!, b[nextB]!) <= 0);
    merged.push(takesA ? a[nextA++]! : b[nextB++]!);
    if (merged.length % AT_ONCE === 0) await nextTurn();
  }
  return merged;
}
