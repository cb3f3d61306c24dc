import { kappaOf, outcomeOf, type Judged, type MeasuredItem } from './agreement.rules.js';
import { confidenceError } from './confidence.rules.js';
import { drawnInterval, type Interval } from './intervals.rules.js';
import { byKeywords } from './keyword-baseline.rules.js';
import { type LabelValue, type Labels } from './labelled.js';

/** One dialogue, one item: what readers say, what the product says, what a few keywords would. */
export interface Case {
  readonly cluster: string;
  readonly label: LabelValue;
  /** null: the product leaves it to a person. */
  readonly got: LabelValue | null;
  readonly confidence: number;
  readonly sure: number | null;
  readonly agreed: boolean | null;
  readonly keywords: LabelValue | null;
}

/** What judging an item is worth on some dialogues. */
export interface Worth {
  readonly n: number;
  readonly coverage: number;
  readonly kappa: number | null;
  readonly interval: Interval | null;
  /** "Not met": how often it was said, how often readers say so too, and how many failures readers found at all. */
  readonly accused: { readonly made: number; readonly right: number; readonly failures: number };
  /** Mean distance between confidence and share that was right; null without an answer. */
  readonly calibration: number | null;
  /** Share on which two readers agreed; null where the collection does not say. */
  readonly readers: number | null;
  readonly keywords: number | null;
}

const keyOf = (item: MeasuredItem): keyof Labels | null =>
  item.name.startsWith('greeting') ? 'greeting' : (item.name as keyof Labels);

/** Every dialogue in which the item is labelled. */
export const casesOf = (item: MeasuredItem, judged: readonly Judged[]): Case[] =>
  judged.flatMap((one) => {
    const { dialogue } = one;
    const label = item.label(dialogue.labels);
    if (label === null) return [];
    const read = dialogue.labels[keyOf(item)!];
    return [
      {
        cluster: dialogue.origin ?? dialogue.id,
        label,
        got: outcomeOf(one, item.itemIds),
        confidence: Math.min(...item.itemIds.map((id) => one.items.get(id)?.confidence ?? 0)),
        sure: read?.sure ?? null,
        agreed: read?.agreed ?? null,
        keywords: byKeywords(item.name, dialogue),
      },
    ];
  });

const answersOf = (cases: readonly Case[]): [string, string][] =>
  cases.flatMap(({ label, got }): [string, string][] => (got === null ? [] : [[label, got]]));

const keywordsOf = (cases: readonly Case[]): [string, string][] =>
  cases.flatMap(({ label, keywords }): [string, string][] => (keywords === null ? [] : [[label, keywords]]));

export function worthOf(cases: readonly Case[]): Worth {
  const answered = cases.filter(({ got }) => got !== null);
  const alarms = cases.filter(({ got }) => got === 'not_met');
  const read = cases.filter(({ agreed }) => agreed !== null);
  return {
    n: cases.length,
    coverage: cases.length === 0 ? 0 : answered.length / cases.length,
    kappa: kappaOf(answersOf(cases)),
    interval: drawnInterval(
      cases,
      ({ cluster }) => cluster,
      (drawn) => kappaOf(answersOf(drawn)),
    ),
    accused: {
      made: alarms.length,
      right: alarms.filter(({ label }) => label === 'not_met').length,
      failures: cases.filter(({ label }) => label === 'not_met').length,
    },
    calibration:
      answered.length === 0
        ? null
        : confidenceError(answered.map(({ confidence, got, label }) => ({ confidence, right: got === label }))),
    readers: read.length === 0 ? null : read.filter(({ agreed }) => agreed).length / read.length,
    keywords: kappaOf(keywordsOf(cases)),
  };
}

/** From this on readers are sure: any trained reader would agree, or nearly any. */
export const SURE_FROM = 4;

/** What becomes of those of whom readers are sure. */
export interface SureCases {
  readonly failures: number;
  readonly failuresAccused: number;
  readonly failuresAsked: number;
  readonly successes: number;
  readonly successesAccused: number;
}

export function sureCasesOf(cases: readonly Case[]): SureCases {
  const sure = cases.filter((one) => one.sure !== null && one.sure >= SURE_FROM);
  const [failures, successes] = (['not_met', 'met'] as const).map((value) =>
    sure.filter(({ label }) => label === value),
  );
  const count = (all: readonly Case[] | undefined, got: LabelValue | null): number =>
    (all ?? []).filter((one) => one.got === got).length;
  return {
    failures: failures!.length,
    failuresAccused: count(failures, 'not_met'),
    failuresAsked: count(failures, null),
    successes: successes!.length,
    successesAccused: count(successes, 'not_met'),
  };
}
