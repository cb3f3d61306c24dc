import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Transcript } from '#contracts';
import { GrantService } from '#legal';
import { type Asker } from '#people';
import { DomainError } from '#platform';
import { type WordsToTry } from '#quality/rules';
import { SensitiveSpans, TranscriptRow } from '#transcripts';
import { SealedWords } from '../call/words/sealed-words.js';
import { type Candidate as FoundLeg } from './candidates.query.js';

type Candidate = Pick<FoundLeg, 'transcriptId' | 'personId' | 'takenByPersonId' | 'teamId'>;

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
    const found = await this.sealedOf(asker, candidate);
    if (!found) return null;
    await nextTurn();
    const transcript = JSON.parse(found.words.toString('utf8')) as Transcript;
    const { masked } = await this.spans.hideAll(candidate.transcriptId, transcript);
    return { grantId: found.grantId, transcript: masked };
  }

  /** For what is told of the words and shows none of them: as they were sealed, with what is to be hidden in them. */
  async toTry(asker: Asker, candidate: Candidate): Promise<WordsToTry | null> {
    const found = await this.sealedOf(asker, candidate);
    if (!found) return null;
    return { words: found.words, spans: (await this.spans.stored(candidate.transcriptId))?.spans ?? null };
  }

  /** null where they are shut, destroyed or damaged: one recording must not close the search of all others. */
  private async sealedOf(
    asker: Asker,
    { transcriptId, ...leg }: Candidate,
  ): Promise<{ grantId: string; words: Buffer } | null> {
    const answer = await this.grants.liveGrant(asker, leg, 'read');
    if (!answer.allowed) return null;
    const grantId = answer.grant.id;
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: transcriptId });
    if (!row) return null;
    try {
      const { warrant } = await this.sealed.admit(row, { exit: 'search', asker, grantId });
      return { grantId, words: await this.sealed.unwrap(row, warrant) };
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
