import { z } from 'zod';

/** What administrators are told of the installation itself: once when it begins, once when it is over. */
export const alarmKindSchema = z.enum(['schedule_late', 'schedule_failing', 'disk_low', 'disk_full']);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** What it is about, by a name of the product's: a schedule, or what lies on a disk. */
export const alarmSubjectSchema = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
