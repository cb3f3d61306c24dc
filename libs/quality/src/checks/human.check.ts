import { eitherSchema } from '#contracts';
import { z } from 'zod';
import { defineCheck } from './check.js';
import { abstain } from './finding.js';

const params = z.strictObject({
  kind: z.literal('human'),
  /** What the person is to judge, in a sentence. */
  ask: eitherSchema,
});

/** Only a person can tell: the item always waits for one. */
export const humanCheck = defineCheck({
  kind: 'human',
  version: 1,
  params,
  needsWords: false,
  judge: ({ ask }) => {
    const waits = abstain('left_to_a_person', 'rule', ask);
    return () => waits;
  },
});
