import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { ChannelSound } from './channel-sound.js';
import { EngineLineUp } from './engine-line-up.js';
import { SpokenLanguage } from './language/spoken-language.service.js';
import { HearOrder } from './hear-order.service.js';
import { LiveWords } from './live/live-words.js';
import { MendingModule } from './mending/index.js';
import { RedactionModule } from './redaction/index.js';
import { SearchModule } from './search/index.js';
import { TranscribeRecordingService } from './transcribe-recording.service.js';
import { TranscriptionLedger } from './transcription-ledger.js';
import { KeptWordsThread } from './words/kept-words-thread.js';

@Module({
  imports: [JournalModule, PeopleModule, CallsModule, RecordingsModule, RedactionModule, MendingModule, SearchModule],
  providers: [
    { provide: LiveWords, useFactory: (lineUp: EngineLineUp) => lineUp.live, inject: [EngineLineUp] },
    ChannelSound,
    EngineLineUp,
    SpokenLanguage,
    TranscriptionLedger,
    KeptWordsThread,
    TranscribeRecordingService,
    HearOrder,
  ],
  exports: [LiveWords, MendingModule, TranscribeRecordingService, HearOrder, RedactionModule, SearchModule],
})
export class TranscriptsModule {}
