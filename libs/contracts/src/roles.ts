import { z } from 'zod';

export const roleSchema = z.enum([
  'agent',
  'supervisor',
  'quality_analyst',
  'quality_manager',
  'legal_requester',
  'legal_approver',
  'auditor',
  'administrator',
]);
export type Role = z.infer<typeof roleSchema>;

/** What a route, a socket event or a service may ask of an account. */
export const permissionSchema = z.enum([
  /** Send calls and recordings in; sees identifiers only. */
  'calls.ingest',
  /** The call, its legs, facts, stage and custody. */
  'calls.read',
  /** Start the stage of a call that needs attention again. */
  'calls.retry',
  'transcripts.read',
  'scorecards.read',
  /** Open a playback; a live grant is needed besides. */
  'audio.play',
  /** The journal of a call that may be seen. */
  'calls.journal.read',
]);
export type Permission = z.infer<typeof permissionSchema>;
