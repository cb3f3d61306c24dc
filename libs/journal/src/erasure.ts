/*
 * Erasing personal detail from the journal, as the owner of the database: the running product cannot.
 *   1. Details and their salt go, of entries that are sealed and whose follow-ups have been set off; nothing reads them afterwards.
 *   2. In the same transaction an entry names the entries and the reason. The chain holds the commitments and still verifies.
 * Ids stay in the chain: who acted, and about which call. Who an id was is told by other tables, which are erased by their own rules.
 */
import { type DataSource, type EntityManager } from 'typeorm';
import { type EventDetails } from '#contracts';
import { type JournalService } from './journal.service.js';

/** Whose details: of entries about a call, of entries that a person made or that tell of them, or of one entry. */
export type Erasable = { callId: string } | { personId: string } | { entryId: string };
export type ErasureReason = EventDetails<'journal.details_erased'>['reason'];

/** One entry of the journal names at most so many. */
const AT_ONCE = 500;

/** @returns how many entries lost their details; run again it finds nothing */
export async function eraseDetails(
  owner: DataSource,
  journal: JournalService,
  which: Erasable,
  reason: ErasureReason,
): Promise<number> {
  return owner.transaction(async (tx) => {
    let erased = 0;
    for (let batch = AT_ONCE; batch === AT_ONCE; erased += batch) {
      const entryIds = await eraseBatch(tx, which);
      batch = entryIds.length;
      if (batch > 0) await journal.append(tx, 'journal.details_erased', { entryIds, reason });
    }
    return erased;
  });
}

async function eraseBatch(tx: EntityManager, which: Erasable): Promise<string[]> {
  const [condition, value] = conditionOf(which);
  const [rows] = await tx.query<[{ entry_id: string }[], number]>(
    `delete from journal_detail where entry_id in (
       select journal_entry.id from journal_entry join journal_detail on entry_id = journal_entry.id
       where ${condition} and event <> 'journal.details_erased'
         and not exists (select from journal_pending where journal_pending.entry_id = journal_entry.id)
       limit $2
     ) returning entry_id`,
    [value, AT_ONCE],
  );
  return rows.map(({ entry_id: id }) => id);
}

function conditionOf(which: Erasable): [string, string] {
  if ('callId' in which) return ['call_id = $1::uuid', which.callId];
  if ('entryId' in which) return ['journal_entry.id = $1::uuid', which.entryId];
  return [`(actor_person_id = $1::uuid or details->>'personId' = $1::uuid::text)`, which.personId];
}
