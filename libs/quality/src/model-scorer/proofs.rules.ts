import { createHash } from 'node:crypto';
import { type Language, type MeasuredAgreement, type ModelSaid, type ModelTrust, type Outcome } from '#contracts';
import { kappaOf, toldKappa, type Kappa } from '../agreement/kappa.rules.js';
import { shareInterval } from '../agreement/share-interval.rules.js';

/** How often people said one thing of an item for which a model proposed another; what was counted, of one model and one question. */
export interface Reviewed {
  readonly itemId: string;
  readonly questionKey: string;
  /** What the server called the model that answered. */
  readonly served: string | null;
  readonly proposed: Outcome;
  readonly said: Outcome;
  readonly times: number;
}

/** The same, of any model, language and prompt. */
export interface ReviewedInLanguage extends Reviewed {
  readonly language: Language;
  readonly model: string;
  readonly promptVersion: number;
}

/** Fewer answers than this prove nothing. */
export const LEAST_ANSWERS = 30;

/** What one outcome of a model is worth for one item, by what people said of it. */
export interface Proof extends MeasuredAgreement {
  readonly itemId: string;
  readonly questionKey: string;
  readonly served: string | null;
  readonly outcome: Outcome;
  /** Over all its outcomes for the item: whether it tells calls apart at all. null where that is not defined. */
  readonly kappa: Kappa | null;
  readonly proven: boolean;
}

export type ProofInLanguage = Proof & Pick<ReviewedInLanguage, 'model' | 'promptVersion' | 'language'>;

/**
 * What a model's outcomes are worth. One counts from where the lower end of its interval reaches the target, over enough answers, if the model
 * tells calls apart better than chance at all: one that always says the same would else be right as often as the calls happen to be so.
 */
export function proofsOf(reviewed: readonly Reviewed[], target: number): Proof[] {
  const groups = new Map<string, Reviewed[]>();
  for (const one of reviewed) {
    const key = JSON.stringify([one.itemId, one.questionKey, one.served]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const kappa = toldKappa(
      kappaOf(group.map(({ said, proposed, times }) => ({ human: said, to: proposed, legs: times }))),
    );
    const { itemId, questionKey, served } = group[0]!;
    return [...new Set(group.map(({ proposed }) => proposed))].map((outcome) => {
      const agreement = agreementOf(outcome, group, target);
      const proven = agreement.n >= LEAST_ANSWERS && agreement.low >= target && kappa !== null && kappa.low > 0;
      return { itemId, questionKey, served, outcome, ...agreement, kappa, proven };
    });
  });
}

/** What every model is worth that was ever asked, each by its own answers. */
export function proofsOfAll(reviewed: readonly ReviewedInLanguage[], target: number): ProofInLanguage[] {
  const groups = new Map<string, ReviewedInLanguage[]>();
  for (const one of reviewed) {
    const key = JSON.stringify([one.model, one.promptVersion, one.language]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const { model, promptVersion, language } = group[0]!;
    return proofsOf(group, target).map((proof) => ({ ...proof, model, promptVersion, language }));
  });
}

/** Answers where the reviewer chose “cannot tell” are not counted for or against the model. */
function agreementOf(outcome: Outcome, group: readonly Reviewed[], target: number): MeasuredAgreement {
  const told = group.filter(({ proposed, said }) => proposed === outcome && said !== 'insufficient');
  const n = told.reduce((sum, { times }) => sum + times, 0);
  const agreed = told.reduce((sum, { said, times }) => sum + (said === outcome ? times : 0), 0);
  const [low, high] = shareInterval(agreed, n) ?? [0, 1];
  return { n, agreed, low, high, target };
}

/** Share of calls that still go to a reviewer although the model’s answers count: one in this many. */
const CHECKED_ONE_IN = 10;

/** Whether a call is one of those that people judge all the same, so that what a model is worth stays measured. The same for the same words. */
export const isChecked = (transcriptId: string): boolean =>
  createHash('sha256').update(transcriptId).digest().readUInt32BE(0) % CHECKED_ONE_IN === 0;

/** An answer with what such answers have been worth, for each item that people answered. */
export function withTrust(said: ModelSaid, proofs: readonly Proof[], transcriptId: string): ModelSaid {
  if (said.said !== 'answer') return said;
  const trust = proofs
    .filter(
      ({ questionKey, served, outcome }) =>
        questionKey === said.questionKey && served === said.served && outcome === said.answer.outcome,
    )
    .map(({ itemId, n, agreed, low, high, target, proven }): ModelTrust => {
      const standing = !proven ? 'unproven' : isChecked(transcriptId) ? 'checked' : 'counts';
      return { itemId, n, agreed, low, high, target, standing };
    });
  return { ...said, trust };
}
