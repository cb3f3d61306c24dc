import { type Correctable, type Moved } from '#contracts';

/** What no result of a checklist is judged by. Any other fact may be what a dispute is about. */
const BESIDE: readonly Correctable[] = ['customer', 'matter', 'consent'];
/** By these a call may turn out not to be recorded with right: they move no dispute then, as what closes does so at once. */
const CLOSING: readonly Correctable[] = ['region', 'classification'];

/** Something as it is known, and as it would be by a correction. */
interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** What a correction would do to what rests on the call. */
export interface CorrectionImpact {
  readonly fields: readonly Correctable[];
  /** Is a recording of it there, whose term could move? */
  readonly kept: boolean;
  /** The site's day on which the call began: every term counts from it, also that of a schedule to come. */
  readonly day: Change<string>;
  /** The last day on which it is kept, by the schedule in force and by the one that waits. */
  readonly terms: readonly Change<string>[];
  /** Is a dispute of the call open, or asleep? */
  readonly disputed: boolean;
  /** May it be recorded? null: not asked, as nothing of it changes. */
  readonly gate: Change<boolean> | null;
}

/**
 * What a correction moves; what moves nothing holds at once. The agent always moves rights: whose call it is says who may see and contest it.
 * Consent waits only where it opens: what closes does so at once.
 */
export function movedBy({ fields, kept, day, terms, disputed, gate }: CorrectionImpact): Moved[] {
  const moved: Moved[] = [];
  const beside = closes({ kept, gate }) ? [...BESIDE, ...CLOSING] : BESIDE;
  const differs = ({ before, after }: Change<unknown>): boolean => before !== after;
  if (fields.includes('staffNumber')) moved.push('rights');
  if (kept && (differs(day) || terms.some(differs))) moved.push('retention');
  if (disputed && fields.some((field) => !beside.includes(field))) moved.push('dispute');
  if (gate && !gate.before && gate.after) moved.push('consent');
  return moved;
}

/** Whether it closes what is recorded: at once, and by a person who has just proved who they are. */
export const closes = ({ kept, gate }: Pick<CorrectionImpact, 'kept' | 'gate'>): boolean =>
  kept && gate !== null && !gate.after;
