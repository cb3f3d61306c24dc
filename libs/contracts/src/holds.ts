import { z } from 'zod';
import { inWords } from './language.js';
import { plainText } from './plain-text.js';

/**
 * Which calls a hold by rule covers, those on file and those still to come. Values of one part widen it, parts narrow each other; of team,
 * client and agent one leg must fit them all.
 */
export const holdRuleSchema = z
  .object({
    clientIds: z.array(z.uuid()).min(1).max(50).optional(),
    teamIds: z.array(z.uuid()).min(1).max(50).optional(),
    personIds: z.array(z.uuid()).min(1).max(50).optional(),
    matterIds: z.array(z.uuid()).min(1).max(50).optional(),
    direction: z.enum(['inbound', 'outbound', 'internal']).optional(),
    /** The masked customer, as the list of calls shows it, whole. */
    customer: plainText().trim().min(2).max(80).optional(),
    /** First and last day on which the call began, in the site's time zone. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .strict()
  .refine(
    (rule) => Object.values(rule).some((part) => part !== undefined),
    inWords('规则至少要有一个条件', 'a rule needs a condition'),
  )
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    inWords('开始日期须不晚于结束日期', 'the first day must not be after the last'),
  );
export type HoldRule = z.infer<typeof holdRuleSchema>;
