import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SensitiveSpan } from '#contracts';
import { type Recording, type SpanMs } from '#recordings';
import { newestWords, RedactionPolicyService } from '#transcripts';
import { type StandingGrant } from '../standing-grant.entity.js';
import { soundToServe, type CheckedSound, type SoundToServe } from './sound-gate.rules.js';

interface Row {
  transcript_id: string | null;
  rules_version: number | null;
  spans: SensitiveSpan[] | null;
  copy_transcript_id: string | null;
  copy_rules_version: number | null;
  cut: SpanMs[][] | null;
  cut_deferred: boolean;
  words_failed: boolean;
}

/** The newest words, what was found in them, the copy, the cuts, and whether there will be no words: the last try failed, or it was given up. */
const KNOWN = `
  select words.id as transcript_id, found.rules_version, found.spans, recording.cut_deferred,
    masked_sound.transcript_id as copy_transcript_id, masked_sound.rules_version as copy_rules_version,
    (select jsonb_agg(spans_ms) from recording_cut where recording_id = recording.id) as cut,
    coalesce((select failed_at is not null from work
      where job in ('transcribe-recording', 'take-provided-words') and subject_id = recording.id order by created_at desc, id desc limit 1), false) as words_failed
  from recording
  left join lateral (${newestWords('recording.id', 'id')}) words on true
  left join lateral (
    select rules_version, spans from redaction where transcript_id = words.id order by rules_version desc limit 1
  ) found on true
  left join masked_sound on masked_sound.recording_id = recording.id
  where recording.id = $1`;

/** Decides what of a recording may be heard: all code that gives out sound or its shape asks here. */
@Injectable()
export class SoundGate {
  constructor(
    private readonly source: DataSource,
    private readonly policy: RedactionPolicyService,
  ) {}

  async ask(
    { id, durationMs }: Pick<Recording, 'id' | 'durationMs'>,
    grant: Pick<StandingGrant, 'rendition'>,
  ): Promise<SoundToServe> {
    const [rows, policy] = await Promise.all([this.source.query<Row[]>(KNOWN, [id]), this.policy.current()]);
    const row = rows[0];
    if (!row) return { refuse: 'being_checked' };
    return soundToServe(known(row, durationMs), policy, grant.rendition === 'original');
  }
}

function known(row: Row, durationMs: number): CheckedSound {
  const { transcript_id: transcriptId, rules_version: rulesVersion, spans } = row;
  return {
    words: transcriptId ? 'there' : row.words_failed ? 'none' : 'expected',
    transcriptId,
    found: rulesVersion !== null && spans ? { rulesVersion, spans } : null,
    copy: row.copy_transcript_id
      ? { transcriptId: row.copy_transcript_id, rulesVersion: row.copy_rules_version ?? 0 }
      : null,
    cut: (row.cut ?? []).flat(),
    cutDeferred: row.cut_deferred,
    durationMs,
  };
}
