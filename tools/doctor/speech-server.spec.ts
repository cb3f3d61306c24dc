import type { ServerResponse } from 'node:http';
import { parseEnv } from '#platform';
import {
  type Asked,
  type AsrServer,
  reply,
  startAsrServer,
} from '../../libs/transcripts/src/engines/openai/asr-server.fixture.js';
import { speechServerCheck } from './checks/speech-server.check.js';

let server: AsrServer | undefined;
afterEach(() => server?.stop());

async function look(answer: (asked: Asked, response: ServerResponse) => void, change: Record<string, string> = {}) {
  server = await startAsrServer(answer);
  const settings = {
    ...{ SHOUWEN_DATABASE_URL: 'postgres://unused', SHOUWEN_OPENAI_URL: server.url, SHOUWEN_OPENAI_MODEL: 'large' },
    SHOUWEN_EGRESS_HOSTS: server.host,
  };
  const found = await speechServerCheck.look(parseEnv({ ...settings, ...change }));
  return found.map(({ level, what, why }) => `${level}: ${what.en} ${why?.en ?? ''}`.trim());
}
const SEGMENT = { start: 0.2, end: 2, text: 'good afternoon' };
const WORDS = [{ word: 'good', start: 0.8, end: 1.2 }];

describe('what the doctor says of a speech server', () => {
  it('is how fine its times are, and what that means', async () => {
    expect(await look((_, response) => reply(response, 200, { text: 'good', words: WORDS }))).toEqual([
      `ok: The speech server ${server?.host} (model large) gives words, each with its time.`,
    ]);
    await server?.stop();
    const [coarse] = await look((_, response) => reply(response, 200, { segments: [SEGMENT] }));
    expect(coarse).toMatch(/^warning: .* no time for each of them\. .*silenced/);
  });

  it('is why it refuses, in its own words, or that it hears nothing', async () => {
    const [refused] = await look((_, response) => reply(response, 400, { detail: "unknown model 'large'" }));
    expect(refused).toMatch(/^warning: .* gave no words .*: unknown model 'large' Calls that go to it wait/);
    await server?.stop();
    expect(await look((_, response) => reply(response, 200, { text: '' }))).toEqual([
      `warning: The speech server ${server?.host} answers, and heard no word of a sentence.`,
    ]);
  });

  it('is nothing where none is used, or none may be: it is not asked then', async () => {
    const answer = (_: Asked, response: ServerResponse): void => reply(response, 200, { text: 'good' });
    expect(await look(answer, { SHOUWEN_ENGINES: 'sherpa-onnx' })).toEqual([]);
    await server?.stop();
    expect([await look(answer, { SHOUWEN_EGRESS_HOSTS: '' }), server?.asked]).toEqual([[], []]);
  });
});
