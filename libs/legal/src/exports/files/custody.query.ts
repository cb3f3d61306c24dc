import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Manifest } from '../manifest.rules.js';

/** One decision about recording a call: by which rule, of which version of the consent rules; no version where they could not be read. */
export type ConsentOfCall = NonNullable<Manifest['recordings'][number]['consent']>[number];

/** One recording's custody as a package tells it: ids, times and hashes, no words and no names. */
export interface Custody {
  recordingId: string;
  callId: string;
  legId: string;
  startedAt: string;
  /** Of a part, of its sound as it was cut. */
  receivedSha256: string;
  /** sha256 of the original as it is kept now. */
  keptSha256: string;
  /** What was decided about recording the call, the earliest first. */
  consent: ConsentOfCall[];
  [fact: string]: unknown;
}

/** What is known of how recordings came, were sealed, kept and changed. */
@Injectable()
export class CustodyQuery {
  constructor(private readonly source: DataSource) {}

  /** In the order of their calls. */
  async of(recordingIds: readonly string[]): Promise<Custody[]> {
    const rows: { custody: Custody }[] = await this.source.query(
      `select jsonb_build_object(
         'recordingId', recording.id, 'callId', recording.call_id, 'legId', recording.leg_id, 'startedAt', call.started_at,
         'source', recording.source, 'externalId', recording.external_id,
         'receivedSha256', recording.sha256, 'keptSha256', coalesce(cuts.kept, recording.sha256), 'bytes', recording.bytes,
         'codec', codec, 'channels', channels, 'sampleRate', sample_rate, 'durationMs', duration_ms,
         'custody', custody, 'incomplete', incomplete, 'damaged', damaged,
         'capturedAt', recording.created_at, 'sealedAt', sealed_at, 'keyId', key_id,
         'objects', (select jsonb_agg(jsonb_build_object('objectId', id, 'kind', kind, 'plainBytes', plain_bytes,
            'sealedSha256', sealed_sha256, 'verifiedAt', verified_at) order by id) from stored_object where recording_id = recording.id),
         'consent', (select coalesce(jsonb_agg(jsonb_build_object('ruleId', rule_id, 'rulesVersion', rules_version,
              'rulesSha256', (select sha256 from consent_rule_set where version = rules_version),
              'state', state, 'mayRecord', may_record, 'at', decided_at) order by decided_at, id), '[]')
            from consent_decision where consent_decision.call_id = recording.call_id),
         'cuts', coalesce(cuts.all, '[]'),
         'splitAt', split_at,
         'partOf', (select jsonb_build_object('recordingId', whole.id, 'receivedSha256', whole.sha256, 'fromMs', recording.part_from_ms)
            from recording whole where whole.id = recording.part_of_id)
       ) as custody
       from recording join call on call.id = recording.call_id
       left join lateral (
         select (array_agg(new_sha256 order by cut_at desc))[1] as kept,
           jsonb_agg(jsonb_build_object('cutId', recording_cut.id, 'at', cut_at, 'silencedMs', spans_ms, 'oldKeyId', old_key_id,
             'newSha256', new_sha256, 'certificate', document, 'signature', signature) order by cut_at) as all
         from recording_cut left join destruction_certificate on cut_id = recording_cut.id
         where recording_cut.recording_id = recording.id
       ) cuts on true
       where recording.id = any($1) order by call.started_at, recording.id`,
      [recordingIds],
    );
    return rows.map(({ custody }) => custody);
  }
}
