import { type EntityManager } from 'typeorm';

/*
 * Results that are kept from the agent whose leg it is, until they have scored it themselves (coaching asks for it). A row holds until its
 * time is over, so that nothing that is forgotten keeps a result from its agent. All that shows results asks `WithheldResults` of quality, which reads it.
 */

/** What is withheld, from whom, and until when. `evaluationId`: the agent's own scoring that is waited for. */
export interface WithheldScore {
  readonly evaluationId: string;
  readonly legId: string;
  readonly personId: string;
  readonly until: Date;
}

export async function withholdScore(tx: EntityManager, one: WithheldScore): Promise<void> {
  await tx.query('insert into withheld_score (evaluation_id, leg_id, person_id, until) values ($1, $2, $3, $4)', [
    one.evaluationId,
    one.legId,
    one.personId,
    one.until,
  ]);
}

/** Shows the result again, at once. */
export async function showScore(tx: EntityManager, evaluationId: string): Promise<void> {
  await tx.query('delete from withheld_score where evaluation_id = $1', [evaluationId]);
}

/** What is withheld now, as `person_id` and `leg_id`. */
export const WITHHELD_SCORES = 'select person_id, leg_id from withheld_score where until > now()';

/** The legs whose results a person does not see now: most people none, an agent a few. */
export async function withheldLegs(tx: Pick<EntityManager, 'query'>, personId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct leg_id as id from (${WITHHELD_SCORES}) withheld where person_id = $1`,
    [personId],
  );
  return rows.map(({ id }) => id);
}
