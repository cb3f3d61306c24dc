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
  'capture_full',
  'capture_spool_low',
  'capture_keys_out',
  'capture_disk',
]);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** What it is about, by a name of the product's: a schedule, what lies on a disk, one of `KEY_SUBJECTS` or of `COMPLETENESS_SUBJECTS`. */
export const alarmSubjectSchema = z.string().regex(/^[a-z][a-z0-9._-]{1,79}$/);

const SOURCE = 'source-';
/** A telephone system, by its whole name: of two with similar ones, neither takes the other's alarm back. */
export const sourceSubject = (name: string): string => SOURCE + name;

/** What may be wrong with the recording keys: where both copies lie, and what the copies say. */
export const KEY_SUBJECTS = { directories: 'key-directories', store: 'key-store' } as const;

/** What may be wrong with the completeness of calls: how many of a day are complete, and how long something is missing. */
export const COMPLETENESS_SUBJECTS = { target: 'call-completeness', age: 'call-gaps' } as const;

/** What may be wrong while calls are captured: too many at once, a spool that fills, keys and disk that are away. */
export const CAPTURE_SUBJECTS = {
  calls: 'capture-calls',
  spool: 'capture-spool',
  keys: 'capture-keys',
  disk: 'capture-disk',
} as const;

export type AlarmPlace = '/completeness' | '/telephony/sources' | '/telephony/capture' | '/processing';

/** The screen that says more of what an alarm is about. */
export function placeOfAlarm(subject: string): AlarmPlace {
  if (Object.values<string>(COMPLETENESS_SUBJECTS).includes(subject)) return '/completeness';
  if (Object.values<string>(CAPTURE_SUBJECTS).includes(subject)) return '/telephony/capture';
  return subject.startsWith(SOURCE) ? '/telephony/sources' : '/processing';
}
