import { type DataSource } from 'typeorm';
import { Call, Leg } from '#calls';
import { newId } from '#platform';

/** A call as records of a telephone system tell it, with its legs in order; nothing of it is recorded. */
export async function buildCalled(source: DataSource, call: Partial<Call>, legs: Partial<Leg>[]): Promise<string> {
  const id = newId();
  const startedAt = call.startedAt ?? new Date();
  await source.manager.insert(Call, {
    ...{ id, source: 'test', externalId: id, matterId: null, direction: 'inbound', classification: 'business' },
    ...{ language: null, region: 'CN', customer: null, startedAt, stage: 'ended', stageReason: null },
    ...{ stageAt: startedAt, createdAt: startedAt },
    ...call,
  });
  const told = { holdSpans: [], kind: 'agent' as const, recordKey: id };
  const rows = legs.map((leg, position) => ({ id: newId(), callId: id, position, ...told, ...leg }));
  for (const row of rows)
    await source.manager.insert(Leg, { ...row, recordKey: row.recordKey && `${id}-${row.position}` });
  return id;
}
