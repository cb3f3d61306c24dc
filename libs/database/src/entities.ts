import { Call, CallGiveUp, Leg, Matter } from '#calls';
import { ConsentDecision } from '#consent';
import { JournalDetail, JournalEntry, JournalHead, JournalPending, JournalSeal } from '#journal';
import { Play, StandingGrant } from '#legal';
import {
  Account,
  ApiToken,
  CalendarDay,
  CalendarPeriod,
  Client,
  Company,
  CompanyProfileVersion,
  ExtensionAssignment,
  Invitation,
  NoticeAcknowledgement,
  Person,
  RecordingNotice,
  RecoveryCode,
  RoleAssignment,
  RoleProposal,
  SecondFactor,
  Session,
  SignInDelay,
  Team,
} from '#people';
import { Work, WorkerPresenceRow } from '#platform';
import { ChecklistVersion, CountingScorecard, Scorecard } from '#quality';
import { ObjectWrite, Recording, StoredObject } from '#recordings';
import { TranscriptChunk, TranscriptRow } from '#transcripts';
import { WebhookAttemptRow, WebhookDeliveryRow, WebhookEndpointRow } from '#webhooks';

/** Every table of the product, each owned by one lib. */
export const ENTITIES = [
  Work,
  WorkerPresenceRow,
  JournalEntry,
  JournalDetail,
  JournalPending,
  JournalSeal,
  JournalHead,
  Client,
  Team,
  Company,
  CompanyProfileVersion,
  CalendarDay,
  CalendarPeriod,
  Person,
  ExtensionAssignment,
  Account,
  RoleAssignment,
  RoleProposal,
  Invitation,
  RecordingNotice,
  NoticeAcknowledgement,
  Session,
  SignInDelay,
  SecondFactor,
  RecoveryCode,
  ApiToken,
  Matter,
  Call,
  CallGiveUp,
  Leg,
  ConsentDecision,
  Recording,
  StoredObject,
  ObjectWrite,
  TranscriptRow,
  TranscriptChunk,
  ChecklistVersion,
  Scorecard,
  CountingScorecard,
  StandingGrant,
  Play,
  WebhookEndpointRow,
  WebhookDeliveryRow,
  WebhookAttemptRow,
];
