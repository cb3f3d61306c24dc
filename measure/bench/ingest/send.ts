import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export interface Sending {
  url: string;
  method: 'PUT' | 'POST';
  headers: OutgoingHttpHeaders;
  /** Sent one after the other, no faster than the server takes them. */
  body: Iterable<Buffer>;
}

/**
 * Sends a body over a connection of its own.
 *
 * @returns seconds from opening the connection to the end of the answer, and the answer
 * @throws Error with the server's words unless it answers 2xx
 */
export async function send({ url, method, headers, body }: Sending): Promise<{ seconds: number; answer: string }> {
  const started = performance.now();
  const outgoing = request(url, { method, headers, agent: false });
  const answered = once(outgoing, 'response');
  // Awaited after the body; until then its failure must not count as unhandled.
  answered.catch(() => undefined);
  for (const chunk of body) if (!outgoing.write(chunk)) await Promise.race([once(outgoing, 'drain'), answered]);
  outgoing.end();
  const [incoming] = (await answered) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const seconds = (performance.now() - started) / 1000;
  const answer = Buffer.concat(parts).toString('utf8');
  const status = incoming.statusCode ?? 0;
  if (status < 200 || status > 299) throw new Error(`${method} ${url}: ${status} ${answer}`);
  return { seconds, answer };
}
