import { z } from 'zod';
import { plainText } from '../plain-text.js';

/** Lines are named by their number; of many, the first hundred. */
export const recordsTakenSchema = z.object({
  taken: z.number().int(),
  known: z.number().int(),
  unreadCount: z.number().int(),
  unread: z.array(z.object({ line: z.number().int(), what: z.enum(['columns', 'time', 'event', 'value']) })).max(100),
});
export type RecordsTakenAnswer = z.infer<typeof recordsTakenSchema>;

export const recordsQuerySchema = z
  .object({
    /** The file's name: some readers tell a file by it. */
    name: plainText().trim().min(1).max(200).default('records'),
  })
  .strict();

export const queueTeamSchema = z.object({ queue: z.string(), teamId: z.uuid() });
export const queueTeamListSchema = z.object({ items: z.array(queueTeamSchema) });
export type QueueTeamList = z.infer<typeof queueTeamListSchema>;

/** Which team answers for a queue; null: none any more. */
export const setQueueTeamSchema = z
  .object({ queue: plainText().trim().min(1).max(60), teamId: z.uuid().nullable() })
  .strict();
