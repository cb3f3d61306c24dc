import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { STRICTEST_REDACTION, type Transcript } from '#contracts';
import { Clock } from '#platform';
import { REDACTION_RULES_VERSION } from './find-spans.rules.js';
import { maskTranscript } from './mask-transcript.rules.js';
import { spansIn, type SpansJson } from './spans-json.rules.js';

/** What was found where in a transcript, and by which version of the rules. */
export interface FoundSpans {
  rulesVersion: number;
  spans: SpansJson;
}

/** Keeps where sensitive words are. They are found when a transcript is stored, in its transaction: none is ever readable without. */
@Injectable()
export class SensitiveSpans {
  /** Version of the rules that this program finds by. */
  readonly rules = REDACTION_RULES_VERSION;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Writes down what a transcript's words hide; what this version of the rules found before stays. */
  async record(tx: EntityManager, transcriptId: string, spans: SpansJson): Promise<void> {
    await tx.query(
      `insert into redaction (transcript_id, rules_version, spans, created_at) values ($1, $2, $3::jsonb, $4)
       on conflict do nothing`,
      [transcriptId, this.rules, spans, this.clock.now()],
    );
  }

  /** What was found last; null for words from before there were rules. */
  async stored(transcriptId: string, manager: EntityManager = this.source.manager): Promise<FoundSpans | null> {
    const [found]: FoundSpans[] = await manager.query(
      `select rules_version as "rulesVersion", spans::text as spans from redaction
       where transcript_id = $1 order by rules_version desc limit 1`,
      [transcriptId],
    );
    return found ?? null;
  }

  /** The words with everything sensitive hidden, under any policy of the company: for what is kept or sent without a reader's right. */
  async hideAll(transcriptId: string, transcript: Transcript): Promise<{ masked: Transcript; rules: number }> {
    const stored = await this.stored(transcriptId);
    const masked = maskTranscript(transcript, spansIn(transcript, stored?.spans ?? null), STRICTEST_REDACTION);
    return { masked, rules: stored?.rulesVersion ?? this.rules };
  }
}
