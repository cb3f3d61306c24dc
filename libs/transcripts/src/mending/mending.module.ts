import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { RedactionModule } from '../redaction/index.js';
import { StoredWords } from '../stored-words.service.js';
import { CorrectedWords } from './corrected-words.service.js';
import { HearAgain } from './hear-again.service.js';

/** What happens to words after they were there first: they are corrected by people, and the sound is heard again. */
@Module({
  imports: [JournalModule, RecordingsModule, RedactionModule],
  providers: [StoredWords, CorrectedWords, HearAgain],
  exports: [StoredWords, CorrectedWords, HearAgain],
})
export class MendingModule {}
