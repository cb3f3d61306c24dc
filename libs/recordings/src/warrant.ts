import { type JobName } from '#contracts';
import { type ObjectKind, type StoredObject } from './stored-object.entity.js';
import { type ReadableObject } from './vault-object.js';

/**
 * The right to open certain objects of one recording for a person, under one grant. Only Legal's exit gate makes them
 * (`test/exits.spec.ts`): what is to leave the vault has passed there.
 */
export class Warrant {
  readonly kind = 'grant';

  constructor(
    readonly grantId: string,
    readonly recordingId: string,
    readonly kinds: readonly ObjectKind[],
  ) {}

  /** A warrant for the silent copy opens no whole one, and that of one recording nothing of another. */
  covers(object: Pick<StoredObject, 'recordingId' | 'kind'>): boolean {
    return object.recordingId === this.recordingId && this.kinds.includes(object.kind);
  }
}

/** In whose name a key is unwrapped: a warrant under a live grant, or a background job of the product itself (decision 10). */
export type Authority = Warrant | { kind: 'system'; job: JobName | 'sweep' };

/** A caller that has lost its grant must not pass by leaving the name out, nor by a warrant for something else. */
export function assertAuthority(authority: Authority, object: Pick<ReadableObject, 'recordingId' | 'kind'>): void {
  if (authority instanceof Warrant) {
    if (!authority.grantId) throw new Error('an unwrap must name the grant or the job that it is for');
    if (!authority.covers(object)) throw new Error(`the warrant does not cover a ${object.kind} of this recording`);
    return;
  }
  if (!authority.job) throw new Error('an unwrap must name the grant or the job that it is for');
}
