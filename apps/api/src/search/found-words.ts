import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Transcript } from '#contracts';
import { GrantService } from '#legal';
import { type Asker } from '#people';
import { DomainError } from '#platform';
import { SensitiveSpans, TranscriptRow } from '#transcripts';
import { SealedWords } from '../content/sealed-words.js';
import { type Candidate } from './candidates.query.js';

/** The words of a candidate as its reader may see them, and the grant that they were opened under. */
export interface OpenedWords {
  grantId: string;
  transcript: Transcript;
}

/** Opens the words of candidates, under a live grant each. The caller writes the entries before anything is shown. */
@Injectable()
export class FoundWords {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly sealed: SealedWords,
    private readonly spans: SensitiveSpans,
  ) {}

  /** @returns null without a grant, where the recording is shut, or when the words were replaced meanwhile */
  async open(asker: Asker, candidate: Candidate): Promise<OpenedWords | null> {
    const answer = await this.grants.liveGrant(asker, candidate, 'read');
    if (!answer.allowed) return null;
    const grantId = answer.grant.id;
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: candidate.transcriptId });
    const transcript = row && (await this.words(asker, row, grantId));
    return transcript ? { grantId, transcript } : null;
  }

  /** null where they are shut, destroyed or damaged: one recording must not close the search of all others. */
  private async words(asker: Asker, row: TranscriptRow, grantId: string): Promise<Transcript | null> {
    try {
      const { warrant } = await this.sealed.admit(row, { exit: 'search', asker, grantId });
      const bytes = await this.sealed.unwrap(row, warrant);
      await nextTurn();
      const transcript = JSON.parse(bytes.toString('utf8')) as Transcript;
      return (await this.spans.hideAll(row.id, transcript)).masked;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
