import { correctionRefusals } from './correction-refusals.js';
import { type EntityManager } from 'typeorm';

interface Parts {
  own: boolean;
  disputed: boolean;
}

/** What a person, or one for whom they deputise, is to a call; the database's own refusals ask the same. */
export async function partsIn(tx: EntityManager, personId: string, callId: string, now: Date): Promise<Parts> {
  const [parts]: Parts[] = await tx.query(
    'select took_the_call($1, $2, $3) as own, has_part_in_open_dispute($1, $2, $3) as disputed',
    [callId, personId, now],
  );
  if (!parts) throw new Error('a select without a table has one row');
  return parts;
}

/** @throws DomainError `correct_own_call`, `correct_disputed_call` */
export async function mayCorrect(tx: EntityManager, personId: string, callId: string, now: Date): Promise<void> {
  const { own, disputed } = await partsIn(tx, personId, callId, now);
  if (own) throw correctionRefusals.correct_own_call();
  if (disputed) throw correctionRefusals.correct_disputed_call();
}

/** Whether two persons are one in what takes two: the same, or a deputy and who is away. */
export async function areOne(tx: EntityManager, one: string, other: string, now: Date): Promise<boolean> {
  const [row]: { one: boolean }[] = await tx.query('select $2::uuid in (select counts_as($1, $3)) as one', [
    one,
    other,
    now,
  ]);
  return row?.one === true;
}
