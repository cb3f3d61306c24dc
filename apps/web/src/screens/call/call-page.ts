import type { CallDetail, Recording, ScorecardItem, ScorecardView, Transcript, TranscriptView } from '#contracts';
import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { CallPlayer, PlayerState } from './player/call-player.js';

/** What every part of the call page looks at: one call, one time axis, one selected item. */
export interface CallPage {
  /** As this leg had it: its own recordings, and what may be done with them. */
  call: CallDetail;
  /** With the recordings of all legs that are seen. */
  whole: CallDetail;
  leg: number;
  recording: Recording | null;
  transcript: TranscriptView | null;
  turns: Transcript['turns'];
  /** The card on the screen: the one that counts, unless another was opened; the newest where none counts. */
  card: ScorecardView | null;
  /** All cards of the leg. */
  cards: ScorecardView[];
  /** The card that stands for its checklist: what a person completes. */
  shown: ScorecardView | null;
  /** The assignment from whose row in the queue the page was opened: what publishing may complete. */
  drawn: string | null;
  /** It is completed: goes back to the current card, and offers it no more. */
  drawnDone(): void;
  /** Where it was opened from “To judge”: its place in that list (`queue-place.rules.ts`). */
  queue: string | null;
  /** The calibration in which the leg waits for the reader's answers: its results are withheld, and it is not reviewed meanwhile. */
  calibrating: string | null;
  /** The leg has no recording of its own, though another of the call may: there is nothing to hear, to read and to judge. */
  unheard: boolean;
  chooseChecklist(checklistId: string): void;
  /** Opens a card of the leg; null goes back to the current one. */
  chooseCard(scorecardId: string | null): void;
  player: CallPlayer | null;
  /** The dialog that asks for a proof of identity, while it is open. */
  proof: ReactNode;
  durationMs: number;
  selected: ScorecardItem | null;
  /** Selects an item and goes to its words; `play` also sounds them from a second before. */
  select(itemId: string, how?: { play: boolean }): void;
  chooseLeg(leg: number): void;
  follow: boolean;
  setFollow(follow: boolean): void;
}

export const CallPageContext = createContext<CallPage | null>(null);

export function useCallPage(): CallPage {
  const page = use(CallPageContext);
  if (!page) throw new Error('useCallPage needs a call page above it');
  return page;
}

const NOTHING: PlayerState = { phase: 'idle', playing: false, rate: 1, skipHolds: true, play: null, failure: null };
const never = () => () => {};

export function usePlayerState(): PlayerState {
  const { player } = useCallPage();
  return useSyncExternalStore(player?.subscribe ?? never, player?.getState ?? (() => NOTHING));
}

/** Reads something off the clock; draws again only when that changes. */
export function useClock<T extends string | number | boolean | null>(read: (ms: number) => T): T {
  const { player } = useCallPage();
  return useSyncExternalStore(player?.onTick ?? never, () => read(player?.ms ?? 0));
}
