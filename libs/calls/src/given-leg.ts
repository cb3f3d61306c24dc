import { type EntityManager } from 'typeorm';

/** Two people say who took a leg: from now on that is known, too. The leg's agent is written with what else was corrected. */
export async function takenBy(tx: EntityManager, { id, personId }: { id: string; personId: string }): Promise<void> {
  await tx.query('update leg set taken_by_person_id = $2 where id = $1 and taken_by_person_id <> $2', [id, personId]);
}

/** A call that a person gave up goes on. */
export async function reopenGivenUp(tx: EntityManager, callId: string): Promise<void> {
  await tx.query('update call_give_up set reopened_at = now() where call_id = $1 and reopened_at is null', [callId]);
}
