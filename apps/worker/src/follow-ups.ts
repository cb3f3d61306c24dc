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

  'webhook.pinged': (entry) => [{ job: 'deliver-webhooks', subjectId: detail(entry, 'endpointId') }],
  'webhook.replayed': (entry) => [{ job: 'deliver-webhooks', subjectId: detail(entry, 'endpointId') }],
  'webhook.endpoint_resumed': (entry) => [{ job: 'deliver-webhooks', subjectId: detail(entry, 'endpointId') }],

  'account.signed_in': nothing,
  'account.sign_in_refused': nothing,
  'account.signed_out': nothing,
  'account.second_factor_asked': nothing,
  'account.proof_refused': nothing,
  'account.stepped_up': nothing,
  'account.password_changed': nothing,
  'account.sessions_ended': nothing,
  'second_factor.enabled': nothing,
  'second_factor.disabled': nothing,
  'second_factor.removed': nothing,
  'recovery_codes.renewed': nothing,
  'token.created': nothing,
  'token.revoked': nothing,
  'account.created': nothing,
  'role.granted': nothing,
  'account.invited': nothing,
  'account.invitation_revoked': nothing,
  'account.invitation_refused': nothing,
  'account.opened': nothing,
  'account.closed': nothing,
  'person.created': nothing,
  'person.changed': nothing,
  'person.left': nothing,
  'person.returned': nothing,
  'staff.imported': nothing,
  'staff.exported': nothing,
  'role.proposed': nothing,
  'role.proposal_refused': nothing,
  'role.proposal_withdrawn': nothing,
  'role.removed': nothing,
  'company.profile_changed': nothing,
  'calendar.imported': nothing,
  'client.created': nothing,
  'client.renamed': nothing,
  'client.closed': nothing,
  'team.created': nothing,
  'team.renamed': nothing,
  'team.moved': nothing,
  'team.closed': nothing,
  'extension.assigned': nothing,
  'extension.released': nothing,
  'extension_map.imported': nothing,
  'notice.published': nothing,
  'notice.acknowledged': nothing,
  'grant.published': nothing,
  'call.known': nothing,
  'consent.decided': nothing,
  'call.not_recorded': nothing,
  'checklist.published': nothing,
  'checklist.scored': nothing,
  'scorecard.counted': nothing,
  'call.needs_attention': nothing,
  'call.retried': nothing,
  'call.given_up': nothing,
  'play.opened': nothing,
  'play.closed': nothing,
  'transcript.read': nothing,
  'calls.export_started': nothing,
  'calls.exported': nothing,
  'view.shared': nothing,
  'view.unshared': nothing,
  'sound.sent_out': nothing,
  'write.abandoned': nothing,
  'webhook.endpoint_created': nothing,
  'webhook.endpoint_changed': nothing,
  'webhook.endpoint_paused': nothing,
  'webhook.endpoint_removed': nothing,
  'webhook.secret_rotated': nothing,
} as const satisfies Record<EventName, FollowUp>;
