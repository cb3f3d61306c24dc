import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ToLookAt, WorkService, type Looked } from '#platform';
import { newestWords } from '../newest-transcript.js';
import { SensitiveSpans } from '../redaction/sensitive-spans.service.js';
import { madeByOf } from './index-words.service.js';
import { SearchKeys } from './search-keys.service.js';

/** Opened in one sweep; the next one opens more. */
const AT_ONCE = 200;
/** Words whose indexing is under way, or was given up, are looked at again after this. */
const LOOK_AGAIN_SECONDS = 600;

/** Of these recordings, those whose newest words are not indexed under this key and by these rules. */
const UNINDEXED = `
  select words.recording_id as id, exists (select 1 from work
      where job = 'index-words' and subject_id = words.recording_id and done_at is null) as waits
  from unnest($1::uuid[]) subject
  join lateral (${newestWords('subject', 'recording_id, id, object_id')}) words on words.object_id is not null
  where not exists (select 1 from indexed_words
    where indexed_words.recording_id = words.recording_id and transcript_id = words.id and key_id = $2 and made_by = $3)`;

const EVERY_RECORDING = 'select id from recording where id > $1 order by id limit $2';

/** Finds words that cannot be searched yet: from before there was a search, under a retired key, or made by older rules. */
@Injectable()
export class UnindexedWords {
  constructor(
    private readonly source: DataSource,
    private readonly searchKeys: SearchKeys,
    private readonly work: WorkService,
    private readonly spans: SensitiveSpans,
    private readonly looks: ToLookAt,
  ) {}

  /** What words are indexed by now: other words of the same recording are indexed again. */
  get madeBy(): string {
    return madeByOf(this.spans.rules);
  }

  /** Opens work for some of them, and lets go of keys that nothing needs any more. @returns how many of both */
  async sweep(): Promise<number> {
    const { keyId } = await this.searchKeys.current();
    const { madeBy } = this;
    const walk = { version: `${keyId} ${madeBy}`, subjects: EVERY_RECORDING };
    const opened = await this.looks.run('index', (ids) => this.look(ids, keyId, madeBy), { walk, enough: AT_ONCE });
    return opened + (await this.searchKeys.destroyUnused());
  }

  private async look(ids: readonly string[], keyId: string, madeBy: string): Promise<Looked> {
    const unindexed: { id: string; waits: boolean }[] = await this.source.query(UNINDEXED, [ids, keyId, madeBy]);
    const due = unindexed.filter(({ waits }) => !waits).map(({ id }) => id);
    const wanted = due.slice(0, AT_ONCE).map((subjectId) => ({ job: 'index-words' as const, subjectId }));
    const opened = await this.source.transaction((tx) => this.work.openMany(tx, wanted));
    const left = new Set(due.slice(AT_ONCE));
    return {
      done: opened.length,
      again: new Map(unindexed.map(({ id }) => [id, left.has(id) ? 0 : LOOK_AGAIN_SECONDS])),
    };
  }
}
