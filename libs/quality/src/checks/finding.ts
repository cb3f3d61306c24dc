import {
  type Bilingual,
  type Evidence,
  type InsufficientReason,
  type Outcome,
  type Sign,
  type Source,
} from '#contracts';

/** What a check says about one call, before it is tied to an item. */
export interface Finding {
  readonly outcome: Outcome;
  /** Only with `insufficient`. */
  readonly reason: InsufficientReason | null;
  readonly source: Source;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly explanation: Bilingual;
  /**
   * How sure the recogniser was of the words it rests on, 0–1, where one of its quotes alone does not carry it. Without, the surest quote tells.
   * Judging takes it out of the result.
   */
  readonly heard?: number;
  /** What may have happened besides, and decides nothing. */
  readonly signs?: readonly Sign[];
}

/** Two decimals are what a reader can use, and make equal scores equal bytes. */
export const roundConfidence = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

export const finding = (
  outcome: Exclude<Outcome, 'insufficient'>,
  rest: Pick<Finding, 'source' | 'confidence' | 'evidence' | 'explanation' | 'heard'>,
): Finding => ({ outcome, reason: null, ...rest, confidence: roundConfidence(rest.confidence) });

/** No judgement, with the reason. An abstention is certain of nothing: its confidence is 0. */
export const abstain = (
  reason: InsufficientReason,
  source: Source,
  explanation: Bilingual,
  evidence: readonly Evidence[] = [],
): Finding => ({ outcome: 'insufficient', reason, source, confidence: 0, evidence, explanation });
