import { z } from 'zod';
import { alarmKindSchema, alarmSubjectSchema } from '../alarms.js';
import { figureMeasureSchema } from '../figure-alerts.js';
import { bilingualSchema } from '../language.js';
import { defineRoutes, get, post } from './route.js';

export const notificationSchema = z.object({
  notificationId: z.uuid(),
  /** Its name in the table of notifications; a later version may tell of more. */
  kind: z.string(),
  words: bilingualSchema,
  /** The screen that it leads to. */
  place: z.string(),
  /** Of an alarm, a person's rights and a standing grant none. */
  requestId: z.uuid().nullable(),
  /** The standing grant that it is about. */
  grantId: z.uuid().nullable(),
  /** The coaching session that it is about. */
  coachingId: z.uuid().nullable(),
  /** The calibration that it is about. */
  calibrationId: z.uuid().nullable(),
  /** The best call that it is about. */
  bestCallId: z.uuid().nullable(),
  /** `LR-0001`, `SG-0001`, `CO-0001`, `CA-0001`. */
  code: z.string().nullable(),
  /** What an alarm is about. */
  alarm: z.object({ kind: alarmKindSchema, subject: alarmSubjectSchema }).nullable(),
  /** Whose rights it is about. */
  person: z.object({ personId: z.uuid(), name: bilingualSchema }).nullable(),
  /** The team's day whose figure passed its line; `code` is the day. */
  figure: z
    .object({
      ...{ teamId: z.uuid(), team: bilingualSchema, day: z.iso.date(), measure: figureMeasureSchema },
      /** Calls with a missed critical item, or those within three rings. */
      value: z.number().int(),
      /** What they are a part of. */
      of: z.number().int(),
      /** Calls, or per cent. */
      line: z.number().int(),
    })
    .nullable(),
  /** The agent's calls of these days were scored again: in how many another score counts, and the sum by which points changed. */
  rescore: z.object({ from: z.iso.date(), to: z.iso.date(), calls: z.number().int(), points: z.number() }).nullable(),
  /** The deputy is told it in place of this person, in that absence. */
  inPlaceOf: z.object({ absenceId: z.uuid(), name: bilingualSchema }).nullable(),
  /** The second at which it was remarked, of a leg's place in its call, from 1. */
  comment: z.object({ leg: z.number().int(), atMs: z.number().int() }).nullable(),
  /** For people who may not see the request: one of their own calls in it. */
  callId: z.uuid().nullable(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NotificationView = z.infer<typeof notificationSchema>;

export const notificationQuerySchema = z
  .object({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
  .strict();
export type NotificationQuery = z.infer<typeof notificationQuerySchema>;

/** One's own, the newest first, and how many of all are unread. */
export const notificationListSchema = z.object({
  items: z.array(notificationSchema),
  unread: z.number().int(),
  nextCursor: z.uuid().nullable(),
});
export type NotificationList = z.infer<typeof notificationListSchema>;

/** Which were read; left out: all that came until now. */
export const notificationsReadSchema = z.object({ notificationIds: z.array(z.uuid()).max(100).optional() }).strict();

/** What a person is told. Each person finds only their own. */
export const notificationsRoutes = defineRoutes('notifications', 'notifications', {
  list: get('/api/v1/notifications', {
    summary: 'What one is told, the newest first, and how much of it is unread',
    access: { signedIn: true, whileIdle: true },
    query: notificationQuerySchema,
    answer: notificationListSchema,
  }),
  read: post('/api/v1/notifications/read', {
    summary: 'Marks what one was told as read: some of it, or all that came until now',
    access: { signedIn: true },
    body: notificationsReadSchema,
  }),
});
