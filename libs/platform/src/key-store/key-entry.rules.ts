import { type KeyRecord } from './key-record.rules.js';
import { type CopyState, type KeyEntry } from './key-store.js';

/** What one directory holds for a key. */
export type Copy =
  | { readonly state: 'present'; readonly record: KeyRecord }
  | { readonly state: Exclude<CopyState, 'present'> };

/** What two copies together say of a key. */
export function entryOf(keyId: string, [first, second]: readonly [Copy, Copy]): KeyEntry {
  const states = { first: first.state, second: second.state };
  const records = [first, second].flatMap((copy) => (copy.state === 'present' ? [copy.record] : []));
  const [record] = records;
  const about = record && {
    recordingId: record.recordingId,
    createdAt: new Date(record.createdAt),
    versions: records.map(({ version }) => version),
  };
  return { keyId, state: stateOf(first, second), ...states, ...about };
}

function stateOf(...copies: Copy[]): KeyEntry['state'] {
  const some = (state: Copy['state']) => copies.some((copy) => copy.state === state);
  const buried = some('destroyed') || some('destroying');
  // A damaged file may still hold the wrapped key: it counts as a copy that is left.
  if (buried) return some('present') || some('damaged') || some('destroying') ? 'destroying' : 'destroyed';
  if (some('present')) return 'present';
  return some('damaged') ? 'damaged' : 'missing';
}
