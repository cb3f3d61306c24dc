/** Every table of the product, each owned by one lib. */
export {
  Call,
  CallCorrection,
  CallFact,
  CallGiveUp,
  CallJoined,
  CallName,
  CorrectionProposal,
  Leg,
  Matter,
} from '#calls';
export {
  BestCallRow,
  CoachingAnswerRow,
  CoachingGoalRow,
  CoachingMomentRow,
  CoachingSessionRow,
  SelfEvaluationAnswerRow,
  SelfEvaluationRow,
} from '#coaching';
export { CompletenessSettingRow, GapRow, LegCompleteness } from '#completeness';
export { FloorAcknowledgementRow, LiveCallInstructionRow, LiveCallRow, WallLinkRow } from '#floor';
export { ConsentDecision, ConsentRuleSetRow, ConsentRuleTrialRow } from '#consent';
export { CaptureProcess, SourceHour, UntoldRecords, WatchedFile, WatchedLog, WatchedLook } from '#intake';
export { JournalDetail, JournalEntry, JournalHead, JournalPending, JournalSeal } from '#journal';
export {
  BreakGlassOpening,
  BreakGlassReview,
  LegalCase,
  LegalDecision,
  LegalHold,
  LegalRequest,
  LegalRequestEvent,
  LegalRequestRecording,
  LiveListeningRow,
  Play,
  RequestGrant,
  GrantProposal,
  StandingGrant,
  StandingGrantUse,
  EvidenceExport,
} from '#legal';
export {
  Absence,
  AccountUnlock,
  Account,
  ApiToken,
  ServiceToken,
  CalendarDay,
  CalendarPeriod,
  Client,
  Company,
  CompanyProfileVersion,
  ExtensionAssignment,
  GroupRole,
  IdentityLink,
  Invitation,
  KnownDevice,
  EmailProof,
  NoticeAcknowledgement,
  Passkey,
  PasskeyChallenge,
  Person,
  ProviderAttempt,
  QueueTeam,
  ProviderToken,
  RecordingNotice,
  RecoveryCode,
  RoleAssignment,
  RoleProposal,
  RoleSuspension,
  SecondFactor,
  Session,
  SignInDelay,
  SmallHousePeriod,
  Team,
  SignInPolicyRow,
} from '#people';
export { ScheduleRow, UpkeepRun, Work, WorkerPresenceRow } from '#platform';
export {
  AwaitingPersonRow,
  SetAsideRow,
  BlindJudgementRow,
  ReviewRetractionRow,
  ChecklistDraft,
  ChecklistRetirement,
  ChecklistVersion,
  CountingScorecard,
  LexiconSet,
  ModelAgreementRow,
  FoundActsRow,
  ModelAnswerRow,
  ProposalLookRow,
  QualityRun,
  Scorecard,
} from '#quality';
export {
  ResultLookRow,
  LegCommentMentionRow,
  LegCommentRow,
  LegCommentTextRow,
  ReviewAcknowledgementRow,
  ReviewDraftRow,
  ReviewTimeRow,
  ReviewWorkRow,
  CalibrationAnswerRow,
  CalibrationDecisionRow,
  CalibrationReviewerRow,
  CalibrationRow,
  DisputeDecisionRow,
  DisputeRow,
  ReviewAssignmentRow,
  SamplingDrawRow,
  SamplingFrameRow,
  SamplingPlanRow,
  SamplingPlanVersionRow,
  ReviewAnswerRow,
} from '#reviews';
export { Commitment, CommitmentEvent } from '#commitments';
export { RecertificationItemRow, RecertificationRoundRow, RecertificationSettingRow } from '#recertification';
export { ReportCopyRow, ReportRecipientRow, ReportSubscriptionRow } from '#reports';
export {
  CustodyHold,
  DestructionCertificate,
  ObjectWrite,
  Recording,
  RecordingSpeech,
  RecordingTrack,
  RecordingUnheard,
  StoredObject,
} from '#recordings';
export { CustomerSecret, SwitchboardNumber, TelephonyKey, TelephonyRecordRow, TelephonySourceRow } from '#telephony';
export {
  CardCodeDecision,
  MaskedSound,
  RecordingCut,
  RedactionPolicyRow,
  RedactionRow,
  IndexedWords,
  SearchKey,
  TranscriptChunk,
  TranscriptRow,
} from '#transcripts';
export { DataRequest, DataRequestRecording, Destruction, RetentionScheduleRow, RetentionTerm } from '#retention';
export {
  Alarm,
  ChatAddressRow,
  ChatHostRow,
  ChatMessageRow,
  MailRow,
  Notification,
  ToldChoiceRow,
  ToldSettingRow,
} from '#notifications';
export { WebhookAttemptRow, WebhookDeliveryRow, WebhookEndpointRow } from '#webhooks';
