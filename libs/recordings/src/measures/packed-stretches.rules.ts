/*
 * How stretches of speech lie in their row: for each channel the steps from one time to the next, seven bits a byte, the lowest first, in base64.
 * As numbers of JSON they took five times as much. Rows from before hold lists of numbers and are read as they are.
 */
import { type ValueTransformer } from 'typeorm';

type Times = readonly number[];

function packTimes(times: Times): string | Times {
  const bytes: number[] = [];
  let before = 0;
  for (const time of times) {
    let step = time - before;
    if (!Number.isInteger(step) || step < 0 || step >= 2 ** 31) return times;
    for (; step >= 0x80; step >>>= 7) bytes.push((step & 0x7f) | 0x80);
    bytes.push(step);
    before = time;
  }
  return Buffer.from(bytes).toString('base64');
}

function unpackTimes(packed: string | Times): Times {
  if (typeof packed !== 'string') return packed;
  const times: number[] = [];
  let [time, step, shift] = [0, 0, 0];
  for (const byte of Buffer.from(packed, 'base64')) {
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    time += step;
    times.push(time);
    [step, shift] = [0, 0];
  }
  return times;
}

export const STRETCHES_AS_THEY_LIE: ValueTransformer = {
  to: (channels: readonly Times[]) => channels.map(packTimes),
  from: (lying: readonly (string | Times)[]) => lying.map(unpackTimes),
};
