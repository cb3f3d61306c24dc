import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { ChecklistRegister } from './checklists/checklist-register.service.js';
import { CountingPointer } from './counting-pointer.js';
import { LexiconSets } from './replay/lexicon-sets.js';
import { LegToScoreService } from './scoring/leg-to-score.service.js';
import { ScoreLegService } from './scoring/score-leg.service.js';
import { ScorecardLedger } from './scoring/scorecard-ledger.js';

@Module({
  imports: [JournalModule, CallsModule, RecordingsModule],
  providers: [ChecklistRegister, CountingPointer, LexiconSets, LegToScoreService, ScorecardLedger, ScoreLegService],
  exports: [ChecklistRegister, ScoreLegService],
})
export class QualityModule {}
