/**
 * The bare baseline, as a process of its own: `node raw-put-server.js FOLDER` takes the body of any request into a file, syncs it, answers 201 and
 * then removes it. No parsing, no hash, no cipher, no database. Its port comes as the first line on stdout.
 */
import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const folder = process.argv[2] ?? '';
/** As large as the product's own batches, so that the disk is given equal pieces. */
const BATCH_BYTES = 1024 * 1024;
let taken = 0;

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = join(folder, `raw-${(taken += 1)}`);
  // The stream ends once the file is synced (`flush`) and closed.
  await pipeline(request, createWriteStream(path, { flags: 'wx', flush: true, highWaterMark: BATCH_BYTES }));
  response.writeHead(201).end();
  await unlink(path);
}

const server = createServer((request, response) => {
  take(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
