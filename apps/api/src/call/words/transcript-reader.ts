import { Injectable } from '@nestjs/common';
import { type Transcript } from '#contracts';
import { type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { type TranscriptRow } from '#transcripts';
import { ReadingLog } from './reading-log.js';
import { SealedWords } from './sealed-words.js';
import { WordMasking, type ReadableWords } from './word-masking.js';

/**
 * Opens sealed transcripts: under a live grant only, never without a committed journal entry that says so, and masked as the grant and the
 * company's policy say. There is no other way from the vault to a reader.
 */
@Injectable()
export class TranscriptReader {
  constructor(
    private readonly grants: GrantService,
    private readonly log: ReadingLog,
    private readonly sealed: SealedWords,
    private readonly masking: WordMasking,
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

  /** @param each whether each reading is written down, also in the same look. @returns the transcript's JSON, masked, and what was found in it */
  async open(asker: Asker, row: TranscriptRow, grantId: string, callId: string, each = false): Promise<ReadableWords> {
    return (await this.openWhole(asker, row, grantId, callId, each)).readable;
  }

  /** Also the words as they were sealed, for what is made of them; nothing of those leaves the house. */
  async openWhole(
    asker: Asker,
    row: TranscriptRow,
    grantId: string,
    callId: string,
    each = false,
  ): Promise<{ readable: ReadableWords; sealed: Buffer }> {
    const { warrant, original } = await this.sealed.admit(row, { exit: 'transcript', asker, grantId });
    await this.log.note(asker, { transcriptId: row.id, grantId, callId }, each);
    const sealed = await this.sealed.unwrap(row, warrant);
    return { readable: await this.masking.mask(row.id, sealed, original), sealed };
  }
}
