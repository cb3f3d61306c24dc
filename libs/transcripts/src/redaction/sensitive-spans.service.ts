import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { STRICTEST_REDACTION, type SensitiveSpan, type Transcript } from '#contracts';
import { Clock } from '#platform';
import { findSpans, REDACTION_RULES_VERSION } from './find-spans.rules.js';
import { maskTranscript } from './mask-transcript.rules.js';
import { RedactionRow } from './redaction.entity.js';

/** What was found where in a transcript, and by which version of the rules. */
export interface FoundSpans {
  rulesVersion: number;
  spans: SensitiveSpan[];
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
  async record(tx: EntityManager, transcriptId: string, spans: readonly SensitiveSpan[]): Promise<void> {
    const row = { transcriptId, rulesVersion: this.rules, spans: [...spans], createdAt: this.clock.now() };
    await tx.createQueryBuilder().insert().into(RedactionRow).values(row).orIgnore().execute();
  }

  /** What was found last; null for words from before there were rules. */
  async stored(transcriptId: string, manager: EntityManager = this.source.manager): Promise<FoundSpans | null> {
    return manager.findOne(RedactionRow, { where: { transcriptId }, order: { rulesVersion: 'DESC' } });
  }

  /** What was found last, or is found now in words that have not been looked through yet. */
  async of(transcriptId: string, transcript: Pick<Transcript, 'turns'>): Promise<FoundSpans> {
    return (await this.stored(transcriptId)) ?? { rulesVersion: this.rules, spans: findSpans(transcript) };
  }

  /** The words with everything sensitive hidden, under any policy of the company: for what is kept or sent without a reader's right. */
  async hideAll(transcriptId: string, transcript: Transcript): Promise<{ masked: Transcript; rules: number }> {
    const { spans, rulesVersion } = await this.of(transcriptId, transcript);
    return { masked: maskTranscript(transcript, spans, STRICTEST_REDACTION), rules: rulesVersion };
  }
}
