/*
 * A legal hold goes before erasure and withdrawal, and these before the schedule (decision 35)
 *   place     under the custody lock of everything it covers; listed calls and recordings, or a rule.
 *   rule      is asked again when a call becomes known (`cover-call`), by a sweep, and once more before anything is destroyed (`isHeld`):
 *             a call that became known while the hold was being placed is covered too.
 *   release   one person asks, another agrees; until then it holds. The database refuses one person for both.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { type HoldRule } from '#contracts';
import { JournalService } from '#journal';
import { areOfOnePerson, assertHeld, CompanyService } from '#people';
import { Clock, newId, ToLookAt, type Looked } from '#platform';
import { CustodyService, type HoldTarget } from '#recordings';
import { LegalCases } from '../cases/legal-cases.service.js';

import { coveredByRule } from './hold-rule.rules.js';
import { LegalHold } from './legal-hold.entity.js';
import { legalRefusals } from '../refusals.js';

export interface HoldOrder {
  caseId: string;
  reason: string;
  targets: readonly HoldTarget[];
  rule: HoldRule | null;
}

export interface Placed {
  hold: LegalHold;
  calls: number;
  /** Recordings whose destruction had started. */
  tooLate: string[];
}

@Injectable()
export class HoldService {
  constructor(
    private readonly source: DataSource,
    private readonly custody: CustodyService,
    private readonly cases: LegalCases,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly looks: ToLookAt,
  ) {}

  /** @throws DomainError `no_such_case` | `case_closed` */
  async place({ caseId, reason, targets, rule }: HoldOrder, actorPersonId: string): Promise<Placed> {
    return this.source.transaction(async (tx) => {
      await this.cases.openCase(tx, caseId);
      const hold = await this.insert(tx, { caseId, reason, rule, placedByPersonId: actorPersonId });
      const covered = rule ? await this.fitting(tx, rule) : targets;
      const tooLate = await this.custody.hold(tx, hold.id, covered);
      const calls = new Set(covered.map(({ callId }) => callId)).size;
      const details = { holdId: hold.id, caseId, byRule: rule !== null, calls, tooLate: tooLate.length };
      await this.journal.append(tx, 'legal_hold.placed', details, { actorPersonId });
      await this.tellCalls(tx, hold.id, rule ? [] : targets, actorPersonId);
      return { hold, calls, tooLate };
    });
  }

