import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type SampledMeans } from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { agentMeans, daysAfter, WithheldResults } from '#reviews';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';

interface Row {
  personId: string;
  staffNumber: string;
  name: Bilingual;
  drawn: number;
  shares: number[];
}

/**
 * How the agents within reach did in reviewed calls of random draws: plans in which, within a period, every call of an agent had the same
 * chance. What was drawn by risk, by queue or by outcome says nothing about an agent on average and is left out.
 */
@Injectable()
export class SampledMeansQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  /** By staff number: an order by the mean would be a ranking. */
  async list(asker: Asker, days: number): Promise<SampledMeans> {
    const parameters = new Parameters();
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const visible = `${visibleLegs('scorecards.judge', asker, parameters)} and ${shown}`;
    const since = parameters.add(daysAfter(this.clock.now(), -days));
    const rows: Row[] = await this.source.query(meansSql(visible, since), parameters.values);
    const means = new Map(agentMeans(rows).map((one) => [one.personId, one]));
    return {
      agents: rows.map(({ shares: _, ...row }) => {
        const found = means.get(row.personId);
        if (!found) return { ...row, n: 0, mean: null, low: null, high: null, overlaps: 0 };
        const { n, mean, interval, overlaps } = found;
        return { ...row, n, mean, low: interval[0], high: interval[1], overlaps };
      }),
    };
  }
}

/**
 * A leg counts once, whatever draws took it: by its main checklist where one of them judges by that, and by the card that counts now, if a
 * person made it. Plans that leave out teams, clients or languages are left out: they give an agent's calls unequal chances.
 */
const meansSql = (visible: string, since: string): string => `
  with drawn as (
    select distinct on (one.leg_id) one.leg_id, one.checklist_id, one.state
    from review_assignment one join sampling_draw draw on draw.id = one.draw_id
    join sampling_plan_version version on version.plan_id = draw.plan_id and version.version = draw.plan_version
    where one.state in ('open', 'done') and draw.to_at >= ${since}
      and version.content->>'kind' = 'random' and version.content->>'strata' in ('none', 'agent')
      and version.content->'languages' = '[]' and version.content->'teamIds' = '[]' and version.content->'clientIds' = '[]'
    order by one.leg_id, coalesce((select judges_as_main(definition) from checklist_version
      where checklist_version.checklist_id = one.checklist_id order by version desc limit 1), false) desc, one.state, one.checklist_id)
  select person.id as "personId", person.staff_number as "staffNumber", json_build_object('zh', name_zh, 'en', name_en) as name,
    count(*)::int as drawn,
    to_jsonb(coalesce(array_agg(card.points / card.max_points order by leg.id) filter (where drawn.state = 'done' and card.max_points > 0), '{}')) as shares
  from drawn join leg on leg.id = drawn.leg_id join person on person.id = leg.person_id
  left join counting_scorecard counting on counting.leg_id = drawn.leg_id and counting.checklist_id = drawn.checklist_id
  left join scorecard card on card.id = counting.scorecard_id and card.author <> 'automatic'
  where ${visible}
  group by person.id order by person.staff_number`;
