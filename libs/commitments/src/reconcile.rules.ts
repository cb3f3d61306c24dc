import { type Commitment } from './commitment.entity.js';
import { type PlacedCommitment } from './place-commitments.rules.js';

type Known = Pick<Commitment, 'id' | 'kind' | 'fromMs' | 'toMs' | 'touched' | 'state'>;

export interface Reconciled<K extends Known> {
  /** Not known yet. */
  added: PlacedCommitment[];
  /** Found again by newer words, and no person decided about them: they take the new place and time. */
  moved: { known: K; found: PlacedCommitment }[];
  /** No longer found, and no person decided about them. */
  superseded: K[];
}

/** Newer words place the same promise a little earlier or later. */
const NEAR_MS = 1500;

const isSame = (known: Known, found: PlacedCommitment): boolean =>
  known.kind === found.kind && known.fromMs < found.toMs + NEAR_MS && found.fromMs < known.toMs + NEAR_MS;

/** How newer words of a leg change the commitments that were found in older ones. A person's decision stays as it was, on the words it was about. */
export function reconcile<K extends Known>(known: readonly K[], found: readonly PlacedCommitment[]): Reconciled<K> {
  const left = known.filter(({ state }) => state !== 'superseded');
  const result: Reconciled<K> = { added: [], moved: [], superseded: [] };
  for (const promise of found) {
    const at = left.findIndex((one) => isSame(one, promise));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    if (!same) result.added.push(promise);
    else if (!same.touched) result.moved.push({ known: same, found: promise });
  }
  result.superseded = left.filter(({ touched }) => !touched);
  return result;
}
