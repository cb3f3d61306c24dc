import { type PassThrough, type Readable } from 'node:stream';

/** Passes at most `limit` bytes on to `out`, without ending it; at the first byte beyond, stops reading and calls `exceeded` once. */
export function passBounded(source: Readable, out: PassThrough, limit: number, exceeded: () => void): void {
  let seen = 0;
  source.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > limit) {
      source.destroy();
      exceeded();
    } else if (!out.write(chunk)) {
      source.pause();
    }
  });
  out.on('drain', () => source.resume());
  // How the program ended tells of a broken pipe; the reader gets no exception.
  source.on('error', () => undefined);
}

/** Keeps the last `limit` bytes of a stream as text, without ever holding more than twice that. */
export function keepTail(source: Readable, limit: number): () => string {
  let tail = Buffer.alloc(0);
  source.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk.subarray(-limit)]).subarray(-limit);
  });
  source.on('error', () => undefined);
  return () => tail.toString('utf8').trim();
}
