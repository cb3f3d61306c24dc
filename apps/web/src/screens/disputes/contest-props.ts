import type { ScorecardItem } from '#contracts';

export interface ContestProps {
  callId: string;
  card: { scorecardId: string; legId: string; checklist: { id: string } };
  item: ScorecardItem;
  /** Where the player is, in milliseconds. */
  atMs: number;
  onClose: () => void;
}
