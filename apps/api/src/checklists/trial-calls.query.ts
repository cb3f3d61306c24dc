import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MOST_TRIAL_CALLS, type Language } from '#contracts';
import { OPEN_TO_STANDING_GRANTS } from '#legal';
import { type Asker } from '#people';
import { WithheldResults } from '#reviews';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';

/** A leg with its newest words. */
export interface TrialCall {
  legId: string;
  callId: string;
  transcriptId: string;
  personId: string;
  takenByPersonId: string;
  teamId: string;
  startedAt: Date;
  /** Which leg of the call it is, from 1. */
  leg: number;
}

/** The words of a leg that a standing grant may open. */
const WORDS = `from transcript join recording on recording.id = transcript.recording_id
  where recording.leg_id = leg.leg_id and ${OPEN_TO_STANDING_GRANTS('recording')}`;
const NEWEST = `(select transcript.id ${WORDS} order by transcript.created_at desc, transcript.id desc limit 1)`;

/** The calls on which a person may try phrases: scored, their words within the person's reach, and not to be judged blind by them. */
@Injectable()
export class TrialCallsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
  ) {}

  /** @param seed the same draws the same of the same calls */
  async draw(
    asker: Asker,
    languages: readonly Language[],
    seed: string,
  ): Promise<{ legIds: string[]; withWords: number; wordless: number }> {
    const parameters = new Parameters();
    const reach = await this.reach(asker, parameters);
    const [row]: { legIds: string[] | null; withWords: number; wordless: number }[] = await this.source.query(
      `with reached as (
         select leg.leg_id, exists (select 1 ${WORDS}) as worded from listed_leg leg
         where ${reach} and leg.language = any(${parameters.add(languages)}))
       select (select array_agg(leg_id) from (select leg_id from reached where worded
           order by md5(${parameters.add(seed)} || leg_id::text), leg_id limit ${MOST_TRIAL_CALLS}) drawn) as "legIds",
         count(*) filter (where worded)::int as "withWords", count(*) filter (where not worded)::int as wordless from reached`,
      parameters.values,
    );
    return { legIds: row?.legIds ?? [], withWords: row?.withWords ?? 0, wordless: row?.wordless ?? 0 };
  }

  /** Those of the legs that may be tried on now and still have words. */
  async of(asker: Asker, legIds: readonly string[]): Promise<TrialCall[]> {
    const parameters = new Parameters();
    const reach = await this.reach(asker, parameters);
    const rows: (Omit<TrialCall, 'transcriptId'> & { transcriptId: string | null })[] = await this.source.query(
      `select leg.leg_id as "legId", leg.call_id as "callId", leg.person_id as "personId",
         (select taken_by_person_id from leg taken where taken.id = leg.leg_id) as "takenByPersonId", leg.team_id as "teamId",
         leg.started_at as "startedAt", ${NEWEST} as "transcriptId",
         (select count(*)::int from leg one, leg earlier
            where one.id = leg.leg_id and earlier.call_id = one.call_id and earlier.position <= one.position) as leg
       from listed_leg leg where ${reach} and leg.leg_id = any(${parameters.add(legIds)}::uuid[]) order by leg.leg_id`,
      parameters.values,
    );
    return rows.flatMap(({ transcriptId, ...row }) => (transcriptId === null ? [] : [{ ...row, transcriptId }]));
  }

  private async reach(asker: Asker, parameters: Parameters): Promise<string> {
    const shown = resultShown(await this.withheld.of(asker), parameters, 'leg.leg_id');
    return `leg.stage = 'scored' and ${visibleLegs('transcripts.read', asker, parameters)} and ${shown}`;
  }
}
