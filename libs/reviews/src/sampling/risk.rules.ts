import { type Risk, type SamplingPlan } from '#contracts';

/** What is known of a leg that a plan by risk asks for. */
export interface RiskFacts {
  /** Of the score that counts, 0–100; null where none does. */
  readonly pointsPercent: number | null;
  readonly longestSilenceMs: number | null;
  readonly complaint: boolean;
  /** Items that wait for a person. */
  readonly waiting: number;
  readonly brokenPromises: number;
  readonly sentElsewhere: boolean;
}

/** The risks of the plan that the leg has, and a figure to put the worst first. */
export interface RiskFound {
  readonly risks: readonly Risk[];
  readonly severity: number;
}

const MOST = 100;
/** A complaint, or a customer who may have been sent elsewhere, is there or not: as grave as a score of nothing is half way. */
const THERE = 50;

/** Each risk that the leg has weighs 1 to 100, by how far it goes; the sum puts the worst first. It judges no person. */
export function risksOf(
  facts: RiskFacts,
  plan: Pick<SamplingPlan, 'risks' | 'lowScoreBelow' | 'silenceFrom'>,
): RiskFound {
  const weights: Record<Risk, number> = {
    low_score:
      facts.pointsPercent !== null && facts.pointsPercent < plan.lowScoreBelow
        ? Math.max(1, MOST - Math.floor(facts.pointsPercent))
        : 0,
    silence:
      facts.longestSilenceMs !== null && facts.longestSilenceMs >= plan.silenceFrom * 1000
        ? Math.min(MOST, Math.floor(facts.longestSilenceMs / 1000))
        : 0,
    complaint: facts.complaint ? THERE : 0,
    abstention: Math.min(MOST, facts.waiting * 10),
    promise_broken: Math.min(MOST, facts.brokenPromises * THERE),
    sent_elsewhere: facts.sentElsewhere ? THERE : 0,
  };
  const risks = plan.risks.filter((risk) => weights[risk] > 0);
  return { risks, severity: risks.reduce((sum, risk) => sum + weights[risk], 0) };
}
