import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type CallAccesses, type CallAccessesQuery } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { CallAccess, partsOf } from '../../reach/call-access.js';

/** Who heard or read a call, under which right. Reached by: every play, every listening in on their agent while it went on, and every journalled reading and export, of the legs that may be seen. */
const ACCESSES = `
  select play.opened_at as at, 'heard' as kind, play.person_id, play.purpose, play.rendition, play.heard_ms, play.released_ms,
    coalesce(standing.code, given.code, best.code) as code, given.request_id, request.confidential, request.break_glass
  from play join recording on recording.id = play.recording_id
  left join standing_grant standing on standing.id = play.grant_id
  left join best_call best on best.id = play.best_call_id
  left join request_grant given on given.id = play.request_grant_id
  left join legal_request request on request.id = given.request_id
  where play.call_id = any($1::uuid[]) and recording.leg_id = any($2)
  union all
  select one.opened_at, case one.follows when 'words' then 'read' else 'listened_in' end, one.person_id, one.purpose, null,
    case one.follows when 'sound' then jsonb_build_array(jsonb_build_array(0, one.sent_ms)) end, null, standing.code, null, null, null
  from (select distinct call_id, person_id from leg where call_id = any($1::uuid[]) and id = any($2)) heard
  join live_listening one on one.agent_person_id = heard.person_id
  join standing_grant standing on standing.id = one.grant_id
  where heard.call_id = coalesce(
    (select named.call_id from call_name named where named.source = one.source and named.external_id = one.live_call_id::text),
    (select own.id from call own where own.source = one.source and own.external_id = one.live_call_id::text))
  union all
  select entry.at, case entry.event when 'recording.exported' then 'exported' else 'read' end, entry.actor_person_id, coalesce(standing.purpose, request.purpose), coalesce(standing.rendition, given.rendition),
    null, null, coalesce(standing.code, given.code), given.request_id, request.confidential, request.break_glass
  from journal_entry entry join journal_detail detail on detail.entry_id = entry.id
  left join transcript on transcript.id = (details->>'transcriptId')::uuid
  join recording on recording.id = coalesce(transcript.recording_id, (details->>'recordingId')::uuid)
  left join standing_grant standing on standing.id = (details->>'grantId')::uuid
  left join request_grant given on given.id = (details->>'grantId')::uuid
  left join legal_request request on request.id = given.request_id
  where entry.call_id = any($1::uuid[]) and entry.event in ('transcript.read', 'transcript.excerpted', 'recording.exported') and recording.leg_id = any($2)`;

/** A page reads the words several times for one look at it: what one person read under one right within an hour is one line. */
const GATHERED = `
  select max(at) as at, kind, person_id, purpose, rendition, heard_ms, released_ms, code, request_id, confidential, break_glass, count(*)::int as times
  from (${ACCESSES}) every
  group by kind, person_id, purpose, rendition, heard_ms, released_ms, code, request_id, confidential, break_glass,
    case when kind = 'read' then date_trunc('hour', at) else at end`;

const MOST = 200;

const WHOSE: Record<CallAccessesQuery['whose'], string> = {
  all: '$3::uuid is not null',
  others: 'one.person_id is distinct from $3::uuid',
  own: 'one.person_id = $3::uuid',
};

interface Row {
  at: Date;
  kind: CallAccesses['items'][number]['kind'];
  person_id: string | null;
  name: Bilingual | null;
  purpose: CallAccesses['items'][number]['purpose'];
  rendition: 'masked' | 'original' | null;
  heard_ms: [number, number][] | null;
  released_ms: [number, number][] | null;
  times: number;
  code: string | null;
  request_id: string | null;
  confidential: boolean | null;
  break_glass: boolean | null;
}

/** Tells the recorded people, and all who may see the call, who heard or read it and why. */
@Injectable()
export class AccessesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
  ) {}

  /** The newest first. @throws DomainError `not_found` */
  async list(asker: Asker, callId: string, whose: CallAccessesQuery['whose'] = 'all'): Promise<CallAccesses> {
    const legs = await this.access.legs(asker, callId, 'calls.journal.read');
    const of = [partsOf(legs), legs.map(({ id }) => id), asker.personId];
    const rows: Row[] = await this.source.query(
      `select one.*, case when person.id is not null then json_build_object('zh', name_zh, 'en', name_en) end as name
       from (${GATHERED}) one left join person on person.id = one.person_id where ${WHOSE[whose]} order by at desc limit ${MOST}`,
      of,
    );
    const [counted]: { own: number }[] = await this.source.query(
      `select count(*)::int as own from (${GATHERED}) one where ${WHOSE.own}`,
      of,
    );
    const oversees = maySeeRequester(asker);
    return {
      own: counted?.own ?? 0,
      items: rows.map((row) => itemOf(row, oversees || row.person_id === asker.personId)),
    };
  }
}

/** People who oversee legal requests are told who asked, also where a request is confidential. */
export const maySeeRequester = (asker: Pick<Asker, 'held' | 'personId'>): boolean =>
  scopeOf('legal.oversee', asker.held, asker.personId).kind !== 'none';

/** Milliseconds of all spans together; null where there are none to tell of. */
export const lengthOf = (spans: Row['heard_ms']): number | null =>
  spans?.reduce((sum, [from, to]) => sum + to - from, 0) ?? null;

function itemOf(row: Row, knows: boolean): CallAccesses['items'][number] {
  const withheld = row.confidential === true && !knows;
  return {
    at: row.at.toISOString(),
    kind: row.kind,
    by: withheld ? null : row.name,
    withheld,
    purpose: row.purpose,
    right: row.request_id === null ? 'standing' : row.break_glass ? 'break_glass' : 'request',
    grantCode: withheld ? null : row.code,
    rendition: row.rendition,
    heardMs: lengthOf(row.heard_ms),
    sentMs: lengthOf(row.released_ms),
    times: row.times,
  };
}
