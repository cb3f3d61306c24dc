import { ENGLISH_CALLS } from './calls-en.js';
import { MANDARIN_CALLS } from './calls-zh.js';
import type { SampleCall } from './sample-call.js';

/** The eight calls that the product shows, tests and demonstrates itself with. */
export const SAMPLE_CALLS: readonly SampleCall[] = [...ENGLISH_CALLS, ...MANDARIN_CALLS];
