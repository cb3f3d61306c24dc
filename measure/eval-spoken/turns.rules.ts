import type { Speaker } from '#contracts';

/** When a person spoke, in milliseconds. */
export interface Spoken {
  speaker: Speaker;
  fromMs: number;
  toMs: number;
}

export interface TurnMeasure {
  turns: number;
  /** True turns that are in the same order of speakers in what was heard. */
  kept: number;
  /** How far the start of each true turn is from where it was heard to start; of those that were heard. */
  startErrorsMs: number[];
}

/** Compares the turns that were heard with the true ones. What one person says before the other speaks is one turn, on both sides. */
export function measureTurns(said: readonly Spoken[], heard: readonly Spoken[]): TurnMeasure {
  const [truth, found] = [asTurns(said), asTurns(heard)];
  const startErrorsMs = truth.flatMap((turn) => {
    const overlapping = found.filter(
      ({ speaker, fromMs, toMs }) => speaker === turn.speaker && fromMs < turn.toMs && toMs > turn.fromMs,
    );
    return overlapping.length === 0
      ? []
      : [Math.min(...overlapping.map(({ fromMs }) => Math.abs(fromMs - turn.fromMs)))];
  });
  const wrong = distance(
    truth.map(({ speaker }) => speaker),
    found.map(({ speaker }) => speaker),
  );
  return { turns: truth.length, kept: Math.max(0, truth.length - wrong), startErrorsMs };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? NaN : (below + above) / 2;
}

function asTurns(pieces: readonly Spoken[]): Spoken[] {
  const turns: Spoken[] = [];
  for (const piece of [...pieces].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = turns.at(-1);
    if (last?.speaker === piece.speaker) last.toMs = Math.max(last.toMs, piece.toMs);
    else turns.push({ ...piece });
  }
  return turns;
}

/** The fewest turns that have to be added, left out or given to the other (Levenshtein). */
function distance(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, speaker] of one.entries()) {
    const before = row;
    row = [index + 1];
    for (const [at, heard] of other.entries())
      row.push(
        Math.min((before[at] ?? 0) + (heard === speaker ? 0 : 1), (before[at + 1] ?? 0) + 1, (row[at] ?? 0) + 1),
      );
  }
  return row.at(-1) ?? 0;
}
