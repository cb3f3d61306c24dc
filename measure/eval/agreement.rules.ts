import { type Evidence, type Outcome, type Sign } from '#contracts';
import { type LabelValue, type Labelled, type Labels } from './labelled.js';

/** How far scores agree with labels, item by item, as `evaluate.mjs` beside the shared dialogues counts it. */
export interface Judged {
  readonly dialogue: Labelled;
  readonly items: ReadonlyMap<
    string,
    { outcome: Outcome; source?: string; confidence: number; evidence: readonly Evidence[]; signs?: readonly Sign[] }
  >;
  readonly situation: string;
  readonly result: string;
}

export interface MeasuredItem {
  readonly name: string;
  readonly itemIds: readonly string[];
  /** null where a collection does not label it. */
  label(labels: Labels): LabelValue | null;
  readonly evidence: keyof Labels | null;
  /** Part of the mean kappa. */
  readonly core: boolean;
}

/** Whether one part of the greeting was there. */
export const component =
  (key: 'a' | 'b' | 'c' | 'd') =>
  ({ greeting }: Labels): LabelValue | null =>
    !greeting
      ? null
      : greeting.value === 'not_applicable'
        ? 'not_applicable'
        : greeting.components[key]
          ? 'met'
          : 'not_met';

const plain = (name: string, itemId: string, key: Exclude<keyof Labels, 'sent_away'>, core: boolean): MeasuredItem => ({
  name,
  itemIds: [itemId],
  label: (labels) => labels[key]?.value ?? null,
  evidence: key,
  core,
});

const FLIPPED: Record<LabelValue, LabelValue> = { met: 'not_met', not_met: 'met', not_applicable: 'not_applicable' };

export const MEASURED: readonly MeasuredItem[] = [
  {
    name: 'greeting (salutation+offer)',
    itemIds: ['greeting.salutation', 'greeting.offer'],
    label: ({ greeting }) => greeting?.value ?? null,
    evidence: 'greeting',
    core: true,
  },
  { name: 'greeting.company', itemIds: ['greeting.company'], label: component('b'), evidence: null, core: false },
  { name: 'greeting.name', itemIds: ['greeting.name'], label: component('c'), evidence: null, core: false },
  plain('empathy', 'empathy.acknowledgement', 'empathy', true),
  plain('ownership', 'ownership.resolution', 'ownership', false),
  {
    name: 'sent_away',
    itemIds: ['ownership.no_deflection'],
    label: ({ sent_away: away }) => (away ? (away.value ? 'not_met' : 'met') : null),
    evidence: null,
    core: false,
  },
  plain('confirmation', 'listening.confirmation', 'confirmation', true),
  plain('further_help', 'closing.further_help', 'further_help', true),
  plain('closing', 'closing.farewell', 'closing', true),
  {
    name: 'prohibited',
    itemIds: ['conduct.no_prohibited'],
    label: ({ prohibited }) => (prohibited ? FLIPPED[prohibited.value] : null),
    evidence: null,
    core: false,
  },
];

/** Several items as one: met when all that apply are; null where one abstains. */
export function outcomeOf(judged: Judged, itemIds: readonly string[]): LabelValue | null {
  const outcomes = itemIds.map((id) => judged.items.get(id)?.outcome ?? 'insufficient');
  if (outcomes.includes('insufficient')) return null;
  if (outcomes.every((one) => one === 'not_applicable')) return 'not_applicable';
  return outcomes.every((one) => one === 'met' || one === 'not_applicable') ? 'met' : 'not_met';
}

type Pair = readonly [label: string, got: string];

/** Cohen's kappa; null without pairs, 1 where everything is the same by necessity. */
export function kappaOf(pairs: readonly Pair[]): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const agree = pairs.filter(([a, b]) => a === b).length / n;
  const categories = new Set(pairs.flat());
  let chance = 0;
  for (const category of categories) {
    const [a, b] = [pairs.filter(([x]) => x === category).length, pairs.filter(([, x]) => x === category).length];
    chance += (a / n) * (b / n);
  }
  return chance === 1 ? 1 : (agree - chance) / (1 - chance);
}

export interface Agreement {
  readonly name: string;
  readonly core: boolean;
  readonly coverage: number;
  readonly accuracy: number | null;
  readonly kappa: number | null;
  /** Of the met ones, how many point at a labelled turn. */
  readonly evidence: number | null;
  /** Of the labelled failures, how many were found (abstentions are not), and of the alarms, how many were right. */
  readonly failuresFound: number | null;
  readonly alarmsRight: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The agreement of one item over some dialogues. */
export function agreementOf(item: MeasuredItem, judged: readonly Judged[]): Agreement {
  const all = judged.flatMap((one) => {
    const label = item.label(one.dialogue.labels);
    return label === null ? [] : [{ one, label, got: outcomeOf(one, item.itemIds) }];
  });
  const answered = all.filter(({ got }) => got !== null);
  const pairs = answered.map(({ label, got }): Pair => [label, got!]);
  const withEvidence = answered.filter(
    ({ one, label, got }) =>
      item.evidence !== null &&
      label === 'met' &&
      got === 'met' &&
      one.dialogue.labels[item.evidence]!.evidence.length > 0,
  );
  const hit = withEvidence.filter(({ one }) => {
    const turns = item.itemIds
      .flatMap((id) => one.items.get(id)?.evidence ?? [])
      .map((e) => (e.kind === 'words' ? e.turn : -1));
    return turns.some((turn) => one.dialogue.labels[item.evidence!]!.evidence.includes(turn));
  });
  const failures = all.filter(({ label }) => label === 'not_met');
  const alarms = all.filter(({ got }) => got === 'not_met');
  const right = alarms.filter(({ label }) => label === 'not_met').length;
  return {
    name: item.name,
    core: item.core,
    coverage: all.length === 0 ? 0 : answered.length / all.length,
    accuracy: share(pairs.filter(([a, b]) => a === b).length, pairs.length),
    kappa: kappaOf(pairs),
    evidence: share(hit.length, withEvidence.length),
    failuresFound: share(right, failures.length),
    alarmsRight: share(right, alarms.length),
  };
}

/** The mean over the core items: a kappa and a coverage. */
export function meanOf(all: readonly Agreement[]): { kappa: number; coverage: number } {
  const core = all.filter((one) => one.core);
  const mean = (of: (one: Agreement) => number): number => core.reduce((sum, one) => sum + of(one), 0) / core.length;
  return { kappa: mean((one) => one.kappa ?? 0), coverage: mean((one) => one.coverage) };
}
