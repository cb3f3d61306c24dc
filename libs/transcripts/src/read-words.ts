import { type Transcript } from '#contracts';
import { type Authority, type VaultService } from '#recordings';
import { type TranscriptRow } from './transcript.entity.js';

/** Stored words as they are sealed: JSON, for who takes them apart in a thread. */
export async function sealedWords(
  vault: VaultService,
  { objectId }: Pick<TranscriptRow, 'objectId'>,
  authority: Authority,
): Promise<Buffer> {
  return vault.readAll(await vault.named(objectId), authority);
}

/** Stored words, unwrapped in the name of who asks. They had their shape when they were sealed, and the seal says that they are the same. */
export async function readWords(
  vault: VaultService,
  row: Pick<TranscriptRow, 'objectId'>,
  authority: Authority,
): Promise<Transcript> {
  return JSON.parse((await sealedWords(vault, row, authority)).toString('utf8')) as Transcript;
}
