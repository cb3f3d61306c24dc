import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CallsModule } from '#calls';
import { CoachingModule } from '#coaching';
import { ROUTES } from '#contracts';
import { DatabaseModule } from '#database';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { PlatformModule, type Env } from '#platform';
import { CalibrationModule, CommitmentsModule, QualityModule, SamplingModule } from '#quality';
import { RecordingsModule } from '#recordings';
import { MendingModule, RedactionModule, SearchModule } from '#transcripts';
import { AccessGuard } from './access/access.guard.js';
import { RateLimits } from './access/rate-limits.js';
import { AuditApiModule } from './audit/audit-api.module.js';
import { AccountsModule } from './auth/accounts.module.js';
import { CallAttentionController } from './calls/call-attention.controller.js';
import { CallsController } from './calls/calls.controller.js';
import { BackTestsApiModule } from './back-tests/back-tests-api.module.js';
import { BenchWords } from './checklists/bench-words.js';
import { ChecklistBench } from './checklists/checklist-bench.service.js';
import { ItemTrials } from './checklists/item-trials.service.js';
import { PhraseTrials } from './checklists/phrase-trials.service.js';
import { PhraseTrialsController } from './checklists/phrase-trials.controller.js';
import { TrialCallsQuery } from './checklists/trial-calls.query.js';
import { TrialPieces } from './checklists/trial-pieces.service.js';
import { ChecklistDraftsController } from './checklists/checklist-drafts.controller.js';
import { ChecklistImporter } from './checklists/checklist-import.service.js';
import { ChecklistLibraryController } from './checklists/checklist-library.controller.js';
import { ChecklistLibraryQuery } from './checklists/checklist-library.query.js';
import { ChecklistsController } from './checklists/checklists.controller.js';
import { ModelScorerController } from './checklists/model-scorer.controller.js';
import { ModelScorerQuery } from './checklists/model-scorer.query.js';
import { ChecklistsQuery } from './checklists/checklists.query.js';
import { CallAccess } from './reach/call-access.js';
import { CallDetailQuery } from './dashboard/call-detail.query.js';
import { CallExport } from './dashboard/call-export.service.js';
import { CallFiguresQuery } from './dashboard/call-figures.query.js';
import { CallFindingController } from './dashboard/call-finding.controller.js';
import { CallJournalQuery } from './dashboard/call-journal.query.js';
import { CallLegsQuery } from './dashboard/call-legs.query.js';
import { CallListQuery } from './dashboard/call-list.query.js';
import { CustomerCallsQuery } from './dashboard/customer-calls.query.js';
import { UnrecordedQuery } from './dashboard/unrecorded.query.js';
import { OrderedCalls } from './dashboard/ordered-calls.query.js';
import { CallNeighboursQuery } from './dashboard/call-neighbours.query.js';
import { ListedCalls } from './dashboard/listed-calls.js';
import { MayQuery } from './dashboard/may.query.js';
import { BestCallPlays } from './best-calls/best-call-plays.service.js';
import { BestCallSound } from './best-calls/best-call-sound.js';
import { BestCallWords } from './best-calls/best-call-words.js';
import { BestCallsController } from './best-calls/best-calls.controller.js';
import { BestCallsQuery } from './best-calls/best-calls.query.js';
import { CoachedPeople } from './coaching/coached-person.js';
import { CoachingController } from './coaching/coaching.controller.js';
import { CoachingSessionsQuery } from './coaching/coaching-sessions.query.js';
import { CoachingWords } from './coaching/moment-words.js';
import { CoachingMomentsQuery } from './coaching/moments.query.js';
import { EvaluationsController } from './coaching/evaluations.controller.js';
import { CoachingGoalsController } from './coaching/goals.controller.js';
import { GoalsQuery } from './coaching/goals.query.js';
import { EvaluationsQuery } from './coaching/evaluations.query.js';
import { CoachingSessionQuery } from './coaching/session.query.js';
import { CompanyApiModule } from './company/company-api.module.js';
import { TelephonySourcesApiModule } from './telephony-sources/telephony-sources-api.module.js';
import { PromisedWords } from './commitments/commitment-words.js';
import { CommitmentsController } from './commitments/commitments.controller.js';
import { CalibrationsController } from './calibrations/calibrations.controller.js';
import { CalibrationsQuery } from './calibrations/calibrations.query.js';
import { ReviewerAgreementQuery } from './calibrations/reviewer-agreement.query.js';
import { AgreementCallsQueries } from './trust/agreement-calls.query.js';
import { TrustController } from './trust/trust.controller.js';
import { DisputesController } from './disputes/disputes.controller.js';
import { HomeController } from './home/home.controller.js';
import { MomentsQuery } from './home/moments.query.js';
import { OverturnedQuery } from './home/overturned.query.js';
import { HomePeopleQuery } from './home/people.query.js';
import { SetUpQuery } from './home/set-up.query.js';
import { WaitsThereQuery } from './home/waits-there.query.js';
import { DisputesQuery } from './disputes/disputes.query.js';
import { DrawnQueueQuery } from './reviews/drawn-queue.query.js';
import { CommentsController } from './reviews/comments.controller.js';
import { CommentsQuery } from './reviews/comments.query.js';
import { ReviewTimesQuery } from './reviews/review-times.query.js';
import { AcknowledgementsController } from './reviews/acknowledgements.controller.js';
import { AcknowledgementsQuery } from './reviews/acknowledgements.query.js';
import { ReviewDraftsController } from './reviews/review-drafts.controller.js';
import { DrawnReviewsController } from './reviews/drawn-reviews.controller.js';
import { SamplingApiModule } from './sampling/sampling-api.module.js';
import { QualitySettingsController } from './disputes/quality-settings.controller.js';
import { CommitmentsQuery } from './commitments/commitments.query.js';
import { ContentController } from './content/content.controller.js';
import { AccessesQuery } from './content/accesses.query.js';
import { ProposalSight } from './content/proposal-sight.js';
import { PeaksQuery } from './content/peaks.query.js';
import { Readings } from './content/readings.service.js';
import { BlindCardsQuery } from './content/blind-cards.query.js';
import { ScorecardsQuery } from './content/scorecards.query.js';
import { TranscriptQuery } from './content/transcript.query.js';
import { WordsController } from './words/words.controller.js';
import { WordsCorrections } from './words/words-corrections.service.js';
import { WordsVersionsQuery } from './words/words-versions.query.js';
import { SealedWords } from './content/sealed-words.js';
import { WhyShut } from './content/why-shut.js';
import { TranscriptReader } from './content/transcript-reader.js';
import { WordMasking } from './content/word-masking.js';
import { MaskingThread } from './content/masking-thread.js';
import { StandingGrantsApiModule } from './standing-grants/standing-grants-api.module.js';
import { EvidenceExportsApiModule } from './evidence-exports/evidence-exports-api.module.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { UpkeepMetrics } from './health/upkeep-metrics.js';
import { ProblemFilter } from './http/problem.filter.js';
import { DECLARED, RoutesCheck } from './routes/routes-check.js';
import { RouteMethods } from './http/route-methods.js';
import { HoldsApiModule } from './holds/holds-api.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { LegalApiModule } from './legal/legal-api.module.js';
import { LiveApiModule } from './live/live-api.module.js';
import { LiveGateway } from './live/live.gateway.js';
import { MeasuresController } from './measures/measures.controller.js';
import { MeasuresQuery } from './measures/measures.query.js';
import { ApiDescription } from './openapi/api-description.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { ProcessingModule } from './processing/processing.module.js';
import { ConsentApiModule } from './consent/consent-api.module.js';
import { RetentionApiModule } from './retention/retention-api.module.js';
import { AudioService } from './plays/audio.service.js';
import { PlaybackService } from './plays/playback.service.js';
import { PlaysController } from './plays/plays.controller.js';
import { CandidatesQuery } from './search/candidates.query.js';
import { FoundWords } from './search/found-words.js';
import { ReportsApiModule } from './reports/reports-api.module.js';
import { SearchController } from './search/search.controller.js';
import { TickedCallsController } from './ticked/ticked-calls.controller.js';
import { TickedDesk } from './ticked/ticked-desk.service.js';
import { TickedQuery } from './ticked/ticked.query.js';
import { WordSearchService } from './search/word-search.service.js';
import { RedactionApiModule } from './redaction/redaction-api.module.js';
import { ProposalDesk } from './reviews/proposal-desk.service.js';
import { ReviewDesk } from './reviews/review-desk.service.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { WaitingQuery } from './reviews/waiting.query.js';
import { ViewsController } from './views/views.controller.js';
import { ViewsService } from './views/views.service.js';
import { NotificationsApiModule } from './notifications/notifications-api.module.js';
import { AbsencesApiModule } from './absences/absences-api.module.js';
import { CompletenessApiModule } from './completeness/completeness-api.module.js';
import { RecertificationApiModule } from './recertification/recertification-api.module.js';
import { WebhooksApiModule } from './webhooks/webhooks-api.module.js';

