import { type EntityManager } from 'typeorm';
import { type ErasedRows } from '#recordings';

const OF_RECORDING = 'select id from transcript where recording_id = $1';

/**
 * Takes the places of promises in a recording's words out of the database, and what people wrote of them. Owners and due times stay.
 *
 * @returns how many rows
 */
export async function eraseCommitments(tx: EntityManager, recordingId: string): Promise<ErasedRows> {
  const run = async (sql: string): Promise<number> => (await tx.query<[unknown[], number]>(sql, [recordingId]))[1];
  // A place below zero is none; it keeps the rows apart that were in different places.
  const commitments = await run(
    `update commitment set turn = -numbered.n, from_char = 0, to_char = 0, from_ms = 0, to_ms = 0,
       time_turn = null, time_from_char = null, time_to_char = null, erased_at = now()
     from (select id, row_number() over (order by id)::int as n from commitment where transcript_id in (${OF_RECORDING})) numbered
     where numbered.id = commitment.id and erased_at is null`,
  );
  await run(
    `update commitment_event set note = null where note is not null and commitment_id in (
       select id from commitment where transcript_id in (${OF_RECORDING}))`,
  );
  return { commitments };
}

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
