/** Half-open stretches of a recording, milliseconds. */
export type SpanMs = [from: number, to: number];

/** In order, none over another; those that touch are one. */
export function mergeSpans(spans: readonly (readonly [number, number])[]): SpanMs[] {
  const merged: SpanMs[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) merged.push([from, to]);
  }
  return merged;
}

/** Does every one of the spans lie within one of the others? */
export const isCovered = (
  spans: readonly (readonly [number, number])[],
  by: readonly (readonly [number, number])[],
): boolean => spans.every(([from, to]) => by.some(([start, end]) => start <= from && to <= end));

/**
 * Makes stretches of interleaved samples silent, on all channels: what one party says is often heard on the other's line. Takes the samples
 * in order, piece by piece, and changes them in place.
 */
export class Silencer {
  /** Frames that went by. */
  frames = 0;
  private next = 0;
  private readonly stretches: SpanMs[];

  constructor(
    spans: readonly SpanMs[],
    private readonly channels: number,
    sampleRate: number,
  ) {
    const frame = (ms: number) => (ms * sampleRate) / 1000;
    this.stretches = spans.map(([from, to]) => [Math.floor(frame(from)), Math.ceil(frame(to))]);
  }

  apply(samples: Int16Array): Int16Array {
    const end = this.frames + samples.length / this.channels;
    for (let at = this.next; at < this.stretches.length; at += 1) {
      const [from, to] = this.stretches[at] as SpanMs;
      if (from >= end) break;
      samples.fill(
        0,
        Math.max(0, from - this.frames) * this.channels,
        (Math.min(to, end) - this.frames) * this.channels,
      );
      if (to <= end) this.next = at + 1;
    }
    this.frames = end;
    return samples;
  }
}

/** Peaks without amplitude where the sound is silent. */
export function silencePeaks(data: readonly number[][], perSecond: number, spans: readonly SpanMs[]): number[][] {
  const slot = (ms: number) => (ms * perSecond) / 1000;
  return data.map((channel) => {
    const flat = [...channel];
    for (const [from, to] of spans) flat.fill(0, Math.floor(slot(from)), Math.ceil(slot(to)));
    return flat;
  });
}
