import { type EventName, type JobName } from '#contracts';
import { type CommittedEntry } from '#journal';

/** One job that an event sets off, and what it works on. */
export interface NextJob {
  job: JobName;
  subjectId: string;
}

type FollowUp = (entry: CommittedEntry) => NextJob[];

const nothing: FollowUp = () => [];
const detail = (entry: CommittedEntry, name: string): string => String(entry.details[name]);

/** What each event sets off. A new event does not compile until somebody has decided. */
export const FOLLOW_UPS = {
  'recording.captured': (entry) => [{ job: 'seal-recording', subjectId: detail(entry, 'recordingId') }],
  'recording.sealed': (entry) => [{ job: 'transcribe-recording', subjectId: detail(entry, 'recordingId') }],
  'transcript.ready': (entry) => [{ job: 'score-leg', subjectId: detail(entry, 'legId') }],

  'account.signed_in': nothing,
  'account.sign_in_refused': nothing,
  'account.signed_out': nothing,
  'account.created': nothing,
  'role.granted': nothing,
  'grant.published': nothing,
  'call.known': nothing,
  'consent.decided': nothing,
  'call.not_recorded': nothing,
  'checklist.published': nothing,
  'checklist.scored': nothing,
  'scorecard.counted': nothing,
  'call.needs_attention': nothing,
  'call.retried': nothing,
  'play.opened': nothing,
  'play.closed': nothing,
  'transcript.read': nothing,
  'write.abandoned': nothing,
} as const satisfies Record<EventName, FollowUp>;
