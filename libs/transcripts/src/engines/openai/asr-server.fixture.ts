import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SAMPLE_RATE, TONE_PITCHES, TONE_WORDS } from '../sherpa/tone-models.fixture.js';

/** What one request held. */
export interface Asked {
  method: string;
  path: string;
  authorization: string | undefined;
  /** Fields of the form; those that come more than once, joined by a comma. */
  fields: Record<string, string>;
  fileName: string;
  wav: Buffer;
}
interface Heard {
  word: string;
  start: number;
  end: number;
}
export type Flavour = 'openai' | 'faster-whisper' | 'vllm' | 'funasr' | 'text-only';
type Answer = (asked: Asked, response: ServerResponse, count: number) => void;

export interface AsrServer {
  url: string;
  host: string;
  asked: Asked[];
  stop(): Promise<void>;
}

/**
 * A server with the wire format of `/v1/audio/transcriptions`. It really listens: to tones, by their pitch. Flavours are the answers that the
 * projects of these names document.
 */
export async function startAsrServer(answer: Flavour | Answer): Promise<AsrServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readForm(request).then((form) => {
      asked.push(form);
      if (typeof answer === 'function') return answer(form, response, asked.length);
      const refused = answer === 'text-only' && form.fields['response_format'] !== 'json';
      const unknown = answer === 'vllm' && 'timestamp_granularities[]' in form.fields;
      if (refused || unknown)
        return reply(response, 400, { error: { message: 'not supported', type: 'BadRequestError' } });
      return reply(response, 200, speak(answer, listen(form.wav), form.wav));
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

export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function readForm(request: IncomingMessage): Promise<Asked> {
  const { method = '', url = '', headers } = request;
  const body = await buffer(request);
  const form = await new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string') fields[name] = fields[name] === undefined ? value : `${fields[name]},${value}`;
  const file = form.get('file') as File;
  const wav = Buffer.from(await file.arrayBuffer());
  return { method, path: url, authorization: headers.authorization, fields, fileName: file.name, wav };
}

/** The tones in a WAVE file, by the loudest pitch of each 20 ms (Goertzel's filter). */
function listen(wav: Buffer): Heard[] {
  const frame = SAMPLE_RATE / 50;
  const heard: Heard[] = [];
  let before = -1;
  for (let at = 44; at + frame * 2 <= wav.length; at += frame * 2) {
    const powers = TONE_PITCHES.map((hz) => power(wav, at, frame, hz));
    const loudest = powers.indexOf(Math.max(...powers));
    const place = (powers[loudest] ?? 0) > 1e10 ? loudest : -1;
    const seconds = (at - 44) / 2 / SAMPLE_RATE;
    const last = heard.at(-1);
    if (place >= 0 && place === before && last) last.end = seconds + 0.02;
    else if (place >= 0) heard.push({ word: TONE_WORDS[place] ?? '', start: seconds, end: seconds + 0.02 });
    before = place;
  }
  return heard;
}

function power(wav: Buffer, from: number, length: number, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  let [one, two] = [0, 0];
  for (let at = 0; at < length; at += 1) [one, two] = [wav.readInt16LE(from + at * 2) + turn * one - two, one];
  return one * one + two * two - turn * one * two;
}

function speak(flavour: Flavour, words: readonly Heard[], wav: Buffer): object {
  const text = words.map(({ word }) => word).join(' ');
  const duration = (wav.length - 44) / 2 / SAMPLE_RATE;
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const segment = { id: 0, seek: 0, start, end, text: ` ${text}`, tokens: [1], temperature: 0, avg_logprob: -0.2 };
  const judged = { ...segment, compression_ratio: 1.2, no_speech_prob: 0.01 };
  switch (flavour) {
    case 'openai':
      return { task: 'transcribe', language: 'english', duration, text, words, segments: [judged] };
    case 'faster-whisper': {
      const inside = words.map((one) => ({ ...one, word: ` ${one.word}`, probability: 0.9 }));
      return {
        task: 'transcribe',
        language: 'en',
        duration,
        text,
        words: null,
        segments: [{ ...judged, words: inside }],
      };
    }
    case 'vllm':
      // vLLM writes the duration as a string.
      return { duration: String(duration), language: 'en', text, segments: wordBySegment(words), words: null };
    case 'funasr':
      return {
        text,
        segments: wordBySegment(words).map(({ id, start: from, end: to, text: said }) => ({
          id,
          start: from,
          end: to,
          text: said,
        })),
      };
    case 'text-only':
      return { text, usage: { type: 'duration', seconds: Math.ceil(duration) } };
  }
}

/** Segments as fine as these servers' pauses make them. */
const wordBySegment = (words: readonly Heard[]) =>
  words.map(({ word, start, end }, id) => ({
    id,
    seek: 0,
    start,
    end,
    text: ` ${word}`,
    avg_logprob: -0.3,
    no_speech_prob: 0,
  }));
