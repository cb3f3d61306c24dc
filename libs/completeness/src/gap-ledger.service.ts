import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { JournalService } from '#journal';
import { newId } from '#platform';
import { GapRow } from './gap.entity.js';
import { type Found, type FoundGap } from './gaps.rules.js';

const thingOf = ({ kind, recordingId, legId }: FoundGap): string => `${kind} ${recordingId ?? legId}`;

/** Writes down what opened and what is over: a gap that stands is not opened twice, and one that a person accepted stays closed. */
@Injectable()
export class GapLedger {
  constructor(private readonly journal: JournalService) {}

  /** @param found of each call @returns how many opened or closed */
  async write(tx: EntityManager, found: ReadonlyMap<string, Found>, now: Date): Promise<number> {
    const callOf = await standingOf(tx, [...found.keys()]);
    const standing = await tx.find(GapRow, {
      where: { id: In([...callOf.keys()]), overAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const gaps = [...found].flatMap(([callId, { gaps: of }]) => of.map((gap) => ({ ...gap, callId })));
    const [known, still] = [new Set(standing.map(thingOf)), new Map(gaps.map((gap) => [thingOf(gap), gap]))];
    const opened = gaps.filter((gap) => !known.has(thingOf(gap)));
    const over = standing.filter((gap) => !still.has(thingOf(gap)));
    await this.open(tx, opened, now);
    for (const gap of over) {
      const callId = callOf.get(gap.id)!;
      await this.close(tx, gap, { callId, lapsed: found.get(callId)!.over, now });
    }
    for (const gap of standing) {
      const seen = still.get(thingOf(gap));
      if (seen && gap.closedAt === null) await tx.update(GapRow, gap.id, { seenAt: now, facts: seen.facts });
    }
    return opened.length + over.filter(({ closedAt }) => closedAt === null).length;
  }

  private async open(tx: EntityManager, gaps: readonly (FoundGap & { callId: string })[], now: Date): Promise<void> {
    if (gaps.length === 0) return;
    const rows = gaps.map((gap) => ({ ...gap, id: newId(), openedAt: now, seenAt: now }));
    await tx.insert(GapRow, rows);
    await this.journal.appendMany(
      tx,
      'gap.opened',
      rows.map(({ id: gapId, callId, legId, kind }) => ({ details: { gapId, legId, kind }, about: { callId } })),
    );
  }

  private async close(
    tx: EntityManager,
    gap: GapRow,
    { callId, lapsed, now }: { callId: string; lapsed: boolean; now: Date },
  ): Promise<void> {
    if (gap.closedAt !== null) return void (await tx.update(GapRow, gap.id, { overAt: now }));
    const closing = lapsed ? 'lapsed' : 'mended';
    await tx.update(GapRow, gap.id, { closing, closedAt: now, overAt: now });
    const { id: gapId, legId, kind } = gap;
    await this.journal.append(tx, 'gap.closed', { gapId, legId, kind, closing }, { callId });
  }
}

/** Gaps of these calls that stand, each with its call. A leg that moved to another call, since both are one, took its gaps along. */
async function standingOf(tx: EntityManager, callIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; callId: string }[] = await tx.query(
    `select gap.id, leg.call_id as "callId" from leg join gap on gap.leg_id = leg.id
     where leg.call_id = any($1::uuid[]) and gap.over_at is null`,
    [callIds],
  );
  return new Map(rows.map(({ id, callId }) => [id, callId]));
}
