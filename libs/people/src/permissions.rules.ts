import { type Permission, type Role } from '#contracts';

/**
 * What each role may do. Administrators never hear or read content; an agent's rights reach their own legs only. What is not
 * named here is refused.
 */
export const PERMISSIONS: Record<Role, readonly Permission[]> = {
  agent: [
    'calls.read',
    'reports.read',
    'transcripts.read',
    'scorecards.read',
    'audio.play',
    'calls.journal.read',
    'checklists.read',
    'commitments.read',
    'live_calls.control',
    'commitments.answer',
    'disputes.read',
    'disputes.file',
    'coaching.read',
    'coaching.answer',
    'best_calls.read',
  ],
  supervisor: [
    'calls.read',
    'floor.read',
    'floor.answer',
    'live_calls.control',
    'live_calls.listen',
    'live_calls.choose_words',
    'reports.read',
    'sampling.progress',
    'calls.export',
    'views.share',
    'calls.retry',
    'calls.give_up',
    'calls.correct',
    'transcripts.read',
    'transcripts.correct',
    'scorecards.read',
    'scorecards.judge',
    'reviews.assign',
    'audio.play',
    'calls.journal.read',
    'checklists.read',
    'commitments.read',
    'commitments.answer',
    'commitments.oversee',
    'disputes.read',
    'disputes.decide',
    'coaching.read',
    'coaching.lead',
    'best_calls.read',
    'best_calls.manage',
    'recertification.read',
    'recertification.answer',
    'completeness.read',
    'completeness.mend',
  ],
  quality_analyst: [
    'calls.read',
    'reports.read',
    'sampling.progress',
    'transcripts.read',
    'transcripts.correct',
    'scorecards.read',
    'scorecards.judge',
    'audio.play',
    'calls.journal.read',
    'checklists.read',
    // The second person of four eyes: analysts publish what others wrote, see what it would change, and write nothing.
    'checklists.publish',
    'scorecards.backtest',
    'commitments.read',
    'disputes.read',
    'best_calls.read',
  ],
  quality_manager: [
    'calls.ingest',
    'calls.read',
    'floor.read',
    'live_calls.listen',
    'reports.read',
    'sampling.progress',
    'reports.send',
    'calls.export',
    'views.share',
    'calls.retry',
    'calls.give_up',
    'calls.correct',
    'processing.read',
    'transcripts.read',
    'transcripts.correct',
    'transcripts.rehear',
    'scorecards.read',
    'scorecards.judge',
    'reviews.assign',
    'scorecards.rescore',
    'scorecards.backtest',
    'redaction.manage',
    'redaction.decide',
    'audio.play',
    'calls.journal.read',
    'checklists.read',
    'checklists.edit',
    'checklists.publish',
    'commitments.read',
    'disputes.read',
    'disputes.decide',
    'disputes.decide_last',
    'coaching.read',
    'coaching.lead',
    'best_calls.read',
    'best_calls.manage',
    'quality.settings',
    'calibrations.manage',
    'sampling.read',
    'sampling.manage',
    'completeness.read',
    'completeness.mend',
  ],
  legal_requester: [
    'calls.read',
    'calls.journal.read',
    'audio.play',
    'legal.read',
    'legal.cases',
    'legal.request',
    'legal.break_glass',
    'grants.read',
    'grants.propose',
    'grants.revoke',
    'holds.read',
    'holds.place',
    'retention.read',
    'data_requests.read',
    'data_requests.manage',
  ],
  legal_approver: [
    'calls.read',
    'calls.journal.read',
    'roles.approve',
    'redaction.manage',
    'legal.read',
    'legal.cases',
    'legal.oversee',
    'legal.decide',
    'grants.read',
    'grants.propose',
    'grants.publish',
    'grants.revoke',
    'holds.read',
    'holds.place',
    'holds.release',
    'retention.read',
    'retention.manage',
    'data_requests.read',
    'data_requests.manage',
    'data_requests.decide',
  ],
  auditor: [
    'calls.read',
    'reports.read',
    'sampling.progress',
    'calls.export',
    'calls.journal.read',
    'checklists.read',
    'legal.read',
    'legal.oversee',
    'grants.read',
    'journal.read',
    'sampling.read',
    'holds.read',
    'retention.read',
    'data_requests.read',
    'recertification.read',
    'recertification.report',
    'completeness.read',
  ],
  administrator: [
    'calls.ingest',
    'reports.send',
    'processing.read',
    'company.manage',
    'people.manage',
    'people.provision',
    'roles.approve',
    'walls.manage',
    'tokens.manage',
    'webhooks.manage',
    'redaction.manage',
    'holds.read',
    'retention.read',
    'retention.manage',
    'retention.confirm_clock',
    'recertification.read',
    'recertification.answer',
    'recertification.manage',
    'recertification.report',
    'completeness.read',
    'completeness.mend',
    'completeness.manage',
  ],
};

/** A role as it was given: for one team, or for every team when `teamId` is null. */
export interface HeldRole {
  role: Role;
  teamId: string | null;
  /** The client for whose teams the role was given: one such role is one of these for each team that the client has now. */
  clientId?: string | null;
  /** Of a token: nothing of the role but these. */
  only?: readonly Permission[];
}

/** Does this role, as far as it is narrowed, give the permission? */
export const gives = ({ role, only }: HeldRole, permission: Permission): boolean =>
  PERMISSIONS[role].includes(permission) && (only === undefined || only.includes(permission));

/** Which legs a permission reaches: every one, or those of some teams, or of the person; `none` refuses. */
export type Scope =
  | { kind: 'none' }
  | { kind: 'all' }
  | { kind: 'some'; teamIds: readonly string[]; ownPersonId: string | null };

/** The union of what all held roles reach with this permission. */
export function scopeOf(permission: Permission, held: readonly HeldRole[], personId: string): Scope {
  const granting = held.filter((one) => gives(one, permission));
  if (granting.length === 0) return { kind: 'none' };
  const wide = granting.filter(({ role }) => role !== 'agent');
  if (wide.some(({ teamId }) => teamId === null)) return { kind: 'all' };
  const teamIds = [...new Set(wide.map(({ teamId }) => teamId as string))].sort();
  return { kind: 'some', teamIds, ownPersonId: granting.some(({ role }) => role === 'agent') ? personId : null };
}

/** How far a person’s right reaches over other people and their roles. */
export interface RightReach {
  /** Teams whose people it reaches; null: all. */
  within: readonly string[] | null;
  /** Clients that it was given for as a whole: a team that one of them gets later is reached too. */
  clients: readonly string[];
}

export function reachOf(permission: Permission, held: readonly HeldRole[], personId: string): RightReach {
  const scope = scopeOf(permission, held, personId);
  if (scope.kind === 'all') return { within: null, clients: [] };
  const clients = held.filter((one) => gives(one, permission)).flatMap(({ clientId }) => clientId ?? []);
  return { within: scope.kind === 'none' ? [] : scope.teamIds, clients: [...new Set(clients)] };
}

/** Does the scope reach a leg of this person in this team? A leg without either is reached by who reaches every team. */
export function reaches(scope: Scope, leg: { personId: string | null; teamId: string | null }): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'none') return false;
  const ofTeam = leg.teamId !== null && scope.teamIds.includes(leg.teamId);
  return ofTeam || (leg.personId !== null && scope.ownPersonId === leg.personId);
}

/** Every permission that an account holds in any scope, for screens. */
export const permissionsOf = (held: readonly HeldRole[]): Permission[] => [
  ...new Set(held.flatMap((one) => PERMISSIONS[one.role].filter((permission) => gives(one, permission)))),
];
