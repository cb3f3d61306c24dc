import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type HoldDetail, type NewHold, type PlacedHold } from '#contracts';
import { holdCoversNothing, holdRuleTooWide, HoldService } from '#legal';
import { scopeOf, type Asker } from '#people';
import { type HoldTarget } from '#recordings';
import { Parameters, visibleLegs } from '../dashboard/visible-legs.js';
import { HoldsQuery } from './holds.query.js';

/** Holds as people place and release them: only what they may see can be named. */
@Injectable()
export class HoldDesk {
  constructor(
    private readonly source: DataSource,
    private readonly holds: HoldService,
    private readonly query: HoldsQuery,
  ) {}

  /** @throws DomainError `hold_covers_nothing` | `hold_rule_too_wide` | `no_such_case` | `case_closed` */
  async place(asker: Asker, { caseId, reason, callIds, recordingIds, rule }: NewHold): Promise<PlacedHold> {
    if (rule) assertWithin(asker, rule.teamIds);
    const targets = await this.targets(asker, callIds, recordingIds);
    const placed = await this.holds.place({ caseId, reason, targets, rule: rule ?? null }, asker.personId);
    const { hold, calls, tooLate } = placed;
    return { holdId: hold.id, code: hold.code, calls, tooLate };
  }

  async askRelease(asker: Asker, holdId: string, reason: string): Promise<HoldDetail> {
    await this.query.detail(asker, holdId);
    await this.holds.askRelease(holdId, reason, asker.personId);
    return this.query.detail(asker, holdId);
  }

  async decide(asker: Asker, holdId: string, decision: 'agreed' | 'refused'): Promise<HoldDetail> {
    await this.query.detail(asker, holdId);
    await this.holds.decideRelease(holdId, decision, asker.personId);
    return this.query.detail(asker, holdId);
  }

  /** All of them or none: a hold on half of what was meant would look like one on all of it. */
  private async targets(asker: Asker, callIds: string[], recordingIds: string[]): Promise<HoldTarget[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('holds.place', asker, parameters);
    const [calls, recordings] = [parameters.add(callIds), parameters.add(recordingIds)];
    const rows: { call_id: string; recording_id: string | null }[] = await this.source.query(
      `select distinct call_id, null::uuid as recording_id from leg where call_id = any(${calls}::uuid[]) and ${visible}
       union all
       select recording.call_id, recording.id from recording join leg on leg.id = recording.leg_id
       where recording.id = any(${recordings}::uuid[]) and ${visible}`,
      parameters.values,
    );
    if (rows.length !== new Set(callIds).size + new Set(recordingIds).size) throw holdCoversNothing();
    return rows.map(({ call_id: callId, recording_id: recordingId }) => ({ callId, recordingId }));
  }
}

/** A rule may reach no further than the role of whoever makes it. */
function assertWithin(asker: Asker, teamIds: readonly string[] | undefined): void {
  const scope = scopeOf('holds.place', asker.held, asker.personId);
  if (scope.kind === 'all') return;
  const within = scope.kind === 'some' && teamIds?.every((id) => scope.teamIds.includes(id));
  if (!within) throw holdRuleTooWide();
}
