/**
 * A receiver of Shouwen's webhooks: Node 20 or later, no packages.
 *
 *   WEBHOOK_SECRET=whsec_… PORT=8090 INBOX=inbox.ndjson node webhook-receiver.mjs
 *
 * A message is checked, written to the inbox and answered; only then is it worked on. What was written is never lost: it is worked on
 * again when the process starts after it was ended in between. An id that was seen before is answered and dropped.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';

/** Older or newer messages are refused, so that one that was overheard cannot be sent again later. */
const WINDOW_SECONDS = 300;
/** Messages are far smaller; more is not read. */
const LARGEST_BYTES = 256 * 1024;

/** What your system does with a message. It may be called again for the same id after a crash. */
async function handle(message) {
  process.stdout.write(`${JSON.stringify({ handled: message.id, type: message.type, data: message.data })}\n`);
}

/** True when the message is from Shouwen and from these minutes. @param body the bytes as they arrived */
function verify(secret, headers, body, nowSeconds = Date.now() / 1000) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !signatures || !/^\d{1,12}$/.test(timestamp ?? '')) return false;
  if (Math.abs(nowSeconds - Number(timestamp)) > WINDOW_SECONDS) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  // Two signatures while a secret is being changed: every one is compared, and each in constant time.
  const fits = signatures.split(' ').map((entry) => {
    const [version, value = ''] = entry.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return fits.includes(true);
}

async function bytesOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const secret = process.env.WEBHOOK_SECRET ?? '';
if (secret === '') {
  process.stderr.write('Set WEBHOOK_SECRET to the signing secret that the screen Integrations showed once.\n');
  process.exit(2);
}
const inboxFile = process.env.INBOX ?? 'inbox.ndjson';
const inbox = await open(inboxFile, 'a');

/** Ids that were written, and what of them is still to be done. The inbox holds `{ message }` and `{ done: id }`, a line each. */
const seen = new Set();
const waiting = new Map();
if (existsSync(inboxFile)) {
  for (const line of readFileSync(inboxFile, 'utf8').split('\n')) {
    // The last line of a process that was killed may be cut short: it was not answered, and comes again.
    const entry = parse(line);
    if (entry?.done) waiting.delete(entry.done);
    if (!entry?.message) continue;
    seen.add(entry.message.id);
    waiting.set(entry.message.id, entry.message);
  }
  // So that a cut line does not swallow the next one.
  await inbox.write('\n');
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function write(entry) {
  await inbox.write(`${JSON.stringify(entry)}\n`);
  await inbox.sync();
}

let working = Promise.resolve();
function work() {
  working = working.then(async () => {
    for (const [id, message] of waiting) {
      await handle(message);
      await write({ done: id });
      waiting.delete(id);
    }
  });
  working.catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
}

const server = createServer(async (request, response) => {
  const answer = (status) => response.writeHead(status).end();
  try {
    if (request.method !== 'POST') return answer(405);
    const body = await bytesOf(request);
    if (body === null) return answer(413);
    if (!verify(secret, request.headers, body)) return answer(401);
    const message = parse(body.toString());
    if (!message || message.id !== request.headers['webhook-id']) return answer(400);
    if (!seen.has(message.id)) {
      // Known from here on, so that the same message in a second connection is not written twice.
      seen.add(message.id);
      try {
        await write({ message });
      } catch (error) {
        seen.delete(message.id);
        throw error;
      }
      waiting.set(message.id, message);
      work();
    }
    return answer(204);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return response.headersSent ? response.destroy() : answer(500);
  }
});

work();
server.listen(Number(process.env.PORT ?? 8090), process.env.HOST ?? '0.0.0.0', () => {
  process.stdout.write(`${JSON.stringify({ listening: server.address().port })}\n`);
});
