import { type Certainty, type SensitiveKind, type Speaker } from '#contracts';

/** A stretch of one turn, found by a finder; times are added later. */
export interface TextSpan {
  turn: number;
  fromChar: number;
  toChar: number;
  kind: SensitiveKind;
  certainty: Certainty;
}

export interface SpokenTurn {
  index: number;
  speaker: Speaker;
  text: string;
}
