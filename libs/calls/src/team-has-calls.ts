import { type EntityManager } from 'typeorm';
import { Leg } from './leg.entity.js';

/** Whether calls were taken in the team. */
export const teamHasCalls = (tx: EntityManager, teamId: string): Promise<boolean> => tx.existsBy(Leg, { teamId });
