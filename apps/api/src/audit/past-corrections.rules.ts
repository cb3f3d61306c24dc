import { CORRECTABLE, type Correctable, type Moved, type PastCorrection, type RetentionSchedule } from '#contracts';
import { movedBy } from '#intake/rules';
import { retentionFor, lastDay, type CallFacts } from '#retention/rules';

/** What is known of one call, in the words of a correction. */
type Facts = Record<string, unknown>;

/** A correction made before impact was checked, as stored in the database. */
export interface CorrectionMade {
  at: Date;
  before: Facts;
  after: Facts;
}

/** What a past correction was made beside. */
export interface Circumstances {
  /** It named the person who made it. */
  toOneself: boolean;
  /** Who made it was part of a dispute that was open. */
  party: boolean;
  /** A dispute was open. */
  disputed: boolean;
  /** A recording of the call was there. */
  kept: boolean;
  clientId: string;
  /** The retention schedule that held at that moment. */
  schedule: RetentionSchedule | null;
  /** The site's day of an instant. */
  dayOf: (instant: string) => string;
}

/**
 * What was known of a call before a correction and after it: what is known now, with everything taken back that was corrected later.
 * @param made every correction of the call, the latest first
 */
export function factsAround(now: Facts, made: readonly CorrectionMade[], one: CorrectionMade): [Facts, Facts] {
  const after = { ...now };
  for (const other of made) {
    if (other === one) break;
    Object.assign(after, other.before);
  }
  return [
    { ...after, ...one.before },
    { ...after, ...one.after },
  ];
}

/** Why a correction would be refused, or would wait for a second person, now; nothing where it would hold as it was made. */
export function wouldBeRefused(
  [before, after]: readonly [Facts, Facts],
  fields: readonly Correctable[],
  { toOneself, party, disputed, kept, clientId, schedule, dayOf }: Circumstances,
): Pick<PastCorrection, 'why' | 'moved'> | null {
  const day = { before: dayOf(String(before['startedAt'])), after: dayOf(String(after['startedAt'])) };
  const termOf = (facts: Facts, on: string): string =>
    schedule ? lastDay(on, retentionFor(schedule, retentionFacts(facts, clientId)).keep) : '';
  const terms = [{ before: termOf(before, day.before), after: termOf(after, day.after) }];
  const moved: Moved[] = movedBy({ fields, kept, day, terms, disputed, gate: null });
  const why: PastCorrection['why'] = [
    ...(toOneself ? (['to_oneself'] as const) : []),
    ...(party ? (['in_dispute'] as const) : []),
    ...(moved.length > 0 ? (['alone'] as const) : []),
  ];
  return why.length > 0 ? { why, moved } : null;
}

export const fieldsOf = ({ after }: { after: Facts }): Correctable[] => CORRECTABLE.filter((field) => field in after);

const retentionFacts = ({ purpose, queue, direction, outcome }: Facts, clientId: string): CallFacts =>
  ({ purpose, queue, direction, outcome, clientId }) as CallFacts;
