/*
 * What is due becomes calls, a group of records that hang together in one transaction
 *   1. All records of the group are opened, also those that came long before, and folded by what is known of the house.
 *   2. Each call is the row that answers to one of its ids, or a new one; rows that turn out to be one call are joined.
 *   3. A call known only from records takes over what they say. For a call that the consent gate knows, see `known-by-records`.
 *   4. Every fact is kept with its record, and the records name their call.
 *   5. Legs that were judged by other facts, also of other legs, are judged again.
 * Records of a call that was destroyed or erased go at once.
 */
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  Call,
  CallFact,
  createFromRecords,
  forgetRecords,
  isKnownFromRecordsOnly,
  Leg,
  nameCall,
  updateFromRecords,
  rowsOfCall,
} from '#calls';
import { JournalService } from '#journal';
import { HoldService } from '#legal';
import { CompanyService } from '#people';
import { Clock, newId, tellProgress, WorkService, runInThread } from '#platform';
import { FactsOfLeg } from '#quality';
import { KeptRecords, SwitchboardNumbers, TelephonySourceRow, uuidOf } from '#telephony';
import { type FoldedCall, type TelephonyRecord } from '#telephony/rules';
import { rowsOf, type CallRows } from './call-rows.js';
import { toldCall, toldLegs, type ToldCall } from './folded-rows.rules.js';
import { KnownByRecords } from './known-by-records.service.js';
import { writeLegs, type WrittenLegs } from './leg-rows.js';
import { PlacedLegs } from './placed-legs.service.js';
import { readerOf } from './reader.js';
import { recordsOfCalls } from './records-of-calls.rules.js';
import { toldFacts } from './told-facts.rules.js';
import { foldQuestion, type FoldQuestion } from './fold-question.rules.js';

/** So many take some milliseconds; a call has a few dozen. */
const IN_PLACE = 200;

const work = {
  ...{ name: 'fold-records', beside: import.meta.url, inPlace: foldQuestion, wallMs: 120_000, memoryMb: 512 },
};

/** The calls that records tell of. Where thousands hang together, a thread folds them: they would hold the event loop for a second. @throws ThreadFailed */
export async function callsOf(
  { reader, settings, house }: Pick<TelephonySourceRow, 'reader' | 'settings' | 'house'>,
  records: readonly TelephonyRecord[],
): Promise<FoldedCall[]> {
  const question: FoldQuestion = { reader, settings, house, records };
  return records.length <= IN_PLACE ? work.inPlace(question) : runInThread(work, question);
}

@Injectable()
export class FoldedCalls {
  constructor(
    private readonly kept: KeptRecords,
    private readonly numbers: SwitchboardNumbers,
    private readonly places: PlacedLegs,
    private readonly known: KnownByRecords,
    private readonly judged: FactsOfLeg,
    private readonly company: CompanyService,
    private readonly work: WorkService,
    readonly journal: JournalService,
    readonly holds: HoldService,
    private readonly clock: Clock,
  ) {}

  /** Folds what hangs together with a record. @throws TooManyTogether where far more does than one call has */
  async fold(tx: EntityManager, of: TelephonySourceRow, recordId: string): Promise<void> {
    const records = await this.kept.together(tx, of.id, [recordId]);
    const reader = readerOf(of);
    const calls = await callsOf(of, records);
    const own = recordsOfCalls(calls, records, reader.keysOf);
    const taken = new Set<string>();
    await this.kept.settle(tx, of.id, records, null);
    for (const call of calls) {
      const its = own.get(call) ?? [];
      const callId = await this.call(tx, of, call, its, taken);
      if (callId === 'gone') await this.kept.forget(tx, of.id, its);
      else if (callId !== null) await this.kept.settle(tx, of.id, its, callId);
    }
  }

  /** @returns the row that it is; null where nothing says when it was */
  private async call(
    tx: EntityManager,
    of: TelephonySourceRow,
    call: FoldedCall,
    records: readonly TelephonyRecord[],
    taken: Set<string>,
  ): Promise<string | 'gone' | null> {
    const times = records.flatMap(({ at }) => at ?? []);
    const told = toldCall(call, times, this.clock.now());
    if (!told) return null;
    const named = { source: of.name, ids: call.ids };
    const rows =
      (await rowsOf(tx, { ...named, taken }, this, this.clock.now())) ?? (await this.enter(tx, of, call, told));
    const { id } = rows.call;
    for (const one of [id, ...rows.joined]) taken.add(one);
    const one = await rowsOfCall(tx, id);
    if (await isGone(tx, one)) {
      await forgetRecords(tx, one);
      return 'gone';
    }
    await nameCall(tx, id, named);
    const placed = await this.places.place(tx, of, toldLegs(call), told.startedAt);
    const legs = await writeLegs(tx, [id, ...rows.joined], placed, of.teamIds);
    for (const legId of legs.placed) await this.journal.append(tx, 'leg.placed', { legId }, { callId: id });
    await this.write(tx, of, rows, { call, told, legs });
    await this.numbers.learn(tx, id);
    await this.keepFacts(tx, of, { id, call, legs });
    await this.judged.scoreAgain(tx, id);
    await tellProgress(tx, `line:${id}`);
    return id;
  }

