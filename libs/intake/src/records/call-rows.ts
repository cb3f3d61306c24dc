/*
 * Which row a folded call is
 *   Rows that answer to one of its ids are one call. That which the gate knows stays before what records alone tell, then the one with the
 *   earliest id: in whatever order they became known, it is the same.
 *   The others are joined to it and go on to answer. A recorded leg stays where its rights, holds and cards are; what only records tell moves,
 *   and what holds it goes with it.
 */
import { type EntityManager } from 'typeorm';
import { Call, callsNamed, isKnownFromRecordsOnly, joinCall, joinedTo, lockCalls, type NamedCall } from '#calls';
import { type JournalService } from '#journal';
import { type HoldService } from '#legal';

/** The rows of one call, locked: that which stays, and those that were joined to it. */
export interface CallRows {
  call: Call;
  joined: string[];
}

/**
 * @param taken rows that another call of the same records is already
 * @returns null where no row answers to the call
 */
export async function rowsOf(
  tx: EntityManager,
  { source, ids, taken }: { source: string; ids: readonly string[]; taken: ReadonlySet<string> },
  { journal, holds }: { journal: JournalService; holds: HoldService },
  now: Date,
): Promise<CallRows | null> {
  const named = await callsNamed(tx, source, ids);
  const free = named.filter(({ id }) => !taken.has(id));
  if (free.length === 0) return null;
  await lockCalls(
    tx,
    free.map(({ id }) => id),
  );
  const calls = new Map<string, Call>();
  for (const { id } of free) calls.set(id, await tx.findOneByOrFail(Call, { id }));
  const order = free.toSorted((a, b) => told(calls, a) - told(calls, b) || a.place - b.place || (a.id < b.id ? -1 : 1));
  const [first, ...others] = order.map(({ id }) => calls.get(id) as Call);
  if (!first) return null;
  const before = await joinedTo(tx, first.id);
  for (const other of others.filter(({ id }) => !before.has(id))) {
    await joinCall(tx, other, first.id, { legsMove: isKnownFromRecordsOnly(other), at: now });
    if (isKnownFromRecordsOnly(other)) await holds.follow(tx, other.id, first.id);
    await journal.append(tx, 'calls.joined', { joinedCallId: other.id }, { callId: first.id });
  }
  return { call: first, joined: others.map(({ id }) => id) };
}

const told = (calls: ReadonlyMap<string, Call>, { id }: NamedCall): number =>
  Number(isKnownFromRecordsOnly(calls.get(id) as Call));
