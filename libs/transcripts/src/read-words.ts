import { type Transcript } from '#contracts';
import { type Authority, type VaultService } from '#recordings';
import { type TranscriptRow } from './transcript.entity.js';

/** Stored words, unwrapped in the name of who asks. They had their shape when they were sealed, and the seal says that they are the same. */
export async function readWords(
  vault: VaultService,
  { objectId }: Pick<TranscriptRow, 'objectId'>,
  authority: Authority,
): Promise<Transcript> {
  const sealed = await vault.readAll(await vault.named(objectId), authority);
  return JSON.parse(sealed.toString('utf8')) as Transcript;
}
