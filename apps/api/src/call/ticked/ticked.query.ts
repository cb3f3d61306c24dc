import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type CallStage,
  type LeftOut,
  type Permission,
  type TickedAct,
  type TickedPreview,
  type TickedPreviewQuery,
} from '#contracts';
import { scopeOf, type Asker } from '#people';
import { WithheldResults, type LegToGive } from '#reviews';
import { Parameters, resultShown, visibleLegs } from '../../reach/visible-legs.js';
import { whyNot, type TickedFacts } from './ticked.rules.js';

/** What an account needs, to do something with calls. */
const NEEDS: Record<TickedAct, Permission> = {
  assign: 'reviews.assign',
  request: 'legal.request',
  hold: 'holds.place',
  export: 'calls.export',
  retry: 'calls.retry',
  swap: 'calls.correct',
  side: 'calls.correct',
  language: 'calls.correct',
  set_aside: 'scorecards.judge',
};
const ACTS = Object.keys(NEEDS) as TickedAct[];

type Row = Record<TickedAct, boolean> & Omit<TickedFacts, 'reached'> & { callId: string; stage: CallStage };

/** The leg's newest judgement by a main checklist. */
const CARD = `select scorecard.checklist_id from scorecard
  join checklist_version judged on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
  where scorecard.leg_id = leg.id and judges_as_main(judged.definition) order by scorecard.id desc limit 1`;

/** Sound that a reviewer may open under a standing grant. */
const HEARD = `exists (select 1 from recording where recording.leg_id = leg.id and recording.destruction_started_at is null
  and recording.split_at is null
  and recording.custody not in ('destroyed', 'expired') and not recording.restricted)`;

/** Of a recording whose sides can be told. */
const TWO_CHANNELS = `channels = 2 and custody = 'sealed' and destruction_started_at is null and split_at is null`;
const HAS_TWO_CHANNELS = `exists (select 1 from recording where leg_id = leg.id and ${TWO_CHANNELS})`;

/** Of a leg of which no recording says whose channel is whose, nor has names that a person gave. */
const SIDES_OPEN = `${HAS_TWO_CHANNELS} and not exists (select 1 from recording where leg_id = leg.id and ${TWO_CHANNELS}
  and not (agent_channel is null and (speakers is null or speakers @> '[null]')))`;

/** What can be done with which of some calls, as far as the asker's rights reach each. */
@Injectable()
export class TickedQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
  ) {}

  async preview(asker: Asker, { callIds, act: only }: TickedPreviewQuery): Promise<TickedPreview> {
    const asked = only ? [only] : ACTS;
    const held = asked.filter((act) => scopeOf(NEEDS[act], asker.held, asker.personId).kind !== 'none');
    const facts = await this.facts(asker, callIds);
    return { acts: held.map((act) => ({ act, ...partsOf(act, callIds, facts) })) };
  }

  /** To which of the calls an act applies. */
  async parts(
    asker: Asker,
    act: TickedAct,
    callIds: readonly string[],
  ): Promise<{ applies: string[]; not: LeftOut[] }> {
    return partsOf(act, callIds, await this.facts(asker, callIds));
  }

  /** The legs of these calls that can be given to a reviewer. */
  async legsToGive(asker: Asker, callIds: readonly string[]): Promise<LegToGive[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('reviews.assign', asker, parameters);
    return this.source.query(
      `select leg.id as "legId", leg.call_id as "callId", card.checklist_id as "checklistId"
       from leg cross join lateral (${CARD}) card
       where leg.call_id = any(${parameters.add(callIds)}::uuid[]) and ${visible} and ${HEARD} order by leg.call_id, leg.position`,
      parameters.values,
    );
  }

  /** The legs of a call that the asker may correct and of which it is not known whose channel is whose, in order. */
  async legsWithoutSides(asker: Asker, callId: string): Promise<string[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.correct', asker, parameters);
    const rows: { id: string }[] = await this.source.query(
      `select id from leg where call_id = ${parameters.add(callId)} and ${visible} and ${SIDES_OPEN} order by position`,
      parameters.values,
    );
    return rows.map(({ id }) => id);
  }

  /** The legs of these calls that the asker may judge, and whose results they may see, by call. */
  async legsToJudge(asker: Asker, callIds: readonly string[]): Promise<Map<string, string[]>> {
    const parameters = new Parameters();
    const visible = visibleLegs('scorecards.judge', asker, parameters);
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const rows: { callId: string; legIds: string[] }[] = await this.source.query(
      `select call_id as "callId", array_agg(leg.id) as "legIds" from leg
       where leg.call_id = any(${parameters.add(callIds)}::uuid[]) and ${visible} and ${shown} group by call_id`,
      parameters.values,
    );
    return new Map(rows.map(({ callId, legIds }) => [callId, legIds]));
  }

  private async facts(asker: Asker, callIds: readonly string[]): Promise<Map<string, TickedFacts>> {
    const parameters = new Parameters();
    const seen = visibleLegs('calls.read', asker, parameters);
    const reached = ACTS.map((act) => `bool_or(${visibleLegs(NEEDS[act], asker, parameters)}) as "${act}"`);
    const assigned = visibleLegs('reviews.assign', asker, parameters);
    const corrected = visibleLegs('calls.correct', asker, parameters);
    const judged = visibleLegs('scorecards.judge', asker, parameters);
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const me = parameters.add(asker.personId);
    const rows: Row[] = await this.source.query(
      `select call.id as "callId", call.stage, ${reached.join(', ')},
         bool_or(exists (select 1 from recording where leg_id = leg.id and custody in ('captured', 'sealed'))) as recorded,
         exists (select 1 from legs_of_call(call.id) own where own.person_id = ${me}) as own,
         coalesce(bool_or(${HAS_TWO_CHANNELS}) filter (where ${corrected}), false) as "twoChannels",
         coalesce(bool_or(exists (select 1 from recording where leg_id = leg.id and ${TWO_CHANNELS}
           and (agent_channel is not null or speakers is not null))) filter (where ${corrected}), false) as "sidesKnown",
         coalesce(bool_or(${SIDES_OPEN}) filter (where ${corrected}), false) as "sidesOpen",
         coalesce(bool_or(exists (select 1 from awaiting_person where leg_id = leg.id and whole and closed_at is null))
           filter (where ${judged} and ${shown}), false) as "waitsWhole",
         coalesce(bool_or(card.checklist_id is not null) filter (where ${assigned}), false) as scored,
         coalesce(bool_or(card.checklist_id is not null and ${HEARD}) filter (where ${assigned}), false) as heard
       from leg join call on call.id = leg.call_id left join lateral (${CARD}) card on true
       where leg.call_id = any(${parameters.add(callIds)}::uuid[]) and ${seen} group by call.id`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.callId, { ...row, reached: new Set(ACTS.filter((act) => row[act])) }]));
  }
}

/** Each call once, in the order in which they were named. */
function partsOf(act: TickedAct, callIds: readonly string[], facts: ReadonlyMap<string, TickedFacts>) {
  const [applies, not]: [string[], LeftOut[]] = [[], []];
  for (const callId of new Set(callIds)) {
    const because = whyNot(act, facts.get(callId) ?? null);
    if (because) not.push({ callId, because });
    else applies.push(callId);
  }
  return { applies, not };
}
