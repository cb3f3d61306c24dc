import { z } from 'zod';
import { type Bilingual } from './language.js';

/**
 * Every background job, declared once. A job works on one subject, named by its id; the queue carries the id of the work row only,
 * so nothing of a call ever lies in the queue. What runs it is in `apps/worker/src/jobs/jobs.ts`.
 */
export const JOBS = {
  'seal-recording': {
    subject: 'recording',
    attempts: 5,
    words: { zh: '封存录音', en: 'Seal recording' },
  },
  'transcribe-recording': {
    subject: 'recording',
    attempts: 3,
    words: { zh: '转写录音', en: 'Transcribe recording' },
  },
  /** Reads words that came with the call: moments, so it never waits behind recognition. */
  'take-provided-words': {
    subject: 'recording',
    attempts: 3,
    words: { zh: '读取通话自带的文字', en: 'Read words that came with the call' },
  },
  'mask-recording': {
    subject: 'recording',
    attempts: 5,
    words: { zh: '录音脱敏', en: 'Mask recordings' },
  },
  'score-leg': { subject: 'leg', attempts: 5, words: { zh: '评分', en: 'Score' } },
  'find-commitments': { subject: 'leg', attempts: 5, words: { zh: '查找承诺', en: 'Find promises' } },
  'match-commitments': {
    subject: 'call',
    attempts: 5,
    words: { zh: '核对承诺', en: 'Match promises' },
  },
  'index-words': {
    subject: 'recording',
    attempts: 5,
    words: { zh: '编入搜索索引', en: 'Make words searchable' },
  },
  'destroy-recording': {
    subject: 'recording',
    attempts: 10,
    words: { zh: '销毁录音', en: 'Destroy recordings' },
  },
  'deliver-webhooks': {
    subject: 'webhook_endpoint',
    attempts: 5,
    words: { zh: '发送通知', en: 'Deliver webhooks' },
  },
  'build-export': {
    subject: 'legal_request',
    attempts: 5,
    words: { zh: '制作证据包', en: 'Make a package of evidence' },
  },
  'send-chat': { subject: 'chat_address', attempts: 5, words: { zh: '发送聊天消息', en: 'Send messages to chats' } },
  'send-mail': { subject: 'mailbox', attempts: 5, words: { zh: '发送邮件', en: 'Send mail' } },
  'run-back-test': {
    subject: 'back_test',
    attempts: 5,
    words: { zh: '试运行评分表', en: 'Back-test a checklist' },
  },
  'rehear-calls': {
    subject: 'rehear',
    attempts: 5,
    words: { zh: '按时间段重新转写', en: 'Transcribe the calls of a period again' },
  },
  'fold-records': {
    subject: 'telephony_source',
    attempts: 10,
    words: { zh: '按话单更新通话', en: 'Update calls by telephone records' },
  },
  'place-legs': {
    subject: 'directory',
    attempts: 5,
    words: { zh: '按新的分机和队列更新通话', en: 'Name who took calls by new extensions and queues' },
  },
  'split-recording': {
    subject: 'recording',
    attempts: 5,
    words: { zh: '按坐席拆分录音', en: 'Split recordings by agent' },
  },
  'rescore-calls': {
    subject: 'rescore',
    attempts: 5,
    words: { zh: '按时间段重新评分', en: 'Score the calls of a period again' },
  },
} as const satisfies Record<string, JobDeclaration>;

export interface JobDeclaration {
  subject:
    | 'recording'
    | 'leg'
    | 'call'
    | 'webhook_endpoint'
    | 'back_test'
    | 'rehear'
    | 'rescore'
    | 'legal_request'
    | 'mailbox'
    | 'chat_address'
    | 'telephony_source'
    | 'directory';
  /** Tries before the call is handed to a person as `needs_attention`. */
  attempts: number;
  /** What the Processing screen calls it. */
  words: Bilingual;
}

/** How long a silent worker keeps its claim; a live one renews it. */
export const LEASE_SECONDS = 15;

export type JobName = keyof typeof JOBS;
export const jobNameSchema = z.enum(Object.keys(JOBS) as [JobName, ...JobName[]]);

/** What travels through BullMQ. */
export interface JobHint {
  workId: string;
}
