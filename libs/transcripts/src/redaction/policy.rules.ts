import { type RedactionPolicy, type SensitiveKind } from '#contracts';

/** What of a policy hides less than another did. */
export interface Weakening {
  /** Everything but card codes is shown while the trial lasts. */
  trial: boolean;
  /** Kinds that are no longer hidden. */
  kinds: SensitiveKind[];
  /** Recordings that nothing could be checked in may be heard again. */
  unchecked: boolean;
}

/** In what a new policy hides less; null when it hides as much or more. */
export function weakening(before: RedactionPolicy, after: RedactionPolicy): Weakening | null {
  const found: Weakening = {
    trial: before.mode === 'mask' && after.mode === 'highlight',
    kinds: before.kinds.filter((kind) => !after.kinds.includes(kind) && kind !== 'card_code'),
    unchecked: before.unchecked === 'refuse' && after.unchecked === 'listen',
  };
  return found.trial || found.unchecked || found.kinds.length > 0 ? found : null;
}

/** A policy as it is kept: kinds once each and in order, card codes always among them. */
export function settled(policy: RedactionPolicy, order: readonly SensitiveKind[]): RedactionPolicy {
  return { ...policy, kinds: order.filter((kind) => kind === 'card_code' || policy.kinds.includes(kind)) };
}

export const isSamePolicy = (a: RedactionPolicy, b: RedactionPolicy): boolean =>
  a.mode === b.mode && a.unchecked === b.unchecked && a.kinds.join() === b.kinds.join();
