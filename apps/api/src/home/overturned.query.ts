import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type OverturnedItems } from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { daysAfter, WithheldResults } from '#reviews';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';

const DAYS = 30;
const MOST = 6;

type Row = Omit<OverturnedItems['items'][number], 'checklist'> & { checklistId: string; checklistTitle: Bilingual };

/** Items whose automatic results people change, by how often they did: their checks deserve a look. */
@Injectable()
export class OverturnedQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  async items(asker: Asker): Promise<OverturnedItems> {
    const parameters = new Parameters();
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const visible = `${visibleLegs('scorecards.judge', asker, parameters)} and ${shown}`;
    const since = parameters.add(daysAfter(this.clock.now(), -DAYS));
    const rows: Row[] = await this.source.query(overturnedSql(visible, since), parameters.values);
    return {
      items: rows.map(({ checklistId, checklistTitle, ...row }) => {
        return { ...row, checklist: { id: checklistId, title: checklistTitle } };
      }),
    };
  }
}

/** The base's own result says whether the machine gave it; titles are those of the latest version that was answered. */
const overturnedSql = (visible: string, since: string): string => `
  select card.checklist_id as "checklistId", said.item_id as "itemId",
    (array_agg(version.definition->'title' order by card.created_at desc))[1] as "checklistTitle",
    (array_agg((select item->'title' from jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
      where item->>'id' = said.item_id limit 1) order by card.created_at desc))[1] as title,
    count(*)::int as answered, (count(*) filter (where said.to_outcome <> said.from_outcome))::int as overturned,
    to_jsonb(coalesce((array_agg(json_build_object('callId', leg.call_id, 'leg',
      (select count(*) from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position))
      order by card.created_at desc) filter (where said.to_outcome <> said.from_outcome))[1:3], '{}')) as examples
  from scorecard card join review_answer said on said.scorecard_id = card.id and said.from_outcome <> 'insufficient'
  join leg on leg.id = card.leg_id join scorecard base on base.id = card.based_on_id
  join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
  where card.created_at >= ${since} and card.author <> 'automatic' and ${visible}
    and not exists (select 1 from review_retraction back where back.scorecard_id = card.id)
    and exists (select 1 from jsonb_array_elements(base.items) result where result->>'itemId' = said.item_id and result->>'source' <> 'human')
  group by card.checklist_id, said.item_id having count(*) filter (where said.to_outcome <> said.from_outcome) > 0
  order by overturned desc, answered, said.item_id limit ${MOST}`;
