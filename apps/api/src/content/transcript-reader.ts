import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RedactionMode, type SensitiveSpan, type Transcript } from '#contracts';
import { JournalService } from '#journal';
import { type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { StoredObject, VaultService } from '#recordings';
import { RedactionPolicyService, SensitiveSpans, type TranscriptRow } from '#transcripts';
import { MaskingThread } from './masking-thread.js';
import { unwrapFailure } from './unwrapping.js';

/** Words as they may be read. */
export interface ReadableWords {
  /** The transcript's JSON, masked. */
  json: Uint8Array;
  spans: readonly SensitiveSpan[];
  /** What the policy does now; `original`: the grant is to the words as they were said. */
  mode: RedactionMode | 'original';
  kinds: readonly SensitiveSpan['kind'][];
}

/** Words by the original's right: card codes are hidden still, for nobody may keep them. */
const ORIGINAL = { mode: 'highlight', kinds: [] } as const;

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
    const object = await this.source.manager.findOneByOrFail(StoredObject, { id: row.objectId });
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

  private async isOriginal(grantId: string): Promise<boolean> {
    const [row]: { rendition: string }[] = await this.source.query(
      'select rendition from standing_grant where id = $1',
      [grantId],
    );
    return row?.rendition === 'original';
  }
}

/** Hides in words what was found in them, by the policy in force. */
@Injectable()
export class WordMasking {
  constructor(
    private readonly spans: SensitiveSpans,
    private readonly policy: RedactionPolicyService,
    private readonly thread: MaskingThread,
  ) {}

  async mask(transcriptId: string, words: Uint8Array, original: boolean): Promise<ReadableWords> {
    const [stored, policy] = await Promise.all([this.spans.stored(transcriptId), this.policy.current()]);
    const { mode, kinds } = original ? ORIGINAL : policy;
    const shown = original ? ('original' as const) : mode;
    // Most calls have nothing to hide: their words go out as they were sealed, unread.
    if (stored?.spans.length === 0) return { json: words, spans: [], mode: shown, kinds };
    const answer = await this.thread.mask({ words, spans: stored?.spans ?? null, mode, kinds });
    return { json: answer.words, spans: answer.spans, mode: shown, kinds };
  }
}
