import { type RouteGroups } from '#contracts';
import { absencesHandlers } from './absences/absences.handlers.js';
import { accessesHandlers } from './audit/accesses.handlers.js';
import { journalHandlers } from './audit/journal.handlers.js';
import { accountHandlers } from './auth/account.handlers.js';
import { authHandlers, sessionUseHandlers } from './auth/auth.handlers.js';
import { passkeysHandlers } from './auth/passkeys.handlers.js';
import { providerHandlers, providerSetupHandlers } from './auth/provider.handlers.js';
import { signInPolicyHandlers } from './auth/sign-in-policy.handlers.js';
import { stepUpHandlers, secondFactorHandlers } from './auth/step-up.handlers.js';
import { backTestsHandlers, rehearingsHandlers, rescoresHandlers } from './back-tests/back-tests.handlers.js';
import { bestCallsHandlers } from './best-calls/best-calls.handlers.js';
import { calibrationsHandlers } from './calibrations/calibrations.handlers.js';
import { callAttentionHandlers, contentHandlers } from './call/page/call-attention.handlers.js';
import { callsHandlers } from './call/list/calls.handlers.js';
import { captureHandlers } from './capture/capture.handlers.js';
import { checklistDraftsHandlers, phraseTrialsHandlers } from './checklists/checklist-drafts.handlers.js';
import { checklistsHandlers, modelScorerHandlers, checklistLibraryHandlers } from './checklists/checklists.handlers.js';
import { coachingHandlers } from './coaching/coaching.handlers.js';
import { commitmentsHandlers } from './commitments/commitments.handlers.js';
import { companyHandlers, clientsHandlers } from './company/company.handlers.js';
import { smallHouseHandlers } from './company/small-house.handlers.js';
import { completenessHandlers } from './completeness/completeness.handlers.js';
import { consentRulesHandlers } from './consent/consent-rules.handlers.js';
import { correctionsHandlers } from './call/corrections/corrections.handlers.js';
import { callFindingHandlers } from './call/list/call-finding.handlers.js';
import { disputesHandlers } from './disputes/disputes.handlers.js';
import { qualitySettingsHandlers } from './disputes/quality-settings.handlers.js';
import { evidenceExportsHandlers } from './evidence-exports/evidence-exports.handlers.js';
import { wallsHandlers, floorHandlers } from './floor/walls.handlers.js';
import { healthHandlers } from './health/health.handlers.js';
import { holdsHandlers } from './holds/holds.handlers.js';
import { homeHandlers } from './home/home.handlers.js';
import { uploadHandlers } from './call/upload/upload.handlers.js';
import { legalRequestsHandlers, breakGlassHandlers, legalCasesHandlers } from './legal/legal-requests.handlers.js';
import { listeningHandlers } from './listening/listening.handlers.js';
import { liveCallsHandlers } from './live-calls/live-calls.handlers.js';
import { noticeHandlers } from './notice/notice.handlers.js';
import { toldSettingsHandlers, notificationsHandlers } from './notifications/told-settings.handlers.js';
import { openApiHandlers } from './openapi/openapi.handlers.js';
import { peopleHandlers } from './people/people.handlers.js';
import { proposalsHandlers, suspensionsHandlers } from './people/proposals.handlers.js';
import { staffFileHandlers } from './people/staff-file.handlers.js';
import { playsHandlers, measuresHandlers } from './call/audio/plays.handlers.js';
import { processingHandlers } from './processing/processing.handlers.js';
import { cardCodesHandlers } from './redaction/card-codes.handlers.js';
import { redactionHandlers } from './redaction/redaction.handlers.js';
import { reportMailHandlers } from './reports/report-mail.handlers.js';
import { reportsHandlers } from './reports/reports.handlers.js';
import { certificatesHandlers } from './retention/certificates.handlers.js';
import { dataRequestsHandlers } from './retention/data-requests.handlers.js';
import { retentionHandlers } from './retention/retention.handlers.js';
import { commentsHandlers } from './reviews/comments.handlers.js';
import { drawnReviewsHandlers } from './reviews/drawn-reviews.handlers.js';
import { reviewDraftsHandlers } from './reviews/review-drafts.handlers.js';
import { reviewsHandlers } from './reviews/reviews.handlers.js';
import { samplingHandlers, progressHandlers } from './sampling/sampling.handlers.js';
import { searchHandlers } from './search/search.handlers.js';
import { sentCallsHandlers } from './call/sent/sent-calls.handlers.js';
import { standingGrantsHandlers } from './standing-grants/standing-grants.handlers.js';
import { extensionsHandlers } from './telephony-map/extensions.handlers.js';
import { telephonySourcesHandlers } from './telephony-sources/sources.handlers.js';
import { tickedCallsHandlers } from './call/ticked/ticked-calls.handlers.js';
import { tokensHandlers, serviceTokensHandlers } from './tokens/tokens.handlers.js';
import { trustHandlers } from './trust/trust.handlers.js';
import { viewsHandlers } from './call/views/views.handlers.js';
import { webhooksHandlers, webhookDeliveriesHandlers } from './webhooks/webhooks.handlers.js';
import { wordsHandlers } from './call/words/words.handlers.js';
import { type Implementation } from './routes/implement.js';

