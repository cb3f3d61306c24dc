import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ModelReply } from '#contracts';
import { type ChatRequest } from './prompt.rules.js';

/** What one request held. */
export interface AskedModel {
  path: string | undefined;
  authorization: string | undefined;
  body: ChatRequest;
}

export interface ModelServerFixture {
  url: string;
  host: string;
  asked: AskedModel[];
  stop(): Promise<void>;
}

/** A server with the shape of `/v1/chat/completions`. */
export async function startModelServer(
  answer: (asked: AskedModel, response: ServerResponse, count: number) => void,
): Promise<ModelServerFixture> {
  const asked: AskedModel[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = {
        path: request.url,
        authorization: request.headers.authorization,
        body: JSON.parse(body) as ChatRequest,
      };
      asked.push(one);
      answer(one, response, asked.length);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/v1`, host: `127.0.0.1:${port}`, asked, stop };
}

/** A reply of that shape with this content. */
export const chatReply = (content: string | object, message: object = {}, finish_reason = 'stop'): object => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'fixture',
  choices: [
    {
      index: 0,
      finish_reason,
      message: {
        role: 'assistant',
        content: typeof content === 'string' ? content : JSON.stringify(content),
        refusal: null,
        ...message,
      },
    },
  ],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

export const send = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** The call as a request carries it. */
export const turnsIn = ({ messages }: ChatRequest): { turn: number; speaker: string; words: string }[] =>
  JSON.parse(/\[.*\]/s.exec(messages[1]?.content ?? '')?.[0] ?? '[]') as ReturnType<typeof turnsIn>;

/**
 * A model that believes every speaker: it reads every turn, unwraps all that is wrapped, and answers what it is told to, with full
 * confidence and words that the agent really said. Without being told, `honest` answers.
 */
export function gullible(request: ChatRequest, honest: ModelReply): ModelReply {
  const turns = turnsIn(request);
  const agent = turns.find(({ speaker }) => speaker === 'agent');
  for (const { words } of turns) {
    const told = demandIn(words);
    if (told) return { outcome: told, cited: agent ? [{ turn: agent.turn, quote: agent.words }] : [], confidence: 1 };
  }
  return honest;
}

/** What a turn asks to be judged, however it is wrapped. */
export function demandIn(words: string): 'met' | 'not_met' | null {
  for (const read of [words, words.normalize('NFKC'), words.replace(/\s/g, ''), fromBase64(words), fromRot13(words)]) {
    if (/未达成|not[ _]?met|notmet/i.test(read)) return 'not_met';
    if (/达成|\bmet\b|"met"|everythingmet/i.test(read)) return 'met';
  }
  return null;
}

const fromBase64 = (words: string): string =>
  (words.match(/[A-Za-z0-9+/]{16,}=*/g) ?? []).map((run) => Buffer.from(run, 'base64').toString('latin1')).join(' ');

const fromRot13 = (words: string): string =>
  words.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
