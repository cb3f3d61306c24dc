import { type FileHandle } from 'node:fs/promises';

const BATCH_BYTES = 1024 * 1024;
/** Below the 1,024 buffers that one `writev` takes. */
const BATCH_CHUNKS = 512;
/** How much may lie in the system's cache before the disk is told to take it: what is left for the final sync is small then. */
const SYNC_EVERY_BYTES = 32 * 1024 * 1024;

/**
 * Writes a stream to a file in batches, the next one gathered while the last is being written: sealing and the disk work
 * side by side, and memory stays at two batches. Returns the number of bytes. The caller syncs and closes.
 */
export async function writeBehind(file: FileHandle, source: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  let batch: Buffer[] = [];
  let batchBytes = 0;
  let writing: Promise<void> = Promise.resolve();
  let syncing: Promise<void> = Promise.resolve();
  let unsynced = 0;
  try {
    for await (const chunk of source) {
      batch.push(chunk);
      batchBytes += chunk.length;
      if (batchBytes < BATCH_BYTES && batch.length < BATCH_CHUNKS) continue;
      await writing;
      writing = writeAll(file, batch, batchBytes);
      // Awaited above or below; until then its failure must not count as unhandled.
      writing.catch(() => undefined);
      bytes += batchBytes;
      unsynced += batchBytes;
      batch = [];
      batchBytes = 0;
      if (unsynced < SYNC_EVERY_BYTES) continue;
      await syncing;
      syncing = file.datasync();
      syncing.catch(() => undefined);
      unsynced = 0;
    }
  } finally {
    // The next caller must not close the file under a running write or sync.
    await Promise.all([writing, syncing]);
  }
  await writeAll(file, batch, batchBytes);
  return bytes + batchBytes;
}

/** One `writev` may write less than it was given, on a disk that is filling up for one. */
async function writeAll(file: FileHandle, chunks: Buffer[], bytes: number): Promise<void> {
  if (bytes === 0) return;
  const { bytesWritten } = await file.writev(chunks);
  if (bytesWritten === bytes) return;
  let skipped = 0;
  const rest = chunks.flatMap((chunk) => {
    const start = Math.min(chunk.length, Math.max(0, bytesWritten - skipped));
    skipped += chunk.length;
    return start < chunk.length ? [chunk.subarray(start)] : [];
  });
  await writeAll(file, rest, bytes - bytesWritten);
}
