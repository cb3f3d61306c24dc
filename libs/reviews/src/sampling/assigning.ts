import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type SamplingPlan } from '#contracts';
import { heldNow, reaches, scopeOf, type Scope } from '#people';
import { looksAt } from '../blind/looks.js';
import { type FoundLeg } from './frame.js';
import { spread } from './spread.rules.js';

/** A reviewer of a plan who may judge now, and what they have to do already. */
export interface Judging {
  readonly personId: string;
  readonly languages: SamplingPlan['reviewers'][number]['languages'];
  readonly scope: Scope;
  readonly load: number;
  /** How many more of the draw they are given. */
  readonly room: number;
}

/** Finds who may judge, and shares out what was drawn. */
@Injectable()
export class Assigning {
  /**
   * Those of the plan's reviewers whose rights are in force at this moment.
   * @param drawId of whose calls those that a reviewer has or has done take their room; none yet where it is left out
   */
  async reviewers(tx: EntityManager, plan: SamplingPlan, drawId: string | null = null): Promise<Judging[]> {
    const most = plan.size.per === 'reviewer' ? plan.size.n : Infinity;
    const judging: Judging[] = [];
    for (const { personId, languages } of plan.reviewers) {
      const scope = scopeOf('scorecards.judge', await heldNow(tx, personId), personId);
      if (scope.kind === 'none') continue;
      const [has]: { open: number; ofDraw: number }[] = await tx.query(
        `select (count(*) filter (where state = 'open'))::int as open, (count(*) filter (where draw_id = $2))::int as "ofDraw"
         from review_assignment where reviewer_person_id = $1 and (state = 'open' or (draw_id = $2 and state = 'done'))`,
        [personId, drawId],
      );
      judging.push({ personId, languages, scope, load: has?.open ?? 0, room: most - (has?.ofDraw ?? 0) });
    }
    return judging;
  }

  /** @returns the reviewer of each leg; one that none of them may judge, or whose result all of them saw before a blind review, is not in it */
  async assign(
    tx: EntityManager,
    legs: readonly Pick<FoundLeg, 'legId' | 'language'>[],
    judging: readonly Judging[],
    { seed, blind }: { readonly seed: string; readonly blind: boolean },
  ): Promise<Map<string, string>> {
    const rows: { legId: string; personId: string; teamId: string; tookPart: string[] }[] = await tx.query(
      `select leg.id as "legId", leg.person_id as "personId", leg.team_id as "teamId",
         array(select person_id from legs_of_call(leg.call_id)) as "tookPart"
       from leg where leg.id = any($1::uuid[])`,
      [legs.map(({ legId }) => legId)],
    );
    const byId = new Map(rows.map((row) => [row.legId, row]));
    const seen = blind ? await looksAt(tx, [...byId.keys()]) : new Map<string, Set<string>>();
    const may = ({ scope, personId }: Judging, legId: string) =>
      reaches(scope, byId.get(legId)!) && seen.get(legId)?.has(personId) !== true;
    return spread(
      legs.map(({ legId, language }) => ({ legId, language, tookPart: byId.get(legId)?.tookPart ?? [] })),
      judging.map((one) => ({ ...one, reaches: (legId) => may(one, legId) })),
      seed,
    );
  }
}
