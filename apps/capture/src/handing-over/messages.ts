import { type Standing } from '#capture';
import { type CaptureFigures } from '#contracts';
import { type LiveInstruction } from '#floor';
import { type HeardSound } from '../media/ear.js';
import { type EndedSession } from '../media/waiting-sessions.js';
import { type KeyOfSession } from '../media/running-session.js';
import { type WatchedCapture } from '../watch/capture-health.rules.js';

/** Figures for administrators, to be written down. */
export interface CaptureReport {
  readonly process: string;
  readonly figures: CaptureFigures;
}

/** What the process that captures tells the one that may wait. */
export type ToHandingOver =
  | { readonly ended: EndedSession }
  /** How a session stands. */
  | { readonly standing: Standing }
  /** All that run, as a process begins to be told: others do not go on. */
  | { readonly goingOn: readonly Standing[] }
  /** How capturing is, for administrators. */
  | { readonly watched: readonly WatchedCapture[] }
  /** An instruction was carried out, or cannot be any more. */
  | { readonly carriedOut: string }
  | { readonly report: CaptureReport }
  /** A key that was pressed while consent was pending. */
  | { readonly pressed: KeyOfSession }
  /** What a session took that people listen in on, or whose words are heard. */
  | { readonly heard: HeardSound };

/** What it answers. */
export type FromHandingOver =
  | { readonly released: number }
  /** A key needs not be told again. */
  | { readonly answered: string }
  /** It waits for what may take days. */
  | { readonly waits: number }
  | { readonly carryOut: LiveInstruction }
  /** Sessions that people listen in on, and those whose words are heard: these and no others. */
  | { readonly listenTo: readonly string[]; readonly hearWordsOf: readonly string[] };
