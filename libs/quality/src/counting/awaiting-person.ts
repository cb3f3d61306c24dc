import { type EntityManager } from 'typeorm';
import { newId } from '#platform';
import { type Scorecard } from '../scorecard.entity.js';
import { waitingItems, waitsWhole } from './waiting.rules.js';

/**
 * Makes the open rows of a leg and checklist those that its shown card asks for: the counting one, or else the newest. A row that stays keeps
 * its age and its claim. A call that a person set aside waits for no one until it has other words.
 *
 * @param tx the transaction that filed the card or moved the pointer, holding the lock of the call
 */
export async function queueForPeople(tx: EntityManager, shown: Scorecard, now: Date): Promise<void> {
  const { legId, checklistId, id: scorecardId, items } = shown;
  const whole = waitsWhole(items);
  const aside = whole && (await isSetAside(tx, shown));
  const waiting = aside ? [] : waitingItems(items);
  const answered = items.filter(({ source }) => source === 'human').map(({ itemId }) => itemId);
  await tx.query(
    `update awaiting_person set closed_at = $4, closed_why = case when item_id = any($5) then 'answered' when $6 then 'set_aside' else 'superseded' end,
       claimed_by_person_id = null, claimed_until = null
     where leg_id = $1 and checklist_id = $2 and closed_at is null and item_id <> all($3)`,
    [legId, checklistId, waiting.map(({ itemId }) => itemId), now, answered, aside],
  );
  for (const { itemId, reason, atMs } of waiting) {
    await tx.query(
      `insert into awaiting_person (id, leg_id, checklist_id, item_id, scorecard_id, reason, at_ms, opened_at, whole)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (leg_id, checklist_id, item_id) where closed_at is null
       do update set scorecard_id = excluded.scorecard_id, reason = excluded.reason, at_ms = excluded.at_ms, whole = excluded.whole`,
      [newId(), legId, checklistId, itemId, scorecardId, reason, atMs, now, whole],
    );
  }
}

async function isSetAside(tx: EntityManager, { legId, transcriptId }: Scorecard): Promise<boolean> {
  const found: unknown[] = await tx.query(
    'select 1 from set_aside where leg_id = $1 and transcript_id = $2 and taken_back_at is null',
    [legId, transcriptId],
  );
  return found.length > 0;
}
