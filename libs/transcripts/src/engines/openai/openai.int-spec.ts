import { Readable } from 'node:stream';
import type { ServerResponse } from 'node:http';
import { OpenaiEngine, type TranscriptionTask } from '../index.js';
import { TONE_WORDS, tones } from '../sherpa/tone-models.fixture.js';
import { KnownDialects } from './known-dialects.js';
import { type Asked, type AsrServer, type Flavour, reply, startAsrServer } from './asr-server.fixture.js';

const servers: AsrServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

const sound = Buffer.concat([Buffer.alloc(32_000), tones(TONE_WORDS), Buffer.alloc(32_000)]);
const task = (change: Partial<TranscriptionTask> = {}): TranscriptionTask => ({
  language: 'en',
  durationMs: sound.length / 32,
  recordedSampleRate: 16_000,
  channels: [{ channel: 0, speaker: 'agent', open: () => Readable.from([sound]) }],
  ...change,
});

async function ask(
  answer: Flavour | ((asked: Asked, response: ServerResponse, count: number) => void),
  change: { task?: Partial<TranscriptionTask>; hosts?: string[]; key?: string; timeoutMs?: number; path?: string } = {},
) {
  const server = await startAsrServer(answer);
  servers.push(server);
  const waited: number[] = [];
  const engine = new OpenaiEngine({
    server: {
      ...{ url: server.url + (change.path ?? ''), model: 'large', languages: ['zh', 'en'], key: change.key },
      ...{ reliableFromHz: 8_000, timeoutMs: change.timeoutMs ?? 10_000 },
    },
    egressHosts: change.hosts ?? [server.host],
    wait: (ms) => Promise.resolve(void waited.push(ms)),
    dialects: new KnownDialects(),
  });
  const outcome = await engine.transcribe(task(change.task));
  return { engine, outcome, waited, asked: server.asked, host: server.host };
}

