import { join } from 'node:path';

/** The form of a key's id; anything else names no key and is never used as a path. */
export const KEY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A folder of a key store: of the ids that begin so, and in it one for each of their next two letters. */
export const SHARD = /^[0-9a-f]{2}$/;

/** Where the files of a key are: 65,536 folders, so that one of them stays small over years. */
export const folderOf = (root: string, keyId: string): string => join(root, keyId.slice(0, 2), keyId.slice(2, 4));

/** Where earlier releases kept them: 256 folders. Nothing is written there; what there is, is read, and moves with the daily check. */
export const formerFolderOf = (root: string, keyId: string): string => join(root, keyId.slice(0, 2));

/** The id in the name of a file; null when it is none of a key or a tombstone. */
export function idIn(name: string, ending?: '.json' | '.destroyed'): string | null {
  const dot = name.indexOf('.');
  if (ending !== undefined && name.slice(dot) !== ending) return null;
  const id = name.slice(0, dot);
  return dot > 0 && KEY_ID.test(id) ? id : null;
}
