import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DoubtfulCode, type DoubtfulCodes } from '#contracts';
import { type Asker } from '#people';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

const MOST = 100;

/** The newest rules' find in each transcript that holds a doubt: by the index of those alone. */
const DOUBTS = `
  redaction found join transcript words on words.id = found.transcript_id join recording on recording.id = words.recording_id
    join leg on leg.id = recording.leg_id join call on call.id = leg.call_id join person on person.id = leg.person_id
    where has_doubtful_code(found.spans) and recording.custody = 'sealed'
      and not exists (select 1 from redaction newer where newer.transcript_id = found.transcript_id
        and newer.rules_version > found.rules_version)`;

type Row = Omit<DoubtfulCode, 'startedAt'> & { startedAt: Date };

/** Stretches that may be card codes and wait for a person's decision, in the calls that the asker may decide about. */
@Injectable()
export class CardCodesQuery {
  constructor(private readonly source: DataSource) {}

  async waiting(asker: Asker): Promise<DoubtfulCodes> {
    const parameters = new Parameters();
    const reached = `${DOUBTS} and ${visibleLegs('redaction.decide', asker, parameters)}`;
    const [counted]: { total: number }[] = await this.source.query(
      `select count(distinct call.id)::int as total from ${reached}`,
      parameters.values,
    );
    const rows: Row[] = await this.source.query(
      `select page.*, (span->>'turn')::int as turn, (span->>'fromChar')::int as "fromChar",
         (span->>'fromMs')::int as "fromMs", (span->>'toMs')::int as "toMs"
       from (select call.id as "callId", call.started_at as "startedAt", found.transcript_id as "transcriptId", found.spans,
           json_build_object('zh', person.name_zh, 'en', person.name_en) as agent
         from ${reached} order by call.started_at, call.id limit ${MOST}) page, jsonb_array_elements(page.spans) span
       where span->>'kind' = 'card_code' and span->>'certainty' <> 'certain'
       order by "startedAt", "callId", turn limit ${MOST}`,
      parameters.values,
    );
    return { total: counted?.total ?? 0, items: rows.map(doubt) };
  }
}

const doubt = ({ callId, startedAt, transcriptId, agent, turn, fromChar, fromMs, toMs }: Row): DoubtfulCode => {
  return { callId, startedAt: startedAt.toISOString(), transcriptId, agent, turn, fromChar, fromMs, toMs };
};
