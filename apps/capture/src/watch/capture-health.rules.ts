import { CAPTURE_SUBJECTS, type AlarmKind } from '#contracts';

/** How capturing is. Times are milliseconds since 1970; null: not since the process began. */
export interface CaptureHealth {
  /** When a call was refused because no more fit. */
  readonly refusedAt: number | null;
  /** Of the spool's limit. */
  readonly spoolShare: number;
  readonly keysReady: number;
  /** When the disk of the spool last failed. */
  readonly diskFailedAt: number | null;
}

export interface WatchedCapture {
  readonly subject: string;
  readonly kind: AlarmKind | null;
  readonly code: null;
}

/** A busy hour is one alarm, not one for each call. */
const FULL_FOR_MS = 10 * 60_000;
/** What fails is tried again twice in a second. */
const DISK_FAILS_FOR_MS = 60_000;
/** Before calls are refused, there is time to do something. */
const SPOOL_LOW = 0.75;

/** What administrators are told of, or that it is well again. */
export function watchedOf(
  { refusedAt, spoolShare, keysReady, diskFailedAt }: CaptureHealth,
  now: number,
): WatchedCapture[] {
  const within = (at: number | null, ms: number): boolean => at !== null && now - at < ms;
  const { calls, spool, keys, disk } = CAPTURE_SUBJECTS;
  const told: [string, AlarmKind, boolean][] = [
    [calls, 'capture_full', within(refusedAt, FULL_FOR_MS)],
    [spool, 'capture_spool_low', spoolShare >= SPOOL_LOW],
    [keys, 'capture_keys_out', keysReady === 0],
    [disk, 'capture_disk', within(diskFailedAt, DISK_FAILS_FOR_MS)],
  ];
  return told.map(([subject, kind, is]) => ({ subject, kind: is ? kind : null, code: null }));
}
