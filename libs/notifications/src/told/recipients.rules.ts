import { type EventName, type NotificationKind } from '#contracts';

/**
 * Groups of people that a request concerns. `deciders`: approvers who may decide it, so nobody recorded or of a recorded team.
 * `decided`: who has decided in it. `approvers`, `auditors`: everybody whose role reaches its whole list. `supervisors`: of a recorded team.
 * `administrators`: all of them, whatever it is about. Of a person whose rights wait: the `person`, `role_approvers` whose right reaches
 * their team, and `other_administrators`. Of a standing grant, `grant_legal`: people of legal who may renew it; `grant_holders`: who works by it.
 */
export type Group =
  | 'requester'
  | 'deciders'
  | 'decided'
  | 'approvers'
  | 'auditors'
  | 'supervisors'
  | 'administrators'
  | 'person'
  | 'role_approvers'
  | 'other_administrators'
  | 'grant_legal'
  | 'grant_holders';

export interface Telling {
  kind: NotificationKind;
  to: readonly Group[];
}

const ALARM: readonly Telling[] = [
  { kind: 'opened', to: ['approvers', 'auditors'] },
  { kind: 'team_opened', to: ['supervisors'] },
];

const CONCERNED: readonly Group[] = ['grant_legal', 'grant_holders'];

/** Who is told of what. An event that is not here is told to nobody; whoever acted knows already. Of several kinds a person gets the first. */
const TELLINGS: Partial<Record<EventName, readonly Telling[]>> = {
  'legal_request.submitted': [{ kind: 'submitted', to: ['deciders'] }],
  'legal_request.agreed': [{ kind: 'agreed', to: ['requester', 'deciders'] }],
  'legal_request.approved': [{ kind: 'approved', to: ['requester', 'decided'] }],
  'legal_request.rejected': [{ kind: 'rejected', to: ['requester', 'decided'] }],
  'legal_request.asked_back': [{ kind: 'asked_back', to: ['requester'] }],
  'legal_request.answered': [{ kind: 'answered', to: ['deciders'] }],
  'legal_request.withdrawn': [{ kind: 'withdrawn', to: ['deciders'] }],
  'legal_request.expired': [{ kind: 'expired', to: ['requester', 'deciders'] }],
  'request_grant.revoked': [{ kind: 'revoked', to: ['requester', 'decided'] }],
  'request_grant.used_up': [{ kind: 'used_up', to: ['requester'] }],
  'grant.ending': [{ kind: 'grant_ending', to: CONCERNED }],
  'grant.ended': [{ kind: 'grant_ended', to: CONCERNED }],
  'grant.revoked': [{ kind: 'grant_revoked', to: CONCERNED }],
  'alarm.raised': [{ kind: 'alarm_raised', to: ['administrators'] }],
  'alarm.cleared': [{ kind: 'alarm_cleared', to: ['administrators'] }],
  'rights.suspended': [
    { kind: 'rights_suspended', to: ['person'] },
    { kind: 'rights_wait', to: ['role_approvers'] },
  ],
  'rights.confirmed': [{ kind: 'rights_confirmed', to: ['person'] }],
  'break_glass.opened': ALARM,
  'break_glass.reviewed': [{ kind: 'reviewed', to: ['requester', 'auditors'] }],
  'break_glass.review_overdue': [{ kind: 'review_overdue', to: ['requester', 'approvers', 'auditors'] }],
};

/** By a command on the machine somebody was let in whom nobody in the product had let in: whoever keeps it hears of that first. */
const WAY_IN_RESET: Telling = { kind: 'way_in_reset', to: ['other_administrators'] };

export function tellingsOf(event: EventName, details: Record<string, unknown> = {}): readonly Telling[] {
  const tellings = TELLINGS[event] ?? [];
  return event === 'rights.suspended' && details['cause'] === 'way_in_reset' ? [WAY_IN_RESET, ...tellings] : tellings;
}

/** One telling for a person: the first that reaches them. Whoever acted is left out. */
export function oncePerPerson<T extends { personId: string }>(found: readonly T[], actor: string | null): T[] {
  const told = new Set(actor === null ? [] : [actor]);
  return found.filter(({ personId }) => !told.has(personId) && told.add(personId));
}
