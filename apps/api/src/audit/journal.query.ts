import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type JournalFilters, type JournalRow } from '#contracts';
import { type Asker } from '#people';
import { writeCursor, type Cursor } from '../reach/cursor.rules.js';
import { Parameters } from '../reach/visible-legs.js';
import { actedAs } from '../people/person.sql.js';
import { REFERENCE, SUBJECT } from './reference.sql.js';
import { wantedEntries } from './audited-entries.sql.js';

interface Row {
  id: string;
  position: string | null;
  signed: boolean;
  at: Date;
  micros: string;
  event: string;
  call_id: string | null;
  actor: { personId: string; name: Bilingual } | null;
  subject: { personId: string; name: Bilingual } | null;
  reference: string | null;
  details: Record<string, unknown> | null;
  commitment: string;
}

export interface JournalPageRead {
  rows: JournalRow[];
  /** Where the next page begins; null after the last row. */
  next: string | null;
}

/** Rows of the journal for who audits it: ids, times and closed words. What a call was about is not in the journal. */
@Injectable()
export class JournalQuery {
  constructor(private readonly source: DataSource) {}

  /** The latest first. */
  async page(
    asker: Asker,
    { filters, timeZone }: { filters: JournalFilters; timeZone: string },
    { beside, limit }: { beside: Cursor | null; limit: number },
  ): Promise<JournalPageRead> {
    const parameters = new Parameters();
    const wanted = wantedEntries({ asker, filters, timeZone, beside, limit: limit + 1 }, parameters);
    const rows: Row[] = await this.source.query(
      `select entry.id, seal.position, coalesce(seal.position <= (select max(position) from journal_head), false) as signed, entry.at,
         (extract(epoch from entry.at) * 1000000)::bigint as micros, entry.event, entry.call_id, entry.commitment, detail.details,
         coalesce((select jsonb_build_object('personId', person.id, 'name', ${actedAs('person', "(detail.details->>'forPersonId')::uuid")})
            from person where person.id = entry.actor_person_id),
           (select jsonb_build_object('personId', id, 'name', jsonb_build_object('zh', name, 'en', name))
            from service_token where id = entry.actor_person_id),
           (select jsonb_build_object('personId', id, 'name', jsonb_build_object('zh', name, 'en', name))
            from telephony_source where id = entry.actor_person_id)) as actor,
         ${SUBJECT} as subject,
         ${REFERENCE} as reference
       from (${wanted}) page join journal_entry entry on entry.id = page.id
       left join journal_detail detail on detail.entry_id = entry.id
       left join journal_seal seal on seal.entry_id = entry.id
       order by entry.at desc, entry.id desc`,
      parameters.values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      rows: shown.map(rowOf),
      next: more ? writeCursor({ startedAtMicros: last.micros, callId: last.id }) : null,
    };
  }
}

const rowOf = (row: Row): JournalRow => ({
  entryId: row.id,
  position: row.position === null ? null : Number(row.position),
  signed: row.signed,
  at: row.at.toISOString(),
  event: row.event,
  callId: row.call_id,
  actor: row.actor,
  subject: row.subject,
  reference: row.reference,
  details: row.details,
  commitment: row.commitment,
});
