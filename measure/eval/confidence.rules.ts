import { type ConfidenceStep, type ConfidenceTables } from '#quality';
import { MEASURED, type Judged } from './agreement.rules.js';

/** One answer: how sure the check was, and whether the label agrees. */
export interface Answer {
  readonly language: 'zh' | 'en';
  readonly itemId: string;
  readonly raw: number;
  readonly right: boolean;
}

/** Items measured one by one: the greeting's parts by their components. */
const PARTS = {
  'greeting.salutation': 'a',
  'greeting.company': 'b',
  'greeting.name': 'c',
  'greeting.offer': 'd',
} as const;

/** Every answer of some judgements to an item that is labelled. Abstentions are none. */
export function answersOf(judged: readonly Judged[]): Answer[] {
  return judged.flatMap(({ dialogue: { labels, language }, items }) => {
    const wanted = new Map<string, string>();
    const { value, components = {} } = labels.greeting ?? {};
    for (const [itemId, key] of Object.entries(PARTS)) {
      if (value) wanted.set(itemId, value === 'not_applicable' ? value : components[key] ? 'met' : 'not_met');
    }
    for (const item of MEASURED) {
      const label = item.name.startsWith('greeting') ? null : item.label(labels);
      if (label) wanted.set(item.itemIds[0]!, label);
    }
    return [...wanted].flatMap(([itemId, label]): Answer[] => {
      const found = items.get(itemId);
      if (!found || found.outcome === 'insufficient') return [];
      return [{ language, itemId, raw: found.confidence, right: found.outcome === label }];
    });
  });
}

interface Block {
  from: number;
  right: number;
  n: number;
}

/** Answers that a step rests on, at least. */
const LEAST_IN_STEP = 12;
/** So many imagined answers of the item's overall share keep a small step from claiming too much. */
const PRIOR = 10;
const MOST = 0.99;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Steps that rise (pool adjacent violators): raw confidence → share that was right. */
export function stepsOf(answers: readonly Answer[]): ConfidenceStep[] {
  const sorted = [...answers].sort((a, b) => a.raw - b.raw);
  const overall = (sorted.filter(({ right }) => right).length + 1) / (sorted.length + 2);
  const blocks: Block[] = [];
  const share = ({ right, n }: Block): number => (right + PRIOR * overall) / (n + PRIOR);
  for (const { raw, right } of sorted) {
    const last = blocks.at(-1);
    if (last && (raw === last.from || last.n < LEAST_IN_STEP))
      Object.assign(last, { right: last.right + Number(right), n: last.n + 1 });
    else blocks.push({ from: raw, right: Number(right), n: 1 });
  }
  for (let at = 1; at < blocks.length;) {
    const [before, here] = [blocks[at - 1]!, blocks[at]!];
    if (here.n >= LEAST_IN_STEP && share(here) > share(before)) at++;
    else {
      blocks.splice(at - 1, 2, { from: before.from, right: before.right + here.right, n: before.n + here.n });
      at = Math.max(1, at - 1);
    }
  }
  return blocks.map((block, at) => ({
    from: at === 0 ? 0 : round(block.from),
    right: round(Math.min(MOST, share(block))),
  }));
}

/** The tables of every item, a language apart. */
export function tablesOf(answers: readonly Answer[]): ConfidenceTables {
  const of = (language: 'zh' | 'en'): Record<string, ConfidenceStep[]> => {
    const ids = [...new Set(answers.map(({ itemId }) => itemId))].sort();
    return Object.fromEntries(
      ids.map((id) => [id, stepsOf(answers.filter((one) => one.itemId === id && one.language === language))]),
    );
  };
  return { zh: of('zh'), en: of('en') };
}

/** What an answer's confidence says against what was right, in ten bins, weighted by size. 0 is perfect. */
export function confidenceError(pairs: readonly Omit<Claim, 'itemId'>[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of pairs) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
    bin.n++;
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / pairs.length;
}

/** A confidence and whether it was right, with the item it belongs to. */
export interface Claim {
  readonly itemId: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** The error of confidence of each item on its own, averaged: errors of two items cannot make up for one another. */
export function errorByItem(claims: readonly Claim[]): number {
  const ids = [...new Set(claims.map(({ itemId }) => itemId))];
  return ids.reduce((sum, id) => sum + confidenceError(claims.filter(({ itemId }) => itemId === id)), 0) / ids.length;
}

export type Apply = (tables: ConfidenceTables, answer: Answer) => number;

/** Claims about answers that the tables were not made from: each fold is judged by tables of the others. */
export const crossValidated = (folds: readonly (readonly Answer[])[], apply: Apply): Claim[] =>
  folds.flatMap((fold, at) => {
    const tables = tablesOf(folds.filter((_, other) => other !== at).flat());
    return fold.map((one) => ({ itemId: one.itemId, confidence: apply(tables, one), right: one.right }));
  });