describe('a server with the shape of OpenAI’s', () => {
  it('is asked in that shape, with the key, the language and the names to expect', async () => {
    const hotwords = ['Green Valley Bank', 'Visa Debit', 'x'.repeat(90)];
    const { asked } = await ask('openai', { key: 'secret-1', task: { hotwords } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/v1/audio/transcriptions',
      authorization: 'Bearer secret-1',
      fileName: 'audio.wav',
      fields: {
        ...{ model: 'large', language: 'en', temperature: '0', response_format: 'verbose_json' },
        ...{ 'timestamp_granularities[]': 'word,segment', prompt: 'Green Valley Bank, Visa Debit' },
      },
    });
    // 16-bit PCM, one channel, 16 kHz, and as long as it says.
    const { wav } = asked[0] as Asked;
    expect([wav.toString('latin1', 0, 4), wav.readUInt16LE(22), wav.readUInt32LE(24)]).toEqual(['RIFF', 1, 16_000]);
    expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
  });

  it('hears of nothing until its host was told of, and of nothing at all where it is not named', async () => {
    const told: string[] = [];
    const onEgress = (host: string) => Promise.resolve(void told.push(host));
    const { asked, host, engine } = await ask('openai', { task: { onEgress }, hosts: ['127.0.0.1'] });
    expect([told, asked.length, engine.capabilities.egressHost]).toEqual([[host], 1, host]);
    const refused = await ask('openai', { hosts: ['asr.example.cn', '127.0.0.1:1'] });
    expect(await refused.engine.unavailable()).toBe('egress_not_allowed');
    expect([refused.outcome, refused.asked]).toEqual([
      { ok: false, failure: { fault: 'ours', code: 'engine_missing', detail: 'egress_not_allowed' } },
      [],
    ]);
  });

  it('is not asked when the journal cannot be written', async () => {
    const onEgress = () => Promise.reject(new Error('no journal'));
    await expect(ask('openai', { task: { onEgress } })).rejects.toThrow('no journal');
    expect(servers.map(({ asked }) => asked)).toEqual([[]]);
  });

  it('that knows no word times, or no verbose answers, is asked for less, once', async () => {
    const { outcome, asked } = await ask('text-only');
    expect(asked.map(({ fields }) => fields['response_format'])).toEqual(['verbose_json', 'verbose_json', 'json']);
    expect(outcome).toMatchObject({
      ok: true,
      transcript: {
        turns: [
          {
            text: TONE_WORDS.join(' '),
            words: [{ text: 'good', confidence: null }, ...TONE_WORDS.slice(1).map((text) => ({ text }))],
          },
        ],
      },
    });
  });

  it('that wants its model in another field, and word times in yet another, is found out once', async () => {
    const picky = (asked: Asked, response: ServerResponse): void => {
      const { model_name: model, timestamp_granularities: plain } = asked.fields;
      if (model !== 'large')
        return reply(response, 400, { detail: { error: { message: 'unknown model: whisper-1' } } });
      const times = { start: 0.5, end: 1, text: ' good' };
      const words = plain?.includes('word') ? [{ word: ' good', start: 0.5, end: 0.7 }] : null;
      return reply(response, 200, { text: 'good', segments: [{ ...times, words }] });
    };
    const twice = Buffer.concat([sound, sound, sound]);
    const channels = [{ channel: 0, speaker: 'agent' as const, open: () => Readable.from([twice]) }];
    const { outcome, asked } = await ask(picky, { task: { channels, durationMs: twice.length / 32 } });
    const forms = asked.map(({ fields }) => [
      fields['model_name'],
      'timestamp_granularities[]' in fields,
      'timestamp_granularities' in fields,
    ]);
    expect(forms).toEqual([
      [undefined, true, false],
      ['large', true, false],
      ['large', false, true],
      ['large', false, true],
      ['large', false, true],
    ]);
    if (!outcome.ok) throw new Error(outcome.failure.detail);
    const [first, second] = outcome.transcript.turns;
    expect(first?.words[0]).not.toHaveProperty('estimated');
    // Three times the same sound, a piece each: as far apart as they were spoken.
    expect((second?.fromMs ?? 0) - (first?.fromMs ?? 0)).toBe(sound.length / 32);
    expect(outcome.transcript.turns).toHaveLength(3);
  });

  it('that does not know the model says so in its own words', async () => {
    const { outcome, asked } = await ask((asked, response) =>
      reply(response, 400, { detail: `Model '${asked.fields['model']}' not found. Known: tiny` }),
    );
    const said = "Model 'large' not found. Known: tiny";
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'engine_refused', said } });
    expect(asked).toHaveLength(6);
  });

  it('gives confidence where it tells: its words’ own, or its segments’', async () => {
    const confidences = async (flavour: Flavour) => {
      const { outcome } = await ask(flavour);
      return outcome.ok ? outcome.transcript.turns[0]?.words[0]?.confidence : undefined;
    };
    expect(await confidences('faster-whisper')).toBe(0.9);
    expect(await confidences('openai')).toBeCloseTo(Math.exp(-0.2));
  });

  it('leaves out what Whisper made up in silence', async () => {
    const madeUp = { start: 0, end: 1, text: 'Thanks for watching!', no_speech_prob: 0.9, avg_logprob: -1.4 };
    const { outcome } = await ask((_, response) =>
      reply(response, 200, { text: 'Thanks for watching!', segments: [madeUp] }),
    );
    expect(outcome).toMatchObject({ ok: true, transcript: { turns: [] } });
  });

  it.each<[string, number, string]>([
    ['refuses the key', 401, 'engine_refused'],
    ['does not know the address', 404, 'engine_refused'],
    ['finds the file too large', 413, 'engine_refused'],
    ['sends us elsewhere', 307, 'engine_refused'],
  ])('that %s is asked once: our mistake stays', async (_what, status, code) => {
    const { outcome, asked } = await ask((_, response) =>
      reply(response, status, { error: { message: 'no' } }, { location: 'http://127.0.0.1:1/elsewhere' }),
    );
    expect(outcome).toEqual({ ok: false, failure: { fault: 'ours', code, detail: `status ${status}`, said: 'no' } });
    expect(asked).toHaveLength(1);
  });

  it.each([429, 500, 503])(
    'that answers %d is asked again, after as long as it says, and then told of',
    async (status) => {
      const { outcome, asked, waited } = await ask((_, response) =>
        reply(response, status, '', { 'retry-after': '7' }),
      );
      expect(outcome).toEqual({
        ok: false,
        failure: { fault: 'vendor', code: 'engine_unreachable', detail: `status ${status}` },
      });
      expect([asked.length, waited]).toEqual([3, [7_000, 7_000]]);
    },
  );

  it('that was busy once gives its words the second time', async () => {
    const { outcome, waited } = await ask((_, response, count) =>
      count === 1 ? reply(response, 429, '', { 'retry-after': '86400' }) : reply(response, 200, { text: 'hello' }),
    );
    expect([outcome.ok, waited]).toEqual([true, [15_000]]);
  });

  it.each<[string, string]>([
    ['prose', 'Internal error'],
    ['HTML', '<html>login</html>'],
    ['another shape', '{"results": []}'],
    ['times of another kind', '{"segments": [{"start": "soon", "end": 2, "text": "hi"}]}'],
    ['negative times', '{"text": "hi", "words": [{"word": "hi", "start": -5, "end": 2}]}'],
    ['null', 'null'],
    ['too many words', JSON.stringify({ words: Array(6_000).fill({ word: 'a', start: 0, end: 1 }) })],
  ])('that answers with %s gives rubbish, which is not quoted', async (_what, body) => {
    const { outcome } = await ask((_, response) => reply(response, 200, body));
    expect(outcome).toMatchObject({ ok: false, failure: { fault: 'vendor', code: 'engine_rubbish' } });
    expect(JSON.stringify(outcome)).not.toContain('hi');
  });

  it('that answers without end is cut off', async () => {
    const { outcome } = await ask((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (response.writable && response.write(Buffer.alloc(65_536, ' ')));
        if (response.writable) response.once('drain', more);
      };
      response.on('error', () => undefined);
      more();
    });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'engine_rubbish', detail: 'an answer without end' } });
  });

  it('that hangs, or drops the connection, is told apart', async () => {
    const hung = await ask(() => undefined, { timeoutMs: 300 });
    expect(hung.outcome).toMatchObject({ ok: false, failure: { fault: 'vendor', code: 'engine_timeout' } });
    const dropped = await ask((_, response) => response.destroy());
    expect(dropped.outcome).toMatchObject({ ok: false, failure: { fault: 'vendor', code: 'engine_unreachable' } });
    expect(dropped.asked).toHaveLength(3);
  });

  it('is dropped when the caller no longer wants the words', async () => {
    const stop = new AbortController();
    const { outcome } = await ask(() => stop.abort(), { task: { signal: stop.signal } });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'aborted' } });
  });
});
