import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService } from '#platform';
import { SensitiveSpans } from '../redaction/sensitive-spans.service.js';
import { madeByOf } from './index-words.service.js';
import { SearchKeys } from './search-keys.service.js';

/** Opened in one sweep; the next one opens more when these are done. */
const AT_ONCE = 200;

/** Finds words that cannot be searched yet: from before there was a search, under a retired key, or made by older rules. */
@Injectable()
export class UnindexedWords {
  constructor(
    private readonly source: DataSource,
    private readonly searchKeys: SearchKeys,
    private readonly work: WorkService,
    private readonly spans: SensitiveSpans,
  ) {}

  /** Opens work for some of them, and lets go of keys that nothing needs any more. @returns how many of both */
  async sweep(): Promise<number> {
    const { keyId } = await this.searchKeys.current();
    const found: { recording_id: string }[] = await this.source.query(
      `select transcript.recording_id from transcript
       where transcript.object_id is not null and not exists (select 1 from transcript newer
           where newer.recording_id = transcript.recording_id and newer.version > transcript.version)
         and not exists (select 1 from indexed_words
           where indexed_words.transcript_id = transcript.id and key_id = $1 and made_by = $2)
         and not exists (select 1 from work
           where job = 'index-words' and subject_id = transcript.recording_id and (done_at is null))
       limit $3`,
      [keyId, madeByOf(this.spans.rules), AT_ONCE],
    );
    await this.source.transaction(async (tx) => {
      for (const { recording_id } of found) await this.work.open(tx, 'index-words', recording_id);
    });
    return found.length + (await this.searchKeys.destroyUnused());
  }
}
