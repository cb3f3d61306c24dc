import { type JobName } from '#contracts';
import { type ReadableObject } from './vault-object.js';
import { Warrant } from './warrant.js';

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
