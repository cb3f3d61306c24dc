import { type EventName, type NotificationKind } from '#contracts';

/**
 * Groups of people that a request concerns. `deciders`: approvers who may decide it, so nobody recorded or of a recorded team.
 * `decided`: who has decided in it. `approvers`, `auditors`: everybody whose role reaches its whole list. `supervisors`: of a recorded team.
 * `administrators`: all of them, whatever it is about.
 */
export type Group = 'requester' | 'deciders' | 'decided' | 'approvers' | 'auditors' | 'supervisors' | 'administrators';

export interface Telling {
  kind: NotificationKind;
  to: readonly Group[];
}

const ALARM: readonly Telling[] = [
  { kind: 'opened', to: ['approvers', 'auditors'] },
  { kind: 'team_opened', to: ['supervisors'] },
];

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
  'alarm.raised': [{ kind: 'alarm_raised', to: ['administrators'] }],
  'alarm.cleared': [{ kind: 'alarm_cleared', to: ['administrators'] }],
  'break_glass.opened': ALARM,
  'break_glass.reviewed': [{ kind: 'reviewed', to: ['requester', 'auditors'] }],
  'break_glass.review_overdue': [{ kind: 'review_overdue', to: ['requester', 'approvers', 'auditors'] }],
};

export const tellingsOf = (event: EventName): readonly Telling[] => TELLINGS[event] ?? [];

/** One telling for a person: the first that reaches them. Whoever acted is left out. */
export function oncePerPerson<T extends { personId: string }>(found: readonly T[], actor: string | null): T[] {
  const told = new Set(actor === null ? [] : [actor]);
  return found.filter(({ personId }) => !told.has(personId) && told.add(personId));
}
