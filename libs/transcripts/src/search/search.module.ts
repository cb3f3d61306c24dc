import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { RedactionModule } from '../redaction/redaction.module.js';
import { IndexThread } from './index-thread.js';
import { IndexWordsService } from './index-words.service.js';
import { MovedPostings } from './moved-postings.service.js';
import { Postings } from './postings.js';
import { SearchKeys } from './search-keys.service.js';
import { UnindexedWords } from './unindexed.service.js';

/** Words found by keyed tokens (decision 33). */
@Module({
  imports: [JournalModule, RecordingsModule, RedactionModule],
  providers: [SearchKeys, IndexThread, Postings, MovedPostings, IndexWordsService, UnindexedWords],
  exports: [SearchKeys, Postings, MovedPostings, IndexWordsService, UnindexedWords],
})
export class SearchModule {}
