import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { StoredObject, VaultService } from '#recordings';
import { type TranscriptRow } from '#transcripts';
import { unwrapFailure } from './unwrapping.js';

/** Opens sealed transcripts: under a live grant only, and never without a committed journal entry that says so. */
@Injectable()
export class TranscriptReader {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly journal: JournalService,
    private readonly vault: VaultService,
  ) {}

  /** The grant under which the asker may read the words of a leg now, or null. */
  async grantFor(asker: Asker, leg: Leg): Promise<string | null> {
    if (!reaches(scopeOf('transcripts.read', asker.held, asker.personId), leg)) return null;
    const answer = await this.grants.liveGrant(asker, leg, 'read');
    return answer.allowed ? answer.grant.id : null;
  }

  /** @returns the transcript's JSON, as it was sealed */
  async read(asker: Asker, transcript: TranscriptRow, grantId: string, callId: string): Promise<Buffer> {
    const object = await this.source.manager.findOneByOrFail(StoredObject, { id: transcript.objectId });
    const about = { callId, actorPersonId: asker.personId };
    const token = asker.tokenId === null ? {} : { tokenId: asker.tokenId };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'transcript.read', { transcriptId: transcript.id, grantId, ...token }, about),
    );
    return this.vault.readAll(object, { kind: 'grant', grantId }).catch((error: unknown) => {
      throw unwrapFailure(error);
    });
  }
}
