import { SAMPLE_CALLS } from './calls.js';
import { voicesOf } from './sample-voices.js';

/** Prints the scripts as `speak.py` reads them: a line of JSON for each call. */
for (const call of SAMPLE_CALLS) {
  const { id, language, lines } = call;
  process.stdout.write(`${JSON.stringify({ id, language, voices: voicesOf(call), lines })}\n`);
}
