import { type DeclaredRoute } from './route.js';
import { accessesRoutes } from './accesses.routes.js';
import { accountRoutes } from './account.routes.js';
import { authRoutes } from './auth.routes.js';
import { backTestsRoutes } from './back-tests.routes.js';
import { breakGlassRoutes } from './break-glass.routes.js';
import { callAttentionRoutes } from './call-attention.routes.js';
import { callFindingRoutes } from './call-finding.routes.js';
import { callsRoutes } from './calls.routes.js';
import { cardCodesRoutes } from './card-codes.routes.js';
import { certificatesRoutes } from './certificates.routes.js';
import { checklistDraftsRoutes } from './checklist-drafts.routes.js';
import { checklistsRoutes } from './checklists.routes.js';
import { clientsRoutes } from './clients.routes.js';
import { commitmentsRoutes } from './commitments.routes.js';
import { companyRoutes } from './company.routes.js';
import { contentRoutes } from './content.routes.js';
import { correctionsRoutes } from './corrections.routes.js';
import { dataRequestsRoutes } from './data-requests.routes.js';
import { disputesRoutes } from './disputes.routes.js';
import { drawnReviewsRoutes } from './drawn-reviews.routes.js';
import { evidenceExportsRoutes } from './evidence-exports.routes.js';
import { extensionsRoutes } from './extensions.routes.js';
import { healthRoutes } from './health.routes.js';
import { holdsRoutes } from './holds.routes.js';
import { homeRoutes } from './home.routes.js';
import { journalRoutes } from './journal.routes.js';
import { legalCasesRoutes } from './legal-cases.routes.js';
import { legalRequestsRoutes } from './legal-requests.routes.js';
import { measuresRoutes } from './measures.routes.js';
import { modelScorerRoutes } from './model-scorer.routes.js';
import { noticeRoutes } from './notice.routes.js';
import { notificationsRoutes } from './notifications.routes.js';
import { openApiRoutes } from './openapi.routes.js';
import { peopleRoutes } from './people.routes.js';
import { playsRoutes } from './plays.routes.js';
import { processingRoutes } from './processing.routes.js';
import { proposalsRoutes } from './proposals.routes.js';
import { qualitySettingsRoutes } from './quality-settings.routes.js';
import { redactionRoutes } from './redaction.routes.js';
import { rehearingsRoutes } from './rehearings.routes.js';
import { rescoresRoutes } from './rescores.routes.js';
import { retentionRoutes } from './retention.routes.js';
import { reviewsRoutes } from './reviews.routes.js';
import { samplingRoutes } from './sampling.routes.js';
import { searchRoutes } from './search.routes.js';
import { secondFactorRoutes } from './second-factor.routes.js';
import { sentCallsRoutes } from './sent-calls.routes.js';
import { staffFileRoutes } from './staff-file.routes.js';
import { standingGrantsRoutes } from './standing-grants.routes.js';
import { stepUpRoutes } from './step-up.routes.js';
import { suspensionsRoutes } from './suspensions.routes.js';
import { tokensRoutes } from './tokens.routes.js';
import { uploadRoutes } from './upload.routes.js';
import { viewsRoutes } from './views.routes.js';
import { webhookDeliveriesRoutes } from './webhook-deliveries.routes.js';
import { webhooksRoutes } from './webhooks.routes.js';
import { wordsRoutes } from './words.routes.js';

export * from './accesses.routes.js';
export * from './account.routes.js';
export * from './auth.routes.js';
export * from './back-tests.routes.js';
export * from './break-glass.routes.js';
export * from './call-attention.routes.js';
export * from './call-finding.routes.js';
export * from './calls.routes.js';
export * from './card-codes.routes.js';
export * from './certificates.routes.js';
export * from './checklist-drafts.routes.js';
export * from './checklists.routes.js';
export * from './clients.routes.js';
export * from './commitments.routes.js';
export * from './company.routes.js';
export * from './content.routes.js';
export * from './corrections.routes.js';
export * from './data-requests.routes.js';
export * from './disputes.routes.js';
export * from './drawn-reviews.routes.js';
export * from './evidence-exports.routes.js';
export * from './extensions.routes.js';
export * from './health.routes.js';
export * from './holds.routes.js';
export * from './home.routes.js';
export * from './journal.routes.js';
export * from './legal-cases.routes.js';
export * from './legal-requests.routes.js';
export * from './measures.routes.js';
export * from './model-scorer.routes.js';
export * from './notice.routes.js';
export * from './notifications.routes.js';
export * from './openapi.routes.js';
export * from './people.routes.js';
export * from './plays.routes.js';
export * from './processing.routes.js';
export * from './proposals.routes.js';
export * from './quality-settings.routes.js';
export * from './redaction.routes.js';
export * from './refusals.js';
export * from './rehearings.routes.js';
export * from './rescores.routes.js';
export * from './retention.routes.js';
export * from './reviews.routes.js';
export * from './sampling.routes.js';
export * from './search.routes.js';
export * from './second-factor.routes.js';
export * from './sent-calls.routes.js';
export * from './staff-file.routes.js';
export * from './standing-grants.routes.js';
export * from './step-up.routes.js';
export * from './suspensions.routes.js';
export * from './tokens.routes.js';
export * from './upload.routes.js';
export * from './views.routes.js';
export * from './webhook-deliveries.routes.js';
export * from './webhooks.routes.js';
export * from './words.routes.js';

const GROUPS = [
  accessesRoutes,
  accountRoutes,
  authRoutes,
  backTestsRoutes,
  breakGlassRoutes,
  callAttentionRoutes,
  callFindingRoutes,
  callsRoutes,
  cardCodesRoutes,
  certificatesRoutes,
  checklistDraftsRoutes,
  checklistsRoutes,
  clientsRoutes,
  commitmentsRoutes,
  companyRoutes,
  contentRoutes,
  correctionsRoutes,
  dataRequestsRoutes,
  disputesRoutes,
  drawnReviewsRoutes,
  evidenceExportsRoutes,
  extensionsRoutes,
  healthRoutes,
  holdsRoutes,
  homeRoutes,
  journalRoutes,
  legalCasesRoutes,
  legalRequestsRoutes,
  measuresRoutes,
  modelScorerRoutes,
  noticeRoutes,
  notificationsRoutes,
  openApiRoutes,
  peopleRoutes,
  playsRoutes,
  processingRoutes,
  proposalsRoutes,
  qualitySettingsRoutes,
  redactionRoutes,
  rehearingsRoutes,
  rescoresRoutes,
  retentionRoutes,
  reviewsRoutes,
  samplingRoutes,
  searchRoutes,
  secondFactorRoutes,
  sentCallsRoutes,
  staffFileRoutes,
  standingGrantsRoutes,
  stepUpRoutes,
  suspensionsRoutes,
  tokensRoutes,
  uploadRoutes,
  viewsRoutes,
  webhookDeliveriesRoutes,
  webhooksRoutes,
  wordsRoutes,
];

/** Every route of the API. The API starts only when each has one handler, and when no handler implements a route that is not here. */
export const ROUTES: readonly DeclaredRoute[] = /* @__PURE__ */ GROUPS.flatMap((group) =>
  Object.values<DeclaredRoute>(group),
);
