import { CORRECTED_FACTS, isTimeOfLeg, type CorrectedFact } from '#contracts';
import { type Leg } from './leg.entity.js';

/** Facts as the columns of a leg have them. */
type Columns = Pick<Leg, CorrectedFact>;

/** What was said of a leg, as its columns keep it; what was not said is left out. */
export function columnsOf(said: Partial<Record<CorrectedFact, unknown>>): Partial<Columns> {
  const given = CORRECTED_FACTS.filter((name) => said[name] !== undefined);
  return Object.fromEntries(
    given.map((name) => [name, isTimeOfLeg(name) && said[name] ? new Date(said[name] as string) : said[name]]),
  );
}

/** Columns of a leg in plain values, as the API and corrections say them. */
export const plainFacts = (leg: Columns): Record<CorrectedFact, unknown> =>
  Object.fromEntries(
    CORRECTED_FACTS.map((name) => [
      name,
      isTimeOfLeg(name) ? ((leg[name] as Date | null)?.toISOString() ?? null) : leg[name],
    ]),
  ) as Record<CorrectedFact, unknown>;