/** Every group of routes that is no module's with what implements it: one that is missing does not compile. */
export const IMPLEMENTED = {
  absencesRoutes: absencesHandlers,
  accessesRoutes: accessesHandlers,
  accountRoutes: accountHandlers,
  authRoutes: authHandlers,
  backTestsRoutes: backTestsHandlers,
  bestCallsRoutes: bestCallsHandlers,
  breakGlassRoutes: breakGlassHandlers,
  calibrationsRoutes: calibrationsHandlers,
  callAttentionRoutes: callAttentionHandlers,
  callFindingRoutes: callFindingHandlers,
  callsRoutes: callsHandlers,
  captureRoutes: captureHandlers,
  cardCodesRoutes: cardCodesHandlers,
  certificatesRoutes: certificatesHandlers,
  checklistDraftsRoutes: checklistDraftsHandlers,
  checklistLibraryRoutes: checklistLibraryHandlers,
  checklistsRoutes: checklistsHandlers,
  clientsRoutes: clientsHandlers,
  coachingRoutes: coachingHandlers,
  commentsRoutes: commentsHandlers,
  commitmentsRoutes: commitmentsHandlers,
  companyRoutes: companyHandlers,
  completenessRoutes: completenessHandlers,
  consentRulesRoutes: consentRulesHandlers,
  contentRoutes: contentHandlers,
  correctionsRoutes: correctionsHandlers,
  dataRequestsRoutes: dataRequestsHandlers,
  disputesRoutes: disputesHandlers,
  drawnReviewsRoutes: drawnReviewsHandlers,
  evidenceExportsRoutes: evidenceExportsHandlers,
  extensionsRoutes: extensionsHandlers,
  floorRoutes: floorHandlers,
  healthRoutes: healthHandlers,
  holdsRoutes: holdsHandlers,
  homeRoutes: homeHandlers,
  journalRoutes: journalHandlers,
  legalCasesRoutes: legalCasesHandlers,
  legalRequestsRoutes: legalRequestsHandlers,
  listeningRoutes: listeningHandlers,
  liveCallsRoutes: liveCallsHandlers,
  measuresRoutes: measuresHandlers,
  modelScorerRoutes: modelScorerHandlers,
  noticeRoutes: noticeHandlers,
  notificationsRoutes: notificationsHandlers,
  openApiRoutes: openApiHandlers,
  passkeysRoutes: passkeysHandlers,
  peopleRoutes: peopleHandlers,
  phraseTrialsRoutes: phraseTrialsHandlers,
  playsRoutes: playsHandlers,
  processingRoutes: processingHandlers,
  progressRoutes: progressHandlers,
  proposalsRoutes: proposalsHandlers,
  providerRoutes: providerHandlers,
  providerSetupRoutes: providerSetupHandlers,
  qualitySettingsRoutes: qualitySettingsHandlers,
  redactionRoutes: redactionHandlers,
  rehearingsRoutes: rehearingsHandlers,
  reportMailRoutes: reportMailHandlers,
  reportsRoutes: reportsHandlers,
  rescoresRoutes: rescoresHandlers,
  retentionRoutes: retentionHandlers,
  reviewDraftsRoutes: reviewDraftsHandlers,
  reviewsRoutes: reviewsHandlers,
  samplingRoutes: samplingHandlers,
  searchRoutes: searchHandlers,
  secondFactorRoutes: secondFactorHandlers,
  sentCallsRoutes: sentCallsHandlers,
  serviceTokensRoutes: serviceTokensHandlers,
  sessionUseRoutes: sessionUseHandlers,
  signInPolicyRoutes: signInPolicyHandlers,
  smallHouseRoutes: smallHouseHandlers,
  staffFileRoutes: staffFileHandlers,
  standingGrantsRoutes: standingGrantsHandlers,
  stepUpRoutes: stepUpHandlers,
  suspensionsRoutes: suspensionsHandlers,
  telephonySourcesRoutes: telephonySourcesHandlers,
  tickedCallsRoutes: tickedCallsHandlers,
  tokensRoutes: tokensHandlers,
  toldSettingsRoutes: toldSettingsHandlers,
  trustRoutes: trustHandlers,
  uploadRoutes: uploadHandlers,
  viewsRoutes: viewsHandlers,
  wallsRoutes: wallsHandlers,
  webhookDeliveriesRoutes: webhookDeliveriesHandlers,
  webhooksRoutes: webhooksHandlers,
  wordsRoutes: wordsHandlers,
} satisfies { readonly [G in keyof RouteGroups]: Implementation<RouteGroups[G]> };