@Module({})
export class ApiModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(env, 'api'),
        DatabaseModule.forRoot(env.databaseUrl, 'shouwen-api', { pool: env.database.pool }),
        DiscoveryModule,
        JournalModule,
        PeopleModule,
        CallsModule,
        RecordingsModule,
        LegalModule,
        QualityModule,
        CommitmentsModule,
        SamplingModule,
        CoachingModule,
        CalibrationModule,
        BackTestsApiModule,
        SamplingApiModule,
        SearchModule,
        ReportsApiModule,
        NotificationsModule,
        RedactionModule,
        RedactionApiModule,
        MendingModule,
        AuditApiModule,
        EvidenceExportsApiModule,
        StandingGrantsApiModule,
        IngestModule,
        AccountsModule,
        CompanyApiModule,
        TelephonySourcesApiModule,
        LegalApiModule,
        ProcessingModule,
        HoldsApiModule,
        RetentionApiModule,
        ConsentApiModule,
        NotificationsApiModule,
        WebhooksApiModule,
        AbsencesApiModule,
        CompletenessApiModule,
        LiveApiModule,
        RecertificationApiModule,
      ],
      controllers: [
        CallsController,
        CallAttentionController,
        CallFindingController,
        TickedCallsController,
        ViewsController,
        ContentController,
        WordsController,
        ReviewsController,
        ChecklistDraftsController,
        ChecklistLibraryController,
        PhraseTrialsController,
        ChecklistsController,
        ModelScorerController,
        MeasuresController,
        PlaysController,
        CommitmentsController,
        DisputesController,
        BestCallsController,
        CoachingController,
        EvaluationsController,
        CoachingGoalsController,
        CalibrationsController,
        TrustController,
        HomeController,
        DrawnReviewsController,
        AcknowledgementsController,
        ReviewDraftsController,
        CommentsController,
        QualitySettingsController,
        SearchController,
        HealthController,
        OpenApiController,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: DECLARED, useValue: ROUTES },
        ...[RoutesCheck, RateLimits, RouteMethods, ApiDescription, Metrics, UpkeepMetrics],
        ...[
          CallAccess,
          CallListQuery,
          OrderedCalls,
          CallFiguresQuery,
          CallDetailQuery,
          CallLegsQuery,
          CallJournalQuery,
        ],
        ...[MayQuery, UnrecordedQuery, CustomerCallsQuery],
        ...[ListedCalls, CallNeighboursQuery, CallExport, ViewsService],
        ...[
          SealedWords,
          TranscriptReader,
          WhyShut,
          WordMasking,
          MaskingThread,
          TranscriptQuery,
          WordsVersionsQuery,
          WordsCorrections,
          ScorecardsQuery,
          BlindCardsQuery,
          PeaksQuery,
          AccessesQuery,
          Readings,
          MeasuresQuery,
          PlaybackService,
          AudioService,
        ],
        ...[TickedQuery, TickedDesk],
        ...[CandidatesQuery, FoundWords, WordSearchService],
        ...[
          WaitingQuery,
          ReviewTimesQuery,
          AcknowledgementsQuery,
          CommentsQuery,
          ReviewDesk,
          ProposalSight,
          ProposalDesk,
        ],
        ...[ChecklistsQuery, ChecklistLibraryQuery, ModelScorerQuery, ChecklistImporter, ChecklistBench, BenchWords],
        ...[TrialCallsQuery, TrialPieces, PhraseTrials, ItemTrials],
        ...[
          CoachingSessionsQuery,
          CoachingSessionQuery,
          CoachingMomentsQuery,
          EvaluationsQuery,
          GoalsQuery,
          CoachedPeople,
          CoachingWords,
        ],
        ...[BestCallPlays, BestCallSound, BestCallWords, BestCallsQuery],
        ...[MomentsQuery, SetUpQuery, HomePeopleQuery, OverturnedQuery, WaitsThereQuery],
        ...[CalibrationsQuery, ReviewerAgreementQuery, AgreementCallsQueries],
        ...[CommitmentsQuery, PromisedWords, DisputesQuery, DrawnQueueQuery],
        LiveGateway,
      ],
    };
  }
}
