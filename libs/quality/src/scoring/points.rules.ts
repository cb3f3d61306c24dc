import { criticalEffect, type Checklist, type ChecklistSection, type ItemResult, type Outcome } from '#contracts';

export interface SectionPoints {
  readonly id: string;
  readonly points: number;
  readonly maxPoints: number;
}

export interface Points {
  readonly points: number;
  /** The weight of what was judged: `not_applicable`, `insufficient` and what is not trusted yet leave it. */
  readonly maxPoints: number;
  /**
   * Judged weight ÷ the weight that could be known, 0–1. What is not trusted is in neither; nor are accusations that were never measured, up
   * to a fifth of what applies: of more than that no total tells. Nothing applicable is fully covered.
   */
  readonly coverage: number;
  /** False below the checklist's required coverage: then no total may be shown. */
  readonly pointsCount: boolean;
  readonly sections: readonly SectionPoints[];
}

/** The shares (0–1) of section and form that critical failures leave within reach. */
interface Reach {
  section: number;
  form: number;
}

interface Added extends SectionPoints {
  readonly applicable: number;
  /** Of what applies: the weight that waits for a fact which no system gave. */
  readonly untold: number;
  /** Of what applies: the weight of accusations that were never measured. */
  readonly unmeasured: number;
  readonly formReach: number;
}

/** No more than this share of the judged weight, in whole points. */
const within = (points: number, maxPoints: number, reach: number): number =>
  reach >= 1 ? points : Math.min(points, Math.floor(maxPoints * reach));

/** An outcome as far as it is added up; `untold`: no fact tells it, `unmeasured`: it is an accusation that was never measured. */
type Told = Outcome | 'untold' | 'unmeasured';

function toldOf({ outcome, reason, notTrusted }: ItemResult): Told {
  if (notTrusted) return notTrusted.only ? 'unmeasured' : 'not_applicable';
  return outcome === 'insufficient' && reason === 'no_fact' ? 'untold' : outcome;
}

/** What is not trusted yet is as if the form did not have it: neither points nor weight, and it costs no other item its points. */
function addSection(checklist: Checklist, section: ChecklistSection, outcomes: ReadonlyMap<string, Told>): Added {
  const reach: Reach = { section: 1, form: 1 };
  let [points, maxPoints, applicable, untold, unmeasured] = [0, 0, 0, 0, 0];
  for (const item of section.items) {
    const outcome = outcomes.get(item.id);
    if (outcome !== 'not_applicable') applicable += item.weight;
    if (outcome === 'untold') untold += item.weight;
    if (outcome === 'unmeasured') unmeasured += item.weight;
    if (outcome === 'met') points += item.weight;
    if (outcome === 'met' || outcome === 'not_met') maxPoints += item.weight;
    const cost = outcome === 'not_met' ? criticalEffect(item, checklist) : null;
    // Of several failures the costliest decides; they do not add up.
    if (cost) reach[cost.of] = Math.min(reach[cost.of], cost.effect === 'zero' ? 0 : cost.capPercent / 100);
  }
  points = within(points, maxPoints, reach.section);
  return { id: section.id, points, maxPoints, applicable, untold, unmeasured, formReach: reach.form };
}

export interface Reckoning {
  /** The share (0–1) of the applicable weight that may be left out since no fact tells it. */
  readonly mostUntold: number;
  /** The same of accusations that were never measured. */
  readonly mostUnmeasured: number;
}

/** How cards are added up. */
export const RECKONING: Reckoning = { mostUntold: 0.5, mostUnmeasured: 0.2 };

/**
 * Adds results up. What does not apply leaves the denominator, and so does what no fact tells, up to half of what applies: of a call about
 * which next to nothing is known no share is called judged. A critical item that is not met zeroes or caps the points of its section, or of
 * the whole form, as the checklist says.
 */
export function addPoints(
  checklist: Checklist,
  items: readonly ItemResult[],
  { mostUntold, mostUnmeasured }: Reckoning = RECKONING,
): Points {
  const outcomes = new Map(items.map((item) => [item.itemId, toldOf(item)]));
  const added = checklist.sections.map((section) => addSection(checklist, section, outcomes));
  const sum = (of: (section: Added) => number): number => added.reduce((total, section) => total + of(section), 0);
  const [maxPoints, applicable] = [sum((section) => section.maxPoints), sum((section) => section.applicable)];
  const knowable =
    applicable -
    Math.min(
      sum(({ untold }) => untold),
      applicable * mostUntold,
    ) -
    Math.min(
      sum(({ unmeasured }) => unmeasured),
      applicable * mostUnmeasured,
    );
  const reach = Math.min(1, ...added.map(({ formReach }) => formReach));
  const coverage = knowable === 0 ? 1 : Math.round((maxPoints / knowable) * 10_000) / 10_000;
  return {
    points: within(
      sum((section) => section.points),
      maxPoints,
      reach,
    ),
    maxPoints,
    coverage,
    pointsCount: maxPoints > 0 && coverage >= checklist.requiredCoverage,
    sections: added.map(({ id, points, maxPoints: most }) => ({ id, points, maxPoints: most })),
  };
}
