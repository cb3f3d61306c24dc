import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SignedHead } from '#journal';

/** An entry as a package shows it: with the hash before it, each can be checked on its own against its place. */
export interface ExcerptEntry {
  position: string | null;
  previousHash: string | null;
  chainHash: string | null;
  id: string;
  event: string;
  at: Date;
  actorPersonId: string | null;
  callId: string | null;
  commitment: string;
  salt: string | null;
  details: Record<string, unknown> | null;
}

const EXCERPT_FORMAT = 'shouwen.journal-excerpt/1';

/**
 * What the journal says of some recordings, of their legs and calls, and of the request that they were taken out by. What is about several legs is
 * in where one of these is among them; what is about other legs alone is not. How a recording was split tells when other agents spoke: then the
 * entry shows its place and hashes, without details, because a part of them would not answer to the commitment.
 */
@Injectable()
export class JournalExcerptQuery {
  constructor(private readonly source: DataSource) {}

  async head(): Promise<SignedHead | null> {
    const [head]: SignedHead[] = await this.source.query(
      `select position, chain_hash as "chainHash", signed_at as "signedAt", signature from journal_head order by position desc limit 1`,
    );
    return head ?? null;
  }

  async of(
    {
      callIds,
      recordingIds,
      requestId,
    }: { callIds: readonly string[]; recordingIds: readonly string[]; requestId: string },
    head: SignedHead | null,
  ): Promise<{ format: string; head: SignedHead | null; entries: ExcerptEntry[] }> {
    const entries: ExcerptEntry[] = await this.source.query(
      `select seal.position, seal.chain_hash as "chainHash",
         case when seal.position = 1 then repeat('0', 64) else before.chain_hash end as "previousHash",
         entry.id, event, at, actor_person_id as "actorPersonId", entry.call_id as "callId", commitment,
         case when told then salt end as salt, case when told then details end as details
       from journal_entry entry
       cross join (select coalesce(array_agg(id::text), '{}') as recordings, coalesce(array_agg(leg_id::text), '{}') as legs
         from recording where id = any($2)) own
       left join journal_detail on journal_detail.entry_id = entry.id
       cross join lateral (select to_jsonb(own.legs) @> jsonb_path_query_array(details, '$.parts[*].legId') as told) split
       left join journal_seal seal on seal.entry_id = entry.id
       left join journal_seal before on before.position = seal.position - 1
       left join transcript on transcript.id = (details->>'transcriptId')::uuid
       where (entry.call_id = any($1)
           and coalesce(coalesce(details->>'recordingId', transcript.recording_id::text) = any(own.recordings), true)
           and coalesce(details->>'legId' = any(own.legs), true)
           and coalesce(details->>'commitmentId' in (select id::text from commitment where leg_id::text = any(own.legs)), true)
           and coalesce(details->'legIds' ?| own.legs, true)
           and coalesce(details->'recordingIds' ?| own.recordings, true)
           -- The recordings that are heard again are named by the work alone.
           and (event <> 'call.rehear_asked'
             or coalesce(jsonb_path_query_array(details, '$.again[*].subjectId') ?| own.recordings, true)))
         or (entry.call_id is null and event like 'legal%' and details->>'requestId' = $3::text)
       order by seal.position, entry.id`,
      [callIds, recordingIds, requestId],
    );
    return { format: EXCERPT_FORMAT, head, entries };
  }
}
