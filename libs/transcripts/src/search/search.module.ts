import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { SensitiveSpans } from '../redaction/sensitive-spans.service.js';
import { IndexWordsService } from './index-words.service.js';
import { SearchKeys } from './search-keys.service.js';
import { UnindexedWords } from './unindexed.service.js';

@Module({
  imports: [JournalModule, RecordingsModule],
  providers: [SensitiveSpans, SearchKeys, IndexWordsService, UnindexedWords],
  exports: [SensitiveSpans, SearchKeys, IndexWordsService, UnindexedWords],
})
export class SearchModule {}
