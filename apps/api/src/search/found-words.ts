import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Transcript } from '#contracts';
import { GrantService } from '#legal';
import { type Asker } from '#people';
import { StoredObject, VaultService } from '#recordings';
import { SensitiveSpans, TranscriptRow } from '#transcripts';
import { unwrapFailure } from '../content/unwrapping.js';
import { type Candidate } from './candidates.query.js';

/** The words of a candidate as its reader may see them, and the grant that they were opened under. */
export interface OpenedWords {
  grantId: string;
  transcript: Transcript;
}

/** Opens the words of candidates, under a live grant each. Whoever calls writes the entries before anything is shown. */
@Injectable()
export class FoundWords {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly vault: VaultService,
    private readonly spans: SensitiveSpans,
  ) {}

  /** @returns null without a grant, or when the words were replaced meanwhile */
  async open(asker: Asker, candidate: Candidate): Promise<OpenedWords | null> {
    const answer = await this.grants.liveGrant(asker, candidate, 'read');
    if (!answer.allowed) return null;
    const grantId = answer.grant.id;
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: candidate.transcriptId });
    const object = row?.objectId && (await this.source.manager.findOneBy(StoredObject, { id: row.objectId }));
    if (!object) return null;
    const bytes = await this.vault.readAll(object, { kind: 'grant', grantId }).catch((error: unknown) => {
      throw unwrapFailure(error);
    });
    await nextTurn();
    const transcript = JSON.parse(bytes.toString('utf8')) as Transcript;
    return { grantId, transcript: (await this.spans.hideAll(candidate.transcriptId, transcript)).masked };
  }
}
