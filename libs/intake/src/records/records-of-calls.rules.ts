import { type FoldedCall, type TelephonyRecord } from '#telephony/rules';

/**
 * Which records are of which call. They are folded together because they may be of one call; where they are of several, a record is of those
 * that name it, or whose id it is found by, else of the first: so that it goes with a call, and never stays behind.
 */
export function recordsOfCalls(
  calls: readonly FoldedCall[],
  records: readonly TelephonyRecord[],
  keysOf: (record: TelephonyRecord) => string[],
): Map<FoldedCall, TelephonyRecord[]> {
  const [first] = calls;
  const found = new Map<FoldedCall, TelephonyRecord[]>(calls.map((call) => [call, []]));
  if (!first) return found;
  const naming = new Map<string, FoldedCall>();
  for (const call of calls)
    for (const { facts } of [call, ...call.legs])
      for (const fact of Object.values(facts)) if (fact) naming.set(fact.record, call);
  const byId = new Map(calls.flatMap((call) => call.ids.map((id) => [id, call] as const)));
  for (const record of records) {
    const key = calls.length === 1 ? undefined : keysOf(record).find((one) => byId.has(one));
    const call = naming.get(record.id) ?? (key === undefined ? undefined : byId.get(key)) ?? first;
    found.get(call)?.push(record);
  }
  return found;
}
