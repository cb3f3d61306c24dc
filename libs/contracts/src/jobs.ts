import { z } from 'zod';

/**
 * Every background job, declared once. A job works on one subject, named by its id; the queue carries the id of the work row only,
 * so nothing of a call ever lies in the queue. `leaseSeconds` is how long a silent worker keeps its claim; a live one renews it.
 */
export const JOBS = {
  'seal-recording': { subject: 'recording', attempts: 5, leaseSeconds: 15, concurrency: 2 },
  'transcribe-recording': { subject: 'recording', attempts: 3, leaseSeconds: 15, concurrency: 1 },
  /** Reads words that came with the call: moments, so it never waits behind recognition. */
  'take-provided-words': { subject: 'recording', attempts: 3, leaseSeconds: 15, concurrency: 2 },
  'mask-recording': { subject: 'recording', attempts: 5, leaseSeconds: 15, concurrency: 1 },
  'score-leg': { subject: 'leg', attempts: 5, leaseSeconds: 15, concurrency: 2 },
  'find-commitments': { subject: 'leg', attempts: 5, leaseSeconds: 15, concurrency: 2 },
  'match-commitments': { subject: 'call', attempts: 5, leaseSeconds: 15, concurrency: 2 },
  'index-words': { subject: 'recording', attempts: 5, leaseSeconds: 15, concurrency: 2 },
  'destroy-recording': { subject: 'recording', attempts: 10, leaseSeconds: 15, concurrency: 1 },
  'deliver-webhooks': { subject: 'webhook_endpoint', attempts: 5, leaseSeconds: 15, concurrency: 8 },
  'build-export': { subject: 'legal_request', attempts: 5, leaseSeconds: 15, concurrency: 1 },
  'send-mail': { subject: 'mailbox', attempts: 5, leaseSeconds: 15, concurrency: 1 },
  'run-back-test': { subject: 'back_test', attempts: 5, leaseSeconds: 15, concurrency: 1 },
  'rehear-calls': { subject: 'rehear', attempts: 5, leaseSeconds: 15, concurrency: 1 },
  'rescore-calls': { subject: 'rescore', attempts: 5, leaseSeconds: 15, concurrency: 1 },
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
    | 'mailbox';
  /** Tries before the call is handed to a person as `needs_attention`. */
  attempts: number;
  leaseSeconds: number;
  /** How many of them one worker process runs at once. */
  concurrency: number;
}

export type JobName = keyof typeof JOBS;
export const jobNameSchema = z.enum(Object.keys(JOBS) as [JobName, ...JobName[]]);

/** What travels through BullMQ. */
export interface JobHint {
  workId: string;
}
