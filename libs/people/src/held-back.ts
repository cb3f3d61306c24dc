import { type EntityManager } from 'typeorm';
import { type SuspensionCause } from '#contracts';
import { type JournalService } from '#journal';

/** What holds roles of a person back at this moment; null where nothing does. */
export async function heldBack(
  tx: EntityManager,
  personId: string,
): Promise<{ suspensionId: string; accountId: string; cause: SuspensionCause } | null> {
  const [row]: { suspensionId: string; accountId: string; cause: SuspensionCause }[] = await tx.query(
    `select id as "suspensionId", account_id as "accountId", cause from suspension_in_force where person_id = $1 order by caused_at desc limit 1`,
    [personId],
  );
  return row ?? null;
}

/** Journals that rights of a person begin to wait, where they do: those concerned and those who may confirm are told by it. */
export async function noteHeldBack(tx: EntityManager, journal: JournalService, personId: string): Promise<void> {
  const held = await heldBack(tx, personId);
  if (held) await journal.append(tx, 'rights.suspended', { ...held, personId });
}
