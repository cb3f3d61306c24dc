import { type EntityManager } from 'typeorm';
import { ConsentDecision } from './consent-decision.entity.js';

/** The order of decisions, the last first; of two at one time the stricter, so that no recording rests on which of them was written first. */
export const LAST_FIRST = { decidedAt: 'DESC', mayRecord: 'ASC', id: 'DESC' } as const;

/** What was decided last of a call. */
export const lastDecision = (tx: EntityManager, callId: string): Promise<ConsentDecision> =>
  tx.findOneOrFail(ConsentDecision, { where: { callId }, order: LAST_FIRST });
