import { ENGLISH_CALLS } from './calls-en.js';
import { MANDARIN_CALLS } from './calls-zh.js';
import type { SampleCall } from './sample-call.js';
import { voicesOf } from './sample-voices.js';

/** The eight calls that the product shows, tests and demonstrates itself with. */
export const SAMPLE_CALLS: readonly SampleCall[] = [...ENGLISH_CALLS, ...MANDARIN_CALLS];

/** Prints the scripts as `speak.py` reads them: a line of JSON for each call. */
for (const call of SAMPLE_CALLS) {
  const { id, language, lines } = call;
  process.stdout.write(`${JSON.stringify({ id, language, voices: voicesOf(call), lines })}\n`);
}
