import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Transcript } from '#contracts';
import { JournalService } from '#journal';
import { type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { Recording, VaultService } from '#recordings';
import { type TranscriptRow } from '#transcripts';
import { cannotListen } from '../plays/refusals.js';
import { CertificateNumbers } from './certificate-numbers.js';
import { destroyed, unwrapFailure } from './unwrapping.js';
import { WordMasking, type ReadableWords } from './word-masking.js';

/**
 * Opens sealed transcripts: under a live grant only, never without a committed journal entry that says so, and masked as the grant and the
 * company's policy say. There is no other way from the vault to a reader.
 */
@Injectable()
export class TranscriptReader {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly journal: JournalService,
    private readonly vault: VaultService,
    private readonly masking: WordMasking,
    private readonly certificates: CertificateNumbers,
  ) {}

  /** The grant under which the asker may read the words of a leg now, or null. */
  async grantFor(asker: Asker, leg: Leg): Promise<string | null> {
    if (!reaches(scopeOf('transcripts.read', asker.held, asker.personId), leg)) return null;
    const answer = await this.grants.liveGrant(asker, leg, 'read');
    return answer.allowed ? answer.grant.id : null;
  }

  /** @returns the transcript, masked */
  async transcript(asker: Asker, row: TranscriptRow, grantId: string, callId: string): Promise<Transcript> {
    return JSON.parse((await this.read(asker, row, grantId, callId)).toString('utf8')) as Transcript;
  }

  /** @returns the transcript's JSON, masked */
  async read(asker: Asker, row: TranscriptRow, grantId: string, callId: string): Promise<Buffer> {
    return Buffer.from((await this.open(asker, row, grantId, callId)).json);
  }

  /** @returns the transcript's JSON, masked, and what was found in it */
  async open(asker: Asker, row: TranscriptRow, grantId: string, callId: string): Promise<ReadableWords> {
    await this.assertOpen(row, grantId);
    const object = await this.vault.named(row.objectId);
    const about = { callId, actorPersonId: asker.personId };
    const token = asker.tokenId === null ? {} : { tokenId: asker.tokenId };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'transcript.read', { transcriptId: row.id, grantId, ...token }, about),
    );
    const words = await this.vault.readAll(object, { kind: 'grant', grantId }).catch((error: unknown) => {
      throw unwrapFailure(error);
    });
    return this.masking.mask(row.id, words, await this.isOriginal(grantId));
  }

  /** What is being destroyed is read by nobody; what is restricted, only by what legal approved for one request. */
  private async assertOpen({ recordingId }: TranscriptRow, grantId: string): Promise<void> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    if (recording.destructionStartedAt) throw destroyed(await this.certificates.of(recordingId));
    if (recording.restricted && (await this.isStanding(grantId))) throw cannotListen('restricted');
  }

  private async isStanding(grantId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query('select 1 from standing_grant where id = $1', [grantId]);
    return rows.length > 0;
  }

  private async isOriginal(grantId: string): Promise<boolean> {
    const [row]: { rendition: string }[] = await this.source.query(
      'select rendition from standing_grant where id = $1 union all select rendition from request_grant where id = $1',
      [grantId],
    );
    return row?.rendition === 'original';
  }
}
