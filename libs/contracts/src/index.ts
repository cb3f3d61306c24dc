export * from './alarms.js';
export * from './floor-alarms.js';
export * from './call-stage.js';
export * from './telephony.js';
export * from './checklist.js';
export * from './commitments.js';
export * from './company.js';
export * from './completeness.js';
export * from './listening.js';
export * from './live-calls.js';
export * from './consent.js';
export * from './consent-rules.js';
export * from './data-requests.js';
export * from './coaching.js';
export * from './capture-figures.js';
export * from './http/disputes.js';
export * from './disputes.js';
export * from './journal-events.js';
export * from './holds.js';
export * from './field-words.js';
export * from './figure-alerts.js';
export * from './folder/index.js';
export * from './http/accesses.js';
export * from './http/audit.js';
export * from './http/auth.js';
export * from './call-order.js';
export * from './call-period.js';
export * from './call-filters.js';
export * from './http/calibrations.js';
export * from './http/call-legs.js';
export * from './http/calls.js';
export * from './http/checklists.js';
export * from './http/checklist-rows.js';
export * from './http/commitments.js';
export * from './http/company.js';
export * from './http/telephony-sources.js';
export * from './corrections.js';
export * from './http/words.js';
export * from './http/errors.js';
export * from './http/data-requests.js';
export * from './http/best-calls.js';
export * from './http/coaching.js';
export * from './http/holds.js';
export * from './http/home.js';
export * from './http/set-up.js';
export * from './http/legal-requests.js';
export * from './evidence-exports.js';
export * from './http/notice.js';
export * from './http/people.js';
export * from './http/phrase-trials.js';
export * from './http/provider.js';
export * from './http/plays.js';
export * from './http/processing.js';
export * from './http/model-scorer.js';
export * from './http/quality.js';
export {
  idInAddress,
  statusOf,
  type AccessRule,
  type AnswerOf,
  type DeclaredRoute,
  type FileAnswer,
  type ParamsOf,
  type RefusalOf,
  type ReadOf,
  type SentTo,
} from './http/route.js';
export * from './routes.js';
export * from './http/report-mail.js';
export * from './http/sampling.js';
export * from './http/reports.js';
export * from './http/service-reports.js';
export * from './http/reviews.js';
export * from './http/runs.js';
export * from './http/redaction.js';
export * from './http/retention.js';
export * from './http/unrecorded.js';
export * from './http/upload-form.js';
export * from './http/ticked-calls.js';
export * from './http/standing-grants.js';
export * from './leg-facts.js';
export * from './upload.js';
export * from './http/views.js';
export * from './http/webhooks.js';
export * from './jobs.js';
export * from './language.js';
export * from './legal.js';
export * from './report-mail.js';
export * from './measures.js';
export * from './model-scorer.js';
export * from './no-answer.js';
export * from './notification-choices.js';
export * from './plain-text.js';
export * from './slug.js';
export * from './provided-words.js';
export * from './absences.js';
export * from './http/absences.js';
export * from './http/completeness.js';
export * from './http/floor.js';
export * from './http/live-calls.js';
export * from './modules.js';
export * from './redaction.js';
export * from './sign-in-policy.js';
export * from './retention.js';
export * from './report-kinds.js';
export * from './roles.js';
export * from './sampling.js';
export * from './schedules.js';
export * from './scoring.js';
export * from './sockets.js';
export * from './sound-checks.js';
export * from './standing-grants.js';
export * from './transcript.js';
export * from './words-refusal-words.js';
export * from './quality-settings.js';
export * from './watched-folders.js';
