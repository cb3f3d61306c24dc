import { type EntityManager } from 'typeorm';
import { type Call } from './call.entity.js';
import { Leg } from './leg.entity.js';

/** Whether calls were taken in the team. */
export const teamHasCalls = (tx: EntityManager, teamId: string): Promise<boolean> => tx.existsBy(Leg, { teamId });

/** A leg whose agent is known: the database lets no other be recorded, so that only these are heard, judged and corrected. */
export type AgentLeg = Leg & { personId: string; takenByPersonId: string; teamId: string };

/** @throws RangeError for a leg that can have no recording */
export function agentLeg(leg: Leg): AgentLeg {
  if (leg.personId === null || leg.teamId === null) throw new RangeError(`Leg ${leg.id} has no agent`);
  return leg as AgentLeg;
}

/** The direction of a call that has recordings, or may have some: the consent gate asked for it. @throws RangeError for another */
export function directionOf({ id, direction }: Call): NonNullable<Call['direction']> {
  if (direction === null) throw new RangeError(`Call ${id} has no direction`);
  return direction;
}

/** Two people say who took a leg: from now on that is known, too. The leg's agent is written with what else was corrected. */
export async function takenBy(tx: EntityManager, { id, personId }: { id: string; personId: string }): Promise<void> {
  await tx.query('update leg set taken_by_person_id = $2 where id = $1 and taken_by_person_id <> $2', [id, personId]);
}

/** A call that a person gave up goes on. */
export async function reopenGivenUp(tx: EntityManager, callId: string): Promise<void> {
  await tx.query('update call_give_up set reopened_at = now() where call_id = $1 and reopened_at is null', [callId]);
}
