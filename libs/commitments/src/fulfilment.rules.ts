import { type CommitmentKind } from '#contracts';

/** A later outbound call beside a promise that is still to be kept. */
export interface LaterCall {
  kind: CommitmentKind;
  /** The call was answered. */
  answered: boolean;
  /** Both calls are about one matter. */
  sameMatter: boolean;
  /** Both calls name a customer, masked before it got here, and it is the same: not proof that it is. */
  sameCustomer: boolean;
}

/**
 * Whether a later call keeps a promise. `kept`: an answered call on the same matter keeps the promise of a call. `candidate`: it may have been
 * kept, and a person decides: a number that is masked may be another's, and what was promised may have been more than a call.
 */
export function fulfils({ kind, answered, sameMatter, sameCustomer }: LaterCall): 'kept' | 'candidate' | 'no' {
  if (!answered || !(sameMatter || sameCustomer)) return 'no';
  return kind === 'call_back' && sameMatter ? 'kept' : 'candidate';
}
