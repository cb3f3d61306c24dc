import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Run } from '#contracts';
import { type Asker } from '#people';
import { WithheldResults } from '#reviews';

/** What a person may not learn from the figures of a back-test. */
export interface WithheldOfRun {
  /** Legs that they are to judge blind. */
  readonly legIds: readonly string[];
  /** How many judged legs of the run are left out of its figures. */
  readonly count: number;
  /** No figure is shown: the run has one of these legs, and did not keep what each leg added. */
  readonly all: boolean;
}

@Injectable()
export class WithheldOfRunQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
  ) {}

  async of(asker: Asker, { runId, done, leftOut }: Run): Promise<WithheldOfRun> {
    const legIds = await this.withheld.of(asker);
    if (legIds.length === 0) return { legIds, count: 0, all: false };
    const [found]: { kept: number; count: number; inReach: boolean }[] = await this.source.query(
      `select (select count(*)::int from back_test_leg where run_id = run.id) as kept,
         (select count(*)::int from back_test_leg where run_id = run.id and leg_id = any($2)) as count,
         exists (select 1 from leg join call on call.id = leg.call_id
           where leg.id = any($2) and call.started_at >= run.from_at and call.started_at < run.to_at) as "inReach"
       from quality_run run where run.id = $1`,
      [runId, legIds],
    );
    const judged = done - leftOut;
    // Runs of earlier versions kept sums only.
    const all = found!.kept < judged && found!.inReach;
    return { legIds, count: all ? judged : found!.count, all };
  }
}
