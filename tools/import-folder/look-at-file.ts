import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type UploadMetadata } from '#contracts';
import { assertUsable, notTaken, uploadRefusals } from '#intake';
import { DomainError } from '#platform';
import { sniffAudio, SoundWatch, UnsupportedAudioError } from '#recordings';

/** What the server takes unless its `SHOUWEN_MAX_UPLOAD_BYTES` says otherwise. */
const MOST_BYTES = 2 * 1024 ** 3;
const ENOUGH_TO_TELL = 512;

/** Hex. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Whether a file is of a kind that is taken, by its content. */
export async function isSound(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ENOUGH_TO_TELL), 0, ENOUGH_TO_TELL, 0);
    return sniffAudio(buffer.subarray(0, bytesRead), true).kind === 'sound';
  } finally {
    await handle.close();
  }
}

/**
 * What the server would refuse a recording with, by the same look at all of it and in the same words; null where it would take it.
 *
 * @param channelOfBatch true where the agent's channel was said of all files at once: those with one channel are then sent without
 */
export async function refusalOf(
  file: string,
  { agentChannel }: Pick<UploadMetadata, 'agentChannel'>,
  channelOfBatch: boolean,
): Promise<DomainError | null> {
  const watch = new SoundWatch();
  let bytes = 0;
  const nowhere = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      done();
    },
  });
  try {
    await pipeline(createReadStream(file), watch, nowhere);
    if (bytes > MOST_BYTES) return uploadRefusals.recording_too_large(MOST_BYTES);
    const mono = watch.verdict().channels === 1;
    assertUsable(watch, { agentChannel: mono && channelOfBatch ? undefined : agentChannel });
    return null;
  } catch (error) {
    if (error instanceof UnsupportedAudioError) return notTaken(error);
    if (error instanceof DomainError) return error;
    throw error;
  }
}
