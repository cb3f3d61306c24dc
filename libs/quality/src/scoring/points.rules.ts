import { type Checklist, type ItemResult } from '#contracts';

export interface SectionPoints {
  readonly id: string;
  readonly points: number;
  readonly maxPoints: number;
}

export interface Points {
  readonly points: number;
  /** The weight of what was judged: `not_applicable` and `insufficient` leave it. */
  readonly maxPoints: number;
  /** Judged weight ÷ applicable weight, 0–1. Nothing applicable is fully covered. */
  readonly coverage: number;
  /** False below the checklist's required coverage: then no total may be shown. */
  readonly pointsCount: boolean;
  readonly sections: readonly SectionPoints[];
}

/** Adds results up. A critical item that is not met takes the points of its section, or of the call, as the checklist says. */
export function addPoints(checklist: Checklist, items: readonly ItemResult[]): Points {
  const outcomes = new Map(items.map((item) => [item.itemId, item.outcome]));
  let applicable = 0;
  let failed = false;
  const sections = checklist.sections.map((section): SectionPoints => {
    let [points, maxPoints, sectionFailed] = [0, 0, false];
    for (const { id, weight, critical } of section.items) {
      const outcome = outcomes.get(id);
      if (outcome !== 'not_applicable') applicable += weight;
      if (outcome === 'met') points += weight;
      if (outcome === 'met' || outcome === 'not_met') maxPoints += weight;
      if (outcome === 'not_met' && critical) sectionFailed = true;
    }
    failed ||= sectionFailed;
    return { id: section.id, points: sectionFailed ? 0 : points, maxPoints };
  });
  const maxPoints = sections.reduce((sum, section) => sum + section.maxPoints, 0);
  const sum = sections.reduce((total, section) => total + section.points, 0);
  const coverage = applicable === 0 ? 1 : Math.round((maxPoints / applicable) * 10_000) / 10_000;
  const points = failed && checklist.criticalFailure === 'total' ? 0 : sum;
  return {
    points,
    maxPoints,
    coverage,
    pointsCount: maxPoints > 0 && coverage >= checklist.requiredCoverage,
    sections,
  };
}
