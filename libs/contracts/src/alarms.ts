import { z } from 'zod';

/** What administrators are told of the installation itself: once when it begins, once when it is over. */
export const alarmKindSchema = z.enum([
  'schedule_late',
  'schedule_failing',
  'disk_low',
  'disk_full',
  'keys_unmarked',
  'keys_doubtful',
  'calls_incomplete',
  'gaps_old',
  'source_silent',
  'source_blocked',
  'source_aside',
]);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** What it is about, by a name of the product's: a schedule, what lies on a disk, one of `KEY_SUBJECTS` or of `COMPLETENESS_SUBJECTS`. */
export const alarmSubjectSchema = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

/** A telephone system, by its name. */
export const sourceSubject = (name: string): string => `source-${name.replaceAll(/[^a-z0-9-]/g, '-').slice(0, 50)}`;

/** What may be wrong with the recording keys: where both copies lie, and what the copies say. */
export const KEY_SUBJECTS = { directories: 'key-directories', store: 'key-store' } as const;

/** What may be wrong with the completeness of calls: how many of a day are complete, and how long something is missing. */
export const COMPLETENESS_SUBJECTS = { target: 'call-completeness', age: 'call-gaps' } as const;
