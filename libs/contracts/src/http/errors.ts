import { z } from 'zod';
import { bilingualSchema } from '../language.js';

/**
 * RFC 9457 problem details. `title` names the kind of problem in the language that the request accepts; `detail` and the fields' messages
 * are sentences that a person can act on, in both languages, so that a screen can change its language without asking again.
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: bilingualSchema,
  /** Whose fault it is; decides whether trying again helps. */
  fault: z.enum(['caller', 'ours', 'vendor', 'storage']),
  /** Quote it to an administrator; it finds the log line. */
  ref: z.string(),
  /** Where in the request, for bad input. */
  fields: z.array(z.object({ path: z.string(), message: bilingualSchema })).optional(),
  /** With `recording_conflict`: what is stored and what was sent. */
  storedSha256: z.string().optional(),
  sentSha256: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