  private async enter(
    tx: EntityManager,
    { name, settings }: TelephonySourceRow,
    { id: externalId }: FoldedCall,
    told: ToldCall,
  ): Promise<CallRows> {
    const [id, now] = [newId(), this.clock.now()];
    // The rule of consent of an upload goes by its own. ISO 3166 leaves ZZ to say that a region is not known.
    const region = (await this.company.profile(tx)).region ?? settings.home ?? 'ZZ';
    await createFromRecords(tx, { id, source: name, externalId, region, createdAt: now }, told);
    const details = { source: name, direction: told.direction ?? 'unknown' };
    await this.journal.append(tx, 'call.known', details, { callId: id });
    return { call: await tx.findOneByOrFail(Call, { id }), joined: [] };
  }

  private async write(
    tx: EntityManager,
    of: TelephonySourceRow,
    { call: row }: CallRows,
    { call, told, legs }: { call: FoldedCall; told: ToldCall; legs: WrittenLegs },
  ): Promise<void> {
    const customerKey = await this.numbers.keyOf(tx, call.facts.customer?.value ?? null);
    // A call is known before it is answered, and only one that was answered keeps a promise.
    if (told.direction === 'outbound' && told.answeredAt && (row.answeredAt === null || row.direction !== 'outbound'))
      await this.work.open(tx, 'match-commitments', row.id);
    if (isKnownFromRecordsOnly(row))
      return updateFromRecords(tx, row, { ...told, customerKey, externalId: call.id }, this.clock.now());
    const { answeredAt, endedAt, connection } = told;
    const alone = { answeredAt, endedAt, connection, customerKey };
    const customer = row.customer === null && told.customer !== null && { customer: told.customer };
    await tx.update(Call, row.id, { ...alone, ...customer });
    for (const { leg, told: its } of legs.adopted) {
      const now = await tx.findOneByOrFail(Call, { id: leg.callId });
      const fresh = await tx.findOneByOrFail(Leg, { id: leg.id });
      const changed = legs.changed.has(leg.id);
      if (!isKnownFromRecordsOnly(now))
        await this.known.tell(tx, of, now, { told, adopted: { leg: fresh, told: its }, changed });
    }
  }

  /** All are written again where one differs. */
  private async keepFacts(
    tx: EntityManager,
    of: TelephonySourceRow,
    { id: callId, call, legs }: { id: string; call: FoldedCall; legs: WrittenLegs },
  ): Promise<void> {
    const facts = toldFacts(call)
      .filter(({ leg }) => leg === null || (legs.idOf.has(leg) && !legs.bare.has(leg)))
      .map(({ leg, record, ...fact }) => ({
        ...{ callId, ...fact, legId: leg === null ? null : (legs.idOf.get(leg) ?? null) },
        ...{ toldBy: 'records' as const, sourceId: of.id, recordId: uuidOf(record) },
      }));
    const before = await tx.findBy(CallFact, { callId, toldBy: 'records' });
    const texts = (some: readonly (typeof facts)[number][]): string => some.map(textOf).toSorted().join('\n');
    if (texts(before as typeof facts) === texts(facts)) return;
    await tx.delete(CallFact, { callId, toldBy: 'records' });
    const at = this.clock.now();
    await tx.insert(CallFact, facts.map((fact) => ({ ...fact, at })) as object[]);
  }
}

const textOf = ({ legId, name, value, contradicted, recordId }: Partial<CallFact>): string =>
  JSON.stringify([legId, name, value, contradicted, recordId]);

/** Its last recording was destroyed, or the person on it erased: nothing is written of it any more. @param callIds all rows of the call */
async function isGone(tx: EntityManager, callIds: readonly string[]): Promise<boolean> {
  const [row]: { gone: boolean }[] = await tx.query(
    `select exists (select 1 from call_erasure where call_id = any($1) and of_customer)
       or (exists (select 1 from recording where call_id = any($1))
         and not exists (select 1 from recording where call_id = any($1) and destruction_started_at is null)) as gone`,
    [callIds],
  );
  return row?.gone === true;
}
