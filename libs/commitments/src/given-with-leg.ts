import { type EntityManager } from 'typeorm';

/** The agent's promises become those of the person whose leg it turned out to be. */
export async function giveCommitments(
  tx: EntityManager,
  { id, personId, teamId }: { id: string; personId: string; teamId: string },
): Promise<void> {
  await tx.query(
    `update commitment set owner_person_id = $2, team_id = $3, client_id = team.client_id from team where leg_id = $1 and team.id = $3`,
    [id, personId, teamId],
  );
}
