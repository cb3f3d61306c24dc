import { z } from 'zod';

/** What the clock starts, by name. The listing with periods and work is `apps/worker/src/schedules.ts`. */
export const scheduleNameSchema = z.enum([
  'close-idle-plays',
  'sweep-abandoned-writes',
  'sweep-sign-ins',
  'index-older-words',
  'mask-older-recordings',
  'open-due-webhooks',
  'tell-due-promises',
  'copy-objects',
  'check-objects',
  'back-up-database',
  'try-restoring',
  'check-keys',
  'cover-held-calls',
  'lock-held-objects',
  'expire-legal-requests',
  'tell-overdue-reviews',
  'open-due-exports',
  'destroy-ended-exports',
  'retention',
  'find-restored-recordings',
  'tell-ending-grants',
  'open-due-mail',
  'forget-old-notifications',
  'fold-tallies',
  'move-postings',
  'carry-heads',
  'forget-old-webhooks',
  'watch-schedules',
  'watch-disks',
  'watch-keys',
]);
export type ScheduleName = z.infer<typeof scheduleNameSchema>;

/**
 * How a schedule is. `off`: the settings turn it off. `waiting`: it never succeeded yet, and is not late. `late`: no success within its
 * period and what it may be late by. `failing`: it failed several times in a row.
 */
export const scheduleHealthSchema = z.enum(['off', 'waiting', 'well', 'late', 'failing']);
export type ScheduleHealth = z.infer<typeof scheduleHealthSchema>;

/** One schedule on the board. Times are the database's. */
export const scheduleViewSchema = z.object({
  name: scheduleNameSchema,
  health: scheduleHealthSchema,
  /** 0: off. */
  everySeconds: z.number(),
  /** How long after its period it counts as late. */
  lateAfterSeconds: z.number(),
  running: z.boolean(),
  startedAt: z.iso.datetime().nullable(),
  lastSuccessAt: z.iso.datetime().nullable(),
  lastTookMs: z.number().int().nullable(),
  /** How much the last success found to do. */
  lastCount: z.number().int().nullable(),
  lastFailureAt: z.iso.datetime().nullable(),
  /** A code, never a message. */
  lastFailureCode: z.string().nullable(),
  /** In a row. */
  failures: z.number().int(),
  nextDueAt: z.iso.datetime().nullable(),
  /** The worker that ran it last. */
  ledBy: z.uuid().nullable(),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;
