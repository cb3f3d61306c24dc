import { DataSource, type EntityManager } from 'typeorm';
import { type EventName } from '#contracts';

/** A committed entry whose follow-ups are to be set off. */
export interface CommittedEntry {
  id: string;
  event: EventName;
  at: Date;
  callId: string | null;
  actorPersonId: string | null;
  details: Record<string, unknown>;
}

/** Opens what entries set off, in the relay's transaction and for all of them at once. @returns what to publish once that has committed */
export type FollowUps<T> = (tx: EntityManager, entries: readonly CommittedEntry[]) => Promise<T[]>;

const BATCH = 200;

/**
 * Takes markers of committed entries, never "everything after id N": an entry may commit after one with a higher id. Marker and
 * follow-up change in one transaction, so a crash repeats or completes both; several relays share the markers without waiting.
 *
 * @returns what the follow-ups opened, and whether more markers are waiting
 */
export async function relayOnce<T>(
  source: DataSource,
  followUps: FollowUps<T>,
): Promise<{ opened: T[]; more: boolean }> {
  return source.transaction(async (tx) => {
    const [taken] = await tx.query<[{ entry_id: string }[], number]>(
      `delete from journal_pending where purpose = 'follow_up' and entry_id = any(array(
         select entry_id from journal_pending where purpose = 'follow_up' order by entry_id limit $1 for update skip locked
       )) returning entry_id`,
      [BATCH],
    );
    if (taken.length === 0) return { opened: [], more: false };
    const entries: CommittedEntry[] = await tx.query(
      `select id, event, at, call_id as "callId", actor_person_id as "actorPersonId", coalesce(details, '{}') as details
       from journal_entry left join journal_detail on entry_id = id where id = any($1) order by id`,
      [taken.map((row) => row.entry_id)],
    );
    return { opened: await followUps(tx, entries), more: taken.length === BATCH };
  });
}
