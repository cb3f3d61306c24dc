import { type Call } from './call.entity.js';
import { type Leg } from './leg.entity.js';

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
