import { Call, Leg, Matter } from '#calls';
import { ConsentDecision } from '#consent';
import { JournalDetail, JournalEntry, JournalHead, JournalPending, JournalSeal } from '#journal';
import { Play, StandingGrant } from '#legal';
import {
  Account,
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
  RoleAssignment,
  RoleProposal,
  Session,
  SignInDelay,
  Team,
} from '#people';
import { Work } from '#platform';
import { ChecklistVersion, CountingScorecard, Scorecard } from '#quality';
import { ObjectWrite, Recording, StoredObject } from '#recordings';
import { TranscriptChunk, TranscriptRow } from '#transcripts';

/** Every table of the product, each owned by one lib. */
export const ENTITIES = [
  Work,
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
  Matter,
  Call,
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
];