  /** @throws DomainError `no_such_hold` | `hold_released` | `release_asked_already` */
  async askRelease(holdId: string, reason: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const hold = await this.lockActive(tx, holdId);
      if (hold.releaseAskedByPersonId) throw legalRefusals.release_asked_already();
      const asked = { releaseAskedByPersonId: actorPersonId, releaseAskedAt: this.clock.now(), releaseReason: reason };
      await tx.update(LegalHold, holdId, asked);
      await this.journal.append(tx, 'legal_hold.release_asked', { holdId }, { actorPersonId });
    });
  }

  /** Agrees to a release, refuses it, or takes one's own asking back. @throws DomainError `release_not_asked` | `release_needs_another` | `proposer_gone` */
  async decideRelease(holdId: string, decision: 'agreed' | 'refused', actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const hold = await this.lockActive(tx, holdId);
      if (!hold.releaseAskedByPersonId) throw legalRefusals.release_not_asked();
      if (decision === 'refused') {
        const nothing = { releaseAskedByPersonId: null, releaseAskedAt: null, releaseReason: null };
        await tx.update(LegalHold, holdId, nothing);
        return void (await this.journal.append(tx, 'legal_hold.release_refused', { holdId }, { actorPersonId }));
      }
      const released = { personId: actorPersonId, at: this.clock.now() };
      if (await areOfOnePerson(tx, hold.releaseAskedByPersonId, released)) throw legalRefusals.release_needs_another();
      await assertHeld(tx, hold.releaseAskedByPersonId, 'holds.place');
      await tx.update(LegalHold, holdId, { releasedByPersonId: actorPersonId, releasedAt: released.at });
      await this.custody.release(tx, holdId);
      const details = { holdId, askedBy: hold.releaseAskedByPersonId };
      await this.journal.append(tx, 'legal_hold.released', details, { actorPersonId });
    });
  }

  /** Which calls a rule covers now: asked before a hold is placed. */
  fittingNow(rule: HoldRule): Promise<HoldTarget[]> {
    return this.fitting(this.source.manager, rule);
  }

  /** Is the recording held, by what was listed or by a rule? Asked under the custody lock; a rule that covers it is written down. */
  async isHeld(tx: EntityManager, { id, callId }: { id: string; callId: string }): Promise<boolean> {
    return (await this.custody.isHeld(tx, id)) || (await this.cover(tx, callId)) > 0;
  }

  /** Puts a call under every hold whose rule it fits. @returns how many cover it by rule that did not before */
  async cover(tx: EntityManager, callId: string): Promise<number> {
    let added = 0;
    for (const { id, rule } of await this.byRule(tx)) {
      const [target] = await this.fitting(tx, rule, { callIds: [callId], notUnder: id });
      if (!target) continue;
      await this.custody.hold(tx, id, [target]);
      await this.tellCalls(tx, id, [target], null);
      added += 1;
    }
    return added;
  }

  /** A call became part of another that took its legs: what holds all of it holds the other, too, with what will be recorded of it. */
  async follow(tx: EntityManager, callId: string, intoCallId: string): Promise<void> {
    // A release of one of them waits, or is already done.
    const held: { id: string }[] = await tx.query(
      `select legal_hold.id from legal_hold where legal_hold.released_at is null and legal_hold.id in (
         select hold_id from custody_hold where call_id = $1 and recording_id is null and released_at is null) order by legal_hold.id for share`,
      [callId],
    );
    const target = { callId: intoCallId, recordingId: null };
    for (const { id } of held) {
      await this.custody.hold(tx, id, [target]);
      await this.tellCalls(tx, id, [target], null);
    }
  }

  /**
   * The sweep: calls that fit a rule and are not covered yet. Every call is asked once for a hold, after it was placed, since a call may
   * have become known meanwhile; afterwards those that are new or have changed. @returns how many were
   */
  async coverMissed(): Promise<number> {
    let covered = 0;
    for (const { id, rule } of await this.byRule(this.source.manager, true)) {
      covered += await this.source.transaction(async (tx) => {
        const missed = await this.coverFitting(tx, rule, { notUnder: id });
        await tx.update(LegalHold, { id, releasedAt: IsNull() }, { sweptAt: this.clock.now() });
        return missed;
      });
    }
    return covered + (await this.looks.run('hold', (callIds) => this.coverThese(callIds)));
  }

  private async coverThese(callIds: readonly string[]): Promise<Looked> {
    let done = 0;
    for (const { id, rule } of await this.byRule(this.source.manager))
      done += await this.source.transaction((tx) => this.coverFitting(tx, rule, { callIds, notUnder: id }));
    return { done, again: new Map() };
  }

  private async coverFitting(
    tx: EntityManager,
    rule: HoldRule,
    only: { callIds?: readonly string[]; notUnder: string },
  ): Promise<number> {
    // A release of the hold waits, or is already done: nothing is put under a released hold.
    const holds: unknown[] = await tx.query(
      'select 1 from legal_hold where id = $1 and released_at is null for share',
      [only.notUnder],
    );
    if (holds.length === 0) return 0;
    const missed = await this.fitting(tx, rule, only);
    if (missed.length > 0) await this.custody.hold(tx, only.notUnder, missed);
    return missed.length;
  }

  private async byRule(tx: EntityManager, unswept = false): Promise<{ id: string; rule: HoldRule }[]> {
    const which = { rule: Not(IsNull()), releasedAt: IsNull(), ...(unswept && { sweptAt: IsNull() }) };
    const holds = await tx.findBy(LegalHold, which);
    return holds.map(({ id, rule }) => ({ id, rule: rule! }));
  }

  private async fitting(
    tx: EntityManager,
    rule: HoldRule,
    { callIds, notUnder }: { callIds?: readonly string[]; notUnder?: string } = {},
  ): Promise<HoldTarget[]> {
    const { timeZone } = await this.company.profile(tx);
    const values: unknown[] = [];
    const add = (value: unknown) => `$${values.push(value)}`;
    const conditions = [
      coveredByRule(rule, timeZone, add),
      ...(callIds ? [`call.id = any(${add(callIds)}::uuid[])`] : []),
      ...(notUnder
        ? [
            `not exists (select 1 from custody_hold where call_id = call.id and hold_id = ${add(notUnder)} and recording_id is null and released_at is null)`,
          ]
        : []),
    ];
    const rows: { id: string }[] = await tx.query(`select id from call where ${conditions.join(' and ')}`, values);
    return rows.map(({ id }) => ({ callId: id, recordingId: null }));
  }

  private async insert(
    tx: EntityManager,
    row: Pick<LegalHold, 'caseId' | 'reason' | 'rule' | 'placedByPersonId'>,
  ): Promise<LegalHold> {
    // Codes have no gaps, so two people placing holds at the same time wait for each other.
    await tx.query('select pg_advisory_xact_lock(7330)');
    const code = `LH-${String((await tx.count(LegalHold)) + 1).padStart(4, '0')}`;
    const unreleased = { releaseAskedByPersonId: null, releaseAskedAt: null, releaseReason: null };
    const open = { ...unreleased, releasedByPersonId: null, releasedAt: null, sweptAt: null };
    const hold = { id: newId(), code, ...row, placedAt: this.clock.now(), ...open };
    await tx.insert(LegalHold, hold);
    return hold;
  }

  private async tellCalls(
    tx: EntityManager,
    holdId: string,
    targets: readonly HoldTarget[],
    actorPersonId: string | null,
  ): Promise<void> {
    const happenings = targets.map(({ callId, recordingId }) => ({
      details: { holdId, recordingId },
      about: { callId, actorPersonId },
    }));
    await this.journal.appendMany(tx, 'legal_hold.covered', happenings);
  }

  private async lockActive(tx: EntityManager, holdId: string): Promise<LegalHold> {
    const hold = await tx.findOne(LegalHold, { where: { id: holdId }, lock: { mode: 'pessimistic_write' } });
    if (!hold) throw legalRefusals.no_such_hold();
    if (hold.releasedAt) throw legalRefusals.hold_released();
    return hold;
  }
}
