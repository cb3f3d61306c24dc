import { delegableWorkSchema, type DelegableWork, type Permission } from '#contracts';
import { PERMISSIONS, scopeOf, type HeldRole } from '../permissions.rules.js';

/** What one needs to see of a call to do such work. */
const CALL = [
  'calls.read',
  'transcripts.read',
  'scorecards.read',
  'audio.play',
  'calls.journal.read',
  'checklists.read',
] as const satisfies readonly Permission[];

interface Delegable {
  /** Who holds none of these has no such work to hand over. */
  does: readonly Permission[];
  sees: readonly Permission[];
}

/**
 * What a deputy may do for each kind of work, where the person who is away may. A list of what is allowed: agreeing to roles, emergency openings,
 * requests in one's own name, standing grants, keys, holds, retention, redaction and everything about people are not on it.
 */
export const DELEGABLE: Record<DelegableWork, Delegable> = {
  approvals: {
    does: ['legal.decide', 'checklists.publish'],
    sees: ['calls.read', 'calls.journal.read', 'legal.read', 'legal.oversee', 'checklists.read', 'scorecards.backtest'],
  },
  disputes: { does: ['disputes.decide', 'disputes.decide_last'], sees: ['disputes.read', ...CALL] },
  reviews: { does: ['scorecards.judge'], sees: CALL },
  promises: { does: ['commitments.answer', 'commitments.oversee'], sees: ['commitments.read', ...CALL] },
  coaching: { does: ['coaching.lead'], sees: ['coaching.read', ...CALL] },
  messages: { does: [], sees: [] },
};

const managing = (held: readonly HeldRole[]) => held.filter(({ role }) => role !== 'agent');

/** Work that a person with these roles can hand over: what agents do is theirs alone. */
export function worksOf(held: readonly HeldRole[]): DelegableWork[] {
  const roles = managing(held);
  if (roles.length === 0) return [];
  return delegableWorkSchema.options.filter(
    (work) =>
      work === 'messages' ||
      DELEGABLE[work].does.some((one) => roles.some(({ role }) => PERMISSIONS[role].includes(one))),
  );
}

/** A role of the person who is away; `confirmed`: a second person agreed that the deputy acts by it. */
export interface AbsentRole extends HeldRole {
  confirmed: boolean;
}

/**
 * What the deputy may do in the absent person's place: what that person may, of this work, and where no second person confirmed it, what the
 * deputy may do as themselves.
 */
export function delegated(
  absent: readonly AbsentRole[],
  works: readonly DelegableWork[],
  deputy: { held: readonly HeldRole[]; personId: string },
): HeldRole[] {
  const handed = new Set<Permission>(works.flatMap((work) => [...DELEGABLE[work].does, ...DELEGABLE[work].sees]));
  return managing(absent).flatMap((one) => {
    const { role, teamId, clientId = null, confirmed } = one as AbsentRole;
    const wanted = PERMISSIONS[role].filter((permission) => handed.has(permission));
    const only = confirmed ? wanted : wanted.filter((permission) => hasToo(permission, one, deputy));
    return only.length === 0 ? [] : [{ role, teamId, clientId, only }];
  });
}

/** Whether the deputy can do all of it only with a second person's confirmation. */
export function needsConfirmation(
  absent: readonly HeldRole[],
  works: readonly DelegableWork[],
  deputy: { held: readonly HeldRole[]; personId: string },
): boolean {
  const count = (held: readonly HeldRole[]) => held.reduce((sum, { only = [] }) => sum + only.length, 0);
  const as = (confirmed: boolean) =>
    delegated(
      absent.map((one) => ({ ...one, confirmed })),
      works,
      deputy,
    );
  return count(as(false)) < count(as(true));
}

/**
 * Of what work a deputy is told whom no second person has confirmed: what they may do without. What is told beside a work goes to them where none of
 * it waits for a confirmation.
 */
export function toldOf(
  absent: readonly HeldRole[],
  works: readonly DelegableWork[],
  deputy: { held: readonly HeldRole[]; personId: string },
): DelegableWork[] {
  const waits = (some: readonly DelegableWork[]) => needsConfirmation(absent, some, deputy);
  return works.filter((work) => !waits(work === 'messages' ? works : [work]));
}

/** Sound and words are opened to roles by standing grants: another role of the deputy's may open less of them. */
const OPENED_TO_ROLES: readonly Permission[] = ['audio.play', 'transcripts.read'];

function hasToo(
  permission: Permission,
  { role, teamId }: HeldRole,
  { held, personId }: { held: readonly HeldRole[]; personId: string },
): boolean {
  const own = OPENED_TO_ROLES.includes(permission) ? held.filter((one) => one.role === role) : held;
  const scope = scopeOf(permission, own, personId);
  return scope.kind === 'all' || (scope.kind === 'some' && teamId !== null && scope.teamIds.includes(teamId));
}
