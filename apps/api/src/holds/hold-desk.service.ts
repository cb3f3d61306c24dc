import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type HoldDetail,
  type HoldPreview,
  type HoldScope,
  type NewHold,
  type Permission,
  type PlacedHold,
} from '#contracts';
import { HoldService, legalRefusals } from '#legal';
import { scopeOf, type Asker } from '#people';
import { type HoldTarget } from '#recordings';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { HoldsQuery } from './holds.query.js';

/** Holds as people place and release them: only what they may see can be named. */
@Injectable()
export class HoldDesk {
  constructor(
    private readonly source: DataSource,
    private readonly holds: HoldService,
    private readonly query: HoldsQuery,
  ) {}

  /** What a hold would cover now. @throws DomainError `hold_covers_nothing` | `hold_rule_too_wide` */
  async preview(asker: Asker, { callIds, recordingIds, rule }: HoldScope): Promise<HoldPreview> {
    if (rule) assertWithin(asker, rule.teamIds);
    const targets = rule ? await this.holds.fittingNow(rule) : await this.targets(asker, callIds, recordingIds);
    const whole = targets.filter(({ recordingId }) => recordingId === null).map(({ callId }) => callId);
    const single = targets.flatMap(({ recordingId }) => recordingId ?? []);
    const rows: Omit<HoldPreview, 'calls'>[] = await this.source.query(
      `select count(*)::int as recordings, count(destruction_started_at)::int as "tooLate"
       from recording where call_id = any($1) or id = any($2)`,
      [whole, single],
    );
    return { calls: new Set(targets.map(({ callId }) => callId)).size, ...(rows[0] ?? { recordings: 0, tooLate: 0 }) };
  }

  /** @throws DomainError `hold_covers_nothing` | `hold_beyond_reach` | `hold_rule_too_wide` | `no_such_case` | `case_closed` */
  async place(asker: Asker, { caseId, reason, callIds, recordingIds, rule }: NewHold): Promise<PlacedHold> {
    if (rule) assertWithin(asker, rule.teamIds);
    const targets = await this.targets(asker, callIds, recordingIds);
    const placed = await this.holds.place({ caseId, reason, targets, rule: rule ?? null }, asker.personId);
    const { hold, calls, tooLate } = placed;
    return { holdId: hold.id, code: hold.code, calls, tooLate };
  }

  askRelease(asker: Asker, holdId: string, reason: string): Promise<HoldDetail> {
    return this.changed(asker, holdId, 'holds.place', () => this.holds.askRelease(holdId, reason, asker.personId));
  }

  decide(asker: Asker, holdId: string, decision: 'agreed' | 'refused'): Promise<HoldDetail> {
    const decide = () => this.holds.decideRelease(holdId, decision, asker.personId);
    return this.changed(asker, holdId, 'holds.release', decide);
  }

  /**
   * People can change only what they may see, and only if they reach all that it covers: to let go of a hold is to let go of every
   * recording under it. The answer is what it is afterwards.
   */
  private async changed(
    asker: Asker,
    holdId: string,
    permission: Permission,
    change: () => Promise<void>,
  ): Promise<HoldDetail> {
    await this.query.detail(asker, holdId);
    if (!(await this.query.reachesAll(asker, holdId, permission))) throw legalRefusals.hold_beyond_reach();
    await change();
    return this.query.detail(asker, holdId);
  }

  /**
   * All of them or none: a hold on half of what was meant would look like one on all of it. A leg without an agent has no recording that a hold
   * would cover, so that a queue of another team shuts no one out.
   */
  private async targets(asker: Asker, callIds: string[], recordingIds: string[]): Promise<HoldTarget[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('holds.place', asker, parameters);
    const [calls, recordings] = [parameters.add(callIds), parameters.add(recordingIds)];
    const rows: { call_id: string; recording_id: string | null; whole: boolean }[] = await this.source.query(
      `select call_id, null::uuid as recording_id, coalesce(bool_and(${visible}) filter (where person_id is not null), true) as whole from leg where call_id = any(${calls}::uuid[])
       group by call_id having bool_or(${visible})
       union all
       select recording.call_id, recording.id, true from recording join leg on leg.id = recording.leg_id
       where recording.id = any(${recordings}::uuid[]) and ${visible}`,
      parameters.values,
    );
    if (rows.length !== new Set(callIds).size + new Set(recordingIds).size) throw legalRefusals.hold_covers_nothing();
    if (rows.some(({ whole }) => !whole)) throw legalRefusals.hold_beyond_reach();
    return rows.map(({ call_id: callId, recording_id: recordingId }) => ({ callId, recordingId }));
  }
}

/** A rule may reach no further than the role of its maker. */
function assertWithin(asker: Asker, teamIds: readonly string[] | undefined): void {
  const scope = scopeOf('holds.place', asker.held, asker.personId);
  if (scope.kind === 'all') return;
  const within = scope.kind === 'some' && teamIds?.every((id) => scope.teamIds.includes(id));
  if (!within) throw legalRefusals.hold_rule_too_wide();
}
