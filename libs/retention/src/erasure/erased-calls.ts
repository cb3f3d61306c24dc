/*
 * What is known of a person on a call, once two people agreed to erase it
 *   The mask of the customer, the matter, and what corrections and notes say of the call are emptied with the last recording, by a function
 *   of the database that asks whether it was agreed to. The certificate lists it.
 *   The schedule alone empties none of that: it says how long sound is kept, and who asks for erasure later is found by the mask.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Emptied } from '#contracts';
import { forgetNumbers, rowsOfCall } from '#calls';
import { eraseGapsOfCalls } from '#completeness';
import { JournalService } from '#journal';
import { eraseRecords, type ErasedRecords } from '#telephony';
/** Read in one go. */
const AT_ONCE = 200;

/** Whether what is known of the person on a call was erased: nothing of it is written there again. */
export async function isPersonErased(tx: EntityManager, callId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from call_erasure where call_id = $1 and of_customer', [callId]);
  return rows.length > 0;
}

@Injectable()
export class ErasedCalls {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @returns what was emptied, now or before; null where no agreed erasure is about it, or something of it is still kept */
  async empty(tx: EntityManager, callId: string): Promise<Emptied | null> {
    const [row]: { emptied: Emptied | null; fresh: boolean }[] = await tx.query(
      'select emptied, fresh from erase_known_of_call($1)',
      [callId],
    );
    if (!row?.emptied) return null;
    const [{ n = 0 } = {}]: { n?: number }[] = await tx.query('select erase_correction_proposals($1) as n', [callId]);
    const soundless = await callWithoutSound(tx, callId);
    const told = placesOf(await eraseRecords(tx, soundless), await forgetNumbers(tx, soundless));
    await eraseGapsOfCalls(tx, [callId]);
    const emptied = { ...row.emptied, ...(n > 0 && { 'correction.proposal': n }), ...told };
    if (row.fresh) await this.journal.append(tx, 'call.person_erased', { emptied }, { callId });
    return emptied;
  }

  /**
   * Calls without sound that a request names, those whose last recording went for another reason, and erasures of releases that left the
   * person on the call. @returns how many
   */
  async emptyDue(): Promise<number> {
    const due: { callId: string }[] = await this.source.query(
      `select listed.call_id as "callId" from (
         select request_id, call_id from data_request_recording where outcome in ('ordered', 'destroyed')
         union select request_id, call_id from data_request_call) listed
       join data_request on data_request.id = listed.request_id
       where kind <> 'access' and state in ('agreed', 'done')
         and not exists (select 1 from call_erasure where call_erasure.call_id = listed.call_id and (of_customer or of_agent))
         and not exists (select 1 from recording where recording.call_id = listed.call_id and destruction_started_at is null)
         and not exists (select 1 from custody_hold where custody_hold.call_id = listed.call_id and released_at is null)
       group by listed.call_id order by listed.call_id limit ${AT_ONCE}`,
    );
    for (const { callId } of due) await this.source.transaction((tx) => this.empty(tx, callId));
    return due.length;
  }
}

/** What telephone records told of a call without sound, which no certificate counts otherwise. */
const placesOf = (
  { telephonyRecords, toldFacts, customerKeys, callNames }: ErasedRecords,
  numbersOfLegs: number,
): Emptied =>
  Object.fromEntries(
    Object.entries({
      ...{ telephony_record: telephonyRecords, call_fact: toldFacts },
      ...{ 'call.customer_key': customerKeys, call_name: callNames, 'leg.number': numbersOfLegs },
    }).filter(([, n]) => n > 0),
  );

/** The rows of one call. None while a recording of any of them is left, whose records still tell of it. */
export async function callWithoutSound(tx: EntityManager, callId: string): Promise<string[]> {
  const ids = await rowsOfCall(tx, callId);
  const sound: unknown[] = await tx.query(
    'select 1 from recording where call_id = any($1) and destruction_started_at is null limit 1',
    [ids],
  );
  return sound.length > 0 ? [] : ids;
}
