import { type DataSource } from 'typeorm';
import { type FileKeyStore } from '#platform';
import { bothCopiesDestroyed } from './tombstone.rules.js';

/**
 * Whether the tombstone of a recording's key is one that nothing vouches for: the database has not ordered the destruction, and one copy says
 * otherwise, or a hold covers the recording. After an older database was restored both copies say it, and it counts.
 */
export async function isDoubtful(source: DataSource, keys: FileKeyStore, keyId: string): Promise<boolean> {
  const [recording]: { held: boolean }[] = await source.query(
    `select exists (select from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
       and (recording_id is null or recording_id = recording.id)) as held
     from recording where key_id = $1 and destruction_started_at is null`,
    [keyId],
  );
  return recording !== undefined && (recording.held || !bothCopiesDestroyed(await keys.find(keyId)));
}
