import type { Bilingual, CallStage, FieldAtFault } from '#contracts';
import type { PauseReason } from './pause.rules.js';

/** How far one file has come. What is `taken` goes on at the server; everything else ends here or waits for a person. */
export type FileState =
  | { kind: 'ready' }
  | { kind: 'held'; faults: FieldAtFault[]; line: number | null }
  /** `after`: it was sent before and the server did not read it. */
  | { kind: 'waiting'; after?: PauseReason['why'] }
  | { kind: 'sending'; share: number }
  | {
      kind: 'taken';
      callId: string;
      stage: CallStage;
      reason: string | null;
      progress: number | null;
      alreadyHere: boolean;
      incomplete: boolean;
    }
  | { kind: 'refused'; code: string; detail: Bilingual; fields: string; ref: string }
  | { kind: 'failed'; why: 'unreachable' | 'unavailable' | 'signed_out' | 'unreadable' | 'file_gone' | 'not_kept' }
  | { kind: 'cancelled' }
  | { kind: 'skipped'; why: 'words_alone' | 'system_file' };

const ENDS = ['scored', 'not_recorded', 'needs_attention', 'given_up', 'destroyed'] as const;
const isEnd = (stage: CallStage): stage is (typeof ENDS)[number] => (ENDS as readonly CallStage[]).includes(stage);

/** Will this file change on its own? */
export const isInFlight = (state: FileState): boolean =>
  state.kind === 'waiting' || state.kind === 'sending' || (state.kind === 'taken' && !isEnd(state.stage));

/** Is the file still only in this page, so that leaving the page would lose it? */
export const isInBrowser = ({ kind }: FileState): boolean => kind === 'waiting' || kind === 'sending';

/** Can it be sent (again) from here? */
export const canSend = (state: FileState): boolean =>
  state.kind === 'ready' || state.kind === 'held' || state.kind === 'refused' || brokeOff(state);

/** Did sending it break off, so that it can be sent again as it is? A file that went with an earlier page has to be chosen first. */
export const brokeOff = (state: FileState): boolean =>
  state.kind === 'cancelled' || (state.kind === 'failed' && state.why !== 'not_kept');

/** The words under which a batch is summed up. */
export const GROUPS = [
  ...(['ready', 'waiting', 'sending', 'processing'] as const),
  ...ENDS,
  ...(['refused', 'held', 'failed', 'cancelled', 'skipped'] as const),
] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(state: FileState): Group {
  if (state.kind !== 'taken') return state.kind;
  return isEnd(state.stage) ? state.stage : 'processing';
}

/** How many files are in each group, without the empty ones, in the order of `GROUPS`. */
export function sumUp(states: readonly FileState[]): { group: Group; count: number }[] {
  const counts = new Map<Group, number>();
  for (const state of states) counts.set(groupOf(state), (counts.get(groupOf(state)) ?? 0) + 1);
  return GROUPS.flatMap((group) => (counts.has(group) ? [{ group, count: counts.get(group) ?? 0 }] : []));
}
