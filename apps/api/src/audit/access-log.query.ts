import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AccessFilters, type AccessRow, type Bilingual } from '#contracts';
import { type Asker } from '#people';
import { writeCursor, type Cursor } from '../reach/cursor.rules.js';
import { lengthOf } from '../call/page/accesses.query.js';
import { Parameters } from '../reach/visible-legs.js';
import { wantedAccesses } from './access-log.sql.js';

interface Row {
  id: string;
  at: Date;
  micros: string;
  kind: AccessRow['kind'];
  by: { personId: string; name: Bilingual } | null;
  call_id: string | null;
  purpose: AccessRow['purpose'];
  rendition: AccessRow['rendition'];
  heard_ms: [number, number][] | null;
  released_ms: [number, number][] | null;
  grant_code: string | null;
  request_code: string | null;
  granted_by: AccessRow['right'];
}

/** Who heard, read or took what, by which right and why, over all calls within an auditor's reach. */
@Injectable()
export class AccessLogQuery {
  constructor(private readonly source: DataSource) {}

  /** The latest first. */
  async page(
    asker: Asker,
    { filters, timeZone }: { filters: AccessFilters; timeZone: string },
    { beside, limit }: { beside: Cursor | null; limit: number },
  ): Promise<{ rows: AccessRow[]; next: string | null }> {
    const parameters = new Parameters();
    const wanted = wantedAccesses({ asker, filters, timeZone, beside, limit: limit + 1 }, parameters);
    const rows: Row[] = await this.source.query(
      `select page.*, (extract(epoch from at) * 1000000)::bigint as micros, case when person.id is not null then
         jsonb_build_object('personId', person.id, 'name', jsonb_build_object('zh', name_zh, 'en', name_en)) end as by
       from (${wanted}) page left join person on person.id = page.person_id order by at desc, page.id desc`,
      parameters.values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    const next = more ? writeCursor({ startedAtMicros: last.micros, callId: last.id }) : null;
    return { rows: shown.map(rowOf), next };
  }
}

const rowOf = (row: Row): AccessRow => ({
  accessId: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  by: row.by,
  callId: row.call_id,
  purpose: row.purpose,
  right: row.granted_by,
  grantCode: row.grant_code,
  requestCode: row.request_code,
  rendition: row.rendition,
  heardMs: lengthOf(row.heard_ms),
  sentMs: lengthOf(row.released_ms),
});
