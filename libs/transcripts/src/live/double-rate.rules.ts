/** Samples before and after the place of one that is made up. */
const REACH = 8;

/** Between two samples: sinc, under a Hann window, so that nothing above the line's 4 kHz is made up. */
const WEIGHTS = Float64Array.from({ length: 2 * REACH }, (_, at) => {
  const distance = at - REACH + 0.5;
  const sinc = Math.sin(Math.PI * distance) / (Math.PI * distance);
  return sinc * Math.cos((Math.PI * distance) / (2 * REACH)) ** 2;
});

/** Telephone sound (8 kHz) at the rate that the engine wants (16 kHz), however it is pieced; 1 ms late. */
export class DoubleRate {
  private before = new Int16Array(2 * REACH);

  add(samples: Int16Array): Int16Array {
    const all = new Int16Array(this.before.length + samples.length);
    all.set(this.before);
    all.set(samples, this.before.length);
    const doubled = new Int16Array(samples.length * 2);
    for (let at = 0; at < samples.length; at += 1) {
      doubled[at * 2] = all[at + REACH] ?? 0;
      doubled[at * 2 + 1] = between(all, at + 1);
    }
    this.before = all.slice(-2 * REACH);
    return doubled;
  }
}

function between(all: Int16Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at += 1) sum += (all[from + at] as number) * (WEIGHTS[at] as number);
  return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
}
