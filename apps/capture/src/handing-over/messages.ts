import { type Standing } from '#capture';
import { type LiveInstruction } from '#floor';
import { type EndedSession } from '../media/ended-session.js';

/** What the process that captures tells the one that may wait. */
export type ToHandingOver =
  | { readonly ended: EndedSession }
  /** How a session stands. */
  | { readonly standing: Standing }
  /** All that run, as a process begins to be told: others do not go on. */
  | { readonly goingOn: readonly Standing[] }
  /** An instruction was carried out, or cannot be any more. */
  | { readonly carriedOut: string };

/** What it answers. */
export type FromHandingOver = { readonly released: number } | { readonly carryOut: LiveInstruction };
