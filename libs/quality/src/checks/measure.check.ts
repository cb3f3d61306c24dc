import { z } from 'zod';
import { defineCheck } from './check.js';
import { judgeMeasure, measureParams } from './measure/judge-measure.rules.js';
import { interruptionsInWords, wordsParams } from './measure/interruptions-in-words.rules.js';

/**
 * A quantity measured over the whole call: `measureParams`, by what the sound shows. The first published checklist measured interruptions by
 * the times of turns (`wordsParams`); its scores must replay, so that stays as it was.
 */
export const measureCheck = defineCheck({
  kind: 'measure',
  version: 1,
  params: z.union([wordsParams, measureParams]),
  needsWords: false,
  judge: (read, _, context) =>
    'speakingMs' in read ? interruptionsInWords(read, context) : judgeMeasure(read, context),
});
