import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type CoachingMoment } from '#contracts';
import { type Asker } from '#people';
import { WithheldResults } from '#reviews';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

type Row = Omit<CoachingMoment, 'startedAt' | 'item' | 'withheld'> & {
  startedAt: Date;
  checklistId: string | null;
  itemId: string | null;
  title: Bilingual | null;
};

/** The leg's place in its call, from 1; needs `leg` in scope. */
export const LEG_NUMBER = `(select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position)`;

/** The card that is shown of a leg and a checklist: the one that counts or, where none does, the newest that was not retracted. Needs `leg`; `checklist` is a column. */
export const shownCardSql = (checklist: string): string => `
  select card.items, version.definition from scorecard card
    left join counting_scorecard counting on counting.leg_id = card.leg_id and counting.checklist_id = card.checklist_id
    join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
  where card.leg_id = leg.id and card.checklist_id = ${checklist} and coalesce(counting.scorecard_id, card.id) = card.id
    and not exists (select 1 from review_retraction back where back.scorecard_id = card.id)
  order by card.created_at desc, card.id desc limit 1`;

/** Moments of a session, as far as the asker's rights reach their legs. */
@Injectable()
export class CoachingMomentsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
  ) {}

  /** @param isAgent the asker is the agent of the session */
  async of(asker: Asker, sessionId: string, isAgent: boolean): Promise<CoachingMoment[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const session = parameters.add(sessionId);
    const rows: Row[] = await this.source.query(momentsSql(session, visible), parameters.values);
    const hidden = await this.withheld.of(asker);
    return rows.map(({ startedAt, checklistId, itemId, title, ...row }) => {
      const item = checklistId !== null && itemId !== null && title !== null ? { checklistId, itemId, title } : null;
      const moment = { ...row, startedAt: startedAt.toISOString(), item, withheld: false };
      if (!hidden.includes(row.legId)) return moment;
      // A coach may be to judge the call blind. From its agent all is kept: the choice of a moment, and what is said of it, tells the result.
      if (!isAgent) return { ...moment, outcome: null };
      return { ...moment, withheld: true, item: null, outcome: null, fromMs: null, toMs: null, note: null };
    });
  }
}

const momentsSql = (session: string, visible: string): string => `
  select moment.id as "momentId", moment.call_id as "callId", moment.leg_id as "legId", ${LEG_NUMBER} as leg, call.started_at as "startedAt",
    call.language, call.customer, moment.checklist_id as "checklistId", moment.item_id as "itemId",
    (select item->'title' from jsonb_array_elements(card.definition->'sections') section, jsonb_array_elements(section->'items') item
      where item->>'id' = moment.item_id limit 1) as title,
    -- An accusation that is not trusted yet is none: the moment is told without it.
    (select nullif(item->>'outcome', case when item ? 'notTrusted' then 'not_met' end)
      from jsonb_array_elements(card.items) item where item->>'itemId' = moment.item_id limit 1) as outcome,
    moment.from_ms as "fromMs", moment.to_ms as "toMs", moment.note, moment.erased_at is not null as gone,
    (select json_build_object('recordingId', recording.id, 'durationMs', recording.duration_ms) from recording
      where recording.leg_id = leg.id and recording.custody = 'sealed' and recording.destruction_started_at is null and recording.split_at is null
      order by recording.id limit 1) as recording
  from coaching_moment moment join leg on leg.id = moment.leg_id join call on call.id = moment.call_id
  left join lateral (${shownCardSql('moment.checklist_id')}) card on true
  where moment.session_id = ${session} and ${visible} order by moment.added_at, moment.id`;
