import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { PeopleModule } from '#people';
import { MendingModule } from '#transcripts';
import { ActsInForce } from './model-acts/acts-in-force.service.js';
import { CallActsService } from './acts/call-acts.service.js';
import { BenchThread } from './bench/bench-thread.service.js';
import { ChecklistDraftService } from './checklists/checklist-draft.service.js';
import { ChecklistPublishing } from './checklists/checklist-publishing.service.js';
import { ChecklistRegister } from './checklists/checklist-register.service.js';
import { ChecklistValidation } from './checklists/checklist-validation.service.js';
import { CountingPointer } from './counting/counting-pointer.js';
import { ModelAgreement } from './model-scorer/model-agreement.service.js';
import { ModelScorer } from './model-scorer/model-scorer.service.js';
import { BackTestService } from './replay/back-test.service.js';
import { LexiconSets } from './replay/lexicon-sets.js';
import { QualityRuns } from './replay/quality-runs.service.js';
import { ReplayService } from './replay/replay.service.js';
import { RehearCallsService } from './replay/rehear-calls.service.js';
import { RescoreCallsService } from './replay/rescore-calls.service.js';
import { RescoreService } from './replay/rescore.service.js';
import { FactsOfLeg } from './scoring/facts-of-leg.service.js';
import { JudgeThread } from './scoring/judge-thread.js';
import { LegToScoreService } from './scoring/leg-to-score.service.js';
import { ScoreLegService } from './scoring/score-leg.service.js';
import { ScorecardLedger } from './scoring/scorecard-ledger.js';
import { ItemTrust } from './trust/item-trust.service.js';
import { TrustQuery } from './trust/trust.query.js';
import { QualitySettingsService } from './settings/quality-settings.service.js';

/** Passes over past calls. */
const REPLAY = [
  ...[LexiconSets, QualityRuns, BackTestService, RehearCallsService],
  ...[RescoreCallsService, RescoreService, ReplayService],
];
const CHECKLISTS = [ChecklistRegister, ChecklistValidation, ChecklistDraftService, ChecklistPublishing, BenchThread];
const TRUST = [ModelAgreement, ItemTrust, TrustQuery, QualitySettingsService];
const SCORING = [CountingPointer, FactsOfLeg, LegToScoreService, ScoreLegService];

/** Judges calls. */
@Module({
  imports: [JournalModule, PeopleModule, CallsModule, RecordingsModule, MendingModule],
  providers: [
    ...[...CHECKLISTS, ...REPLAY, ...TRUST, ...SCORING],
    ...[ModelScorer, ActsInForce, CallActsService, JudgeThread, ScorecardLedger],
  ],
  exports: [...CHECKLISTS, ...REPLAY, ...TRUST, ...SCORING],
})
export class QualityModule {}
