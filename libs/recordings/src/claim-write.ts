import { type EntityManager } from 'typeorm';
import { ObjectWrite } from './stored-object.entity.js';

/**
 * Claims a write to take it back. Waits for a transaction that is recording the object, and shuts out every later one. An earlier claim,
 * of a process that was killed, is taken over.
 * @returns false when there is nothing to take back: the object was recorded, or taken back before
 */
export async function claimWrite(manager: EntityManager, objectId: string, now: Date): Promise<boolean> {
  const { affected } = await manager.update(ObjectWrite, objectId, { sweepingAt: now });
  return affected === 1;
}
