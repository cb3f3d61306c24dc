import { shareInterval, type Interval } from '#quality/rules';
import { seededRandom } from '../bench/seeded-random.rules.js';

export { shareInterval, type Interval };

const TIMES = 1000;
const SEED = 20_261_127;

/** Things that hang together, such as a dialogue and its translation: they are drawn together or not at all. */
function clustersOf<T>(all: readonly T[], clusterOf: (one: T) => string): T[][] {
  const clusters = new Map<string, T[]>();
  for (const one of all) {
    const key = clusterOf(one);
    const found = clusters.get(key);
    if (found) found.push(one);
    else clusters.set(key, [one]);
  }
  return [...clusters.values()];
}

/** The interval of any figure, by drawing the cases again a thousand times (percentile bootstrap). The same for the same cases. */
export function drawnInterval<T>(
  all: readonly T[],
  clusterOf: (one: T) => string,
  figureOf: (drawn: readonly T[]) => number | null,
): Interval | null {
  const clusters = clustersOf(all, clusterOf);
  const random = seededRandom(SEED);
  const figures: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const drawn = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)]!);
    const figure = figureOf(drawn);
    if (figure !== null) figures.push(figure);
  }
  if (figures.length < TIMES / 2) return null;
  figures.sort((a, b) => a - b);
  return [figures[Math.floor(figures.length * 0.025)]!, figures[Math.ceil(figures.length * 0.975) - 1]!];
}
