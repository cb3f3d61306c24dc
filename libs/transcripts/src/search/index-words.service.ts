import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { faultPoint, WorkService, type JobContext } from '#platform';
import { VaultService } from '#recordings';
import { SensitiveSpans } from '../redaction/sensitive-spans.service.js';
import { newestOfRecording } from '../newest-transcript.js';
import { sealedWords } from '../read-words.js';
import { type TranscriptRow } from '../transcript.entity.js';
import { IndexThread } from './index-thread.js';
import { type PackedPostings } from './packed-postings.rules.js';
import { SearchKeys } from './search-keys.service.js';
import { IndexedWords } from './search.entity.js';
import { TOKEN_RULES } from './tokens.rules.js';

const AUTHORITY = { kind: 'system', job: 'index-words' } as const;

/**
 * Makes the newest words of a recording searchable: its row replaces that of an earlier transcript in one transaction. Everything that
 * redaction found is hidden first, even where the company lets people read it: a number that must not be read must not be found either.
 */
@Injectable()
export class IndexWordsService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly searchKeys: SearchKeys,
    private readonly spans: SensitiveSpans,
    private readonly thread: IndexThread,
    private readonly work: WorkService,
  ) {}

  async index(recordingId: string, { lease }: JobContext): Promise<void> {
    const transcript = await newestOfRecording(this.source.manager, recordingId);
    const { keyId, key } = await this.searchKeys.current();
    const made = transcript && (await this.make(transcript, key));
    faultPoint('index-words.before-commit');
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      if (transcript && made) await replace(tx, transcript, { keyId, ...made });
    });
  }

  private async make(row: TranscriptRow, key: Buffer): Promise<{ madeBy: string; postings: PackedPostings }> {
    const words = await sealedWords(this.vault, row, AUTHORITY);
    const found = await this.spans.stored(row.id);
    const postings = await this.thread.postings({ words, spans: found?.spans ?? null, key });
    return { madeBy: madeByOf(found?.rulesVersion ?? this.spans.rules), postings };
  }
}

/** What an index entry was made by; another value is indexed again. */
export const madeByOf = (redactionRules: number): string => `tokens/${TOKEN_RULES} redaction/${redactionRules}`;

interface Made {
  keyId: string;
  madeBy: string;
  postings: PackedPostings;
}

async function replace(tx: EntityManager, transcript: TranscriptRow, { keyId, madeBy, postings }: Made): Promise<void> {
  const { id: transcriptId, recordingId } = transcript;
  // Of two that index one recording at once, the second waits and finds the first one's entry.
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`index ${recordingId}`]);
  await tx.delete(IndexedWords, { recordingId });
  await tx.query(
    `insert into indexed_words (recording_id, leg_id, transcript_id, key_id, made_by, started_at, tokens, places)
     select recording.id, recording.leg_id, $2, $3, $4, call.started_at, $5, $6
     from recording join call on call.id = recording.call_id where recording.id = $1`,
    [recordingId, transcriptId, keyId, madeBy, postings.tokens, Buffer.from(postings.places)],
  );
}
