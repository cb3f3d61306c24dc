/** A word as an engine heard it, before it has a place in a turn. Times are milliseconds from the start of the recording. */
export interface SpokenWord {
  text: string;
  /** What was written right after it: a comma, a full stop. It is of the turn's text and not of the word. */
  marks?: string;
  fromMs: number;
  toMs: number;
  /** 0–1, or null where the engine gives none. */
  confidence: number | null;
  /** Its times are a guess: the engine said only when the stretch around it was spoken. */
  estimated?: true;
  /** How loud it is, dB below full scale, where its sound was looked at. */
  level?: number;
  /** Language that was heard, where the engine tells: `zh`, `en`, `yue`, … */
  language?: string;
}
