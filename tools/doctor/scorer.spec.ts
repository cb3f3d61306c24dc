import { parseEnv } from '#platform';
import {
  chatReply,
  send,
  startModelServer,
  type ModelServerFixture,
} from '../../libs/quality/src/model-scorer/gullible-model.fixture.js';
import { scorerCheck } from './checks/scorer.check.js';

const env = (more: Record<string, string>) => parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://x', ...more });
const quoting = (quote: string) => chatReply({ cited: [{ turn: 2, quote }], outcome: 'met', confidence: 1 });

describe('the language model, as the doctor sees it', () => {
  let server: ModelServerFixture;
  let reply: object;
  let status = 200;
  beforeAll(async () => {
    server = await startModelServer((_, response) => send(response, reply, status));
  });
  beforeEach(() => {
    reply = quoting('anything else I can do');
    status = 200;
  });
  afterAll(() => server.stop());
  const set = (more: Record<string, string> = {}) => {
    const known = { SHOUWEN_SCORER_URL: server.url, SHOUWEN_SCORER_MODEL: 'm-1' };
    return env({ ...known, SHOUWEN_EGRESS_HOSTS: server.host, ...more });
  };

  it('is asked about an invented conversation, and answers', async () => {
    const [finding] = await scorerCheck.look(set());
    expect([finding?.level, finding?.what.en]).toEqual([
      'ok',
      expect.stringContaining('answers in the shape asked for'),
    ]);
    expect(JSON.stringify(server.asked.at(-1)?.body)).toContain('My lamp does not work');
  });

  it.each([
    [() => (reply = chatReply('Certainly!')), 'another shape', 'response_format'],
    [() => (reply = quoting('nothing that was said')), 'answers in the shape', 'npm run eval -- --model'],
    [() => (status = 404), 'refuses the request', 'SHOUWEN_SCORER_URL'],
  ])('warns, and says what to do: %s', async (breaks, said, todo) => {
    breaks();
    const [finding] = await scorerCheck.look(set());
    expect([finding?.level, finding?.what.en, finding?.todo?.en]).toEqual([
      'warning',
      expect.stringContaining(said),
      expect.stringContaining(todo),
    ]);
  });

  it('warns of items that it has no question for', async () => {
    const [finding, other] = await scorerCheck.look(set({ SHOUWEN_SCORER_ITEMS: 'closing.farewell, manner.kindness' }));
    expect([finding?.level, finding?.what.en]).toEqual(['warning', expect.stringContaining('manner.kindness')]);
    expect(other?.level).toBe('ok');
  });

  it('is left alone where it is not set, or its host not named', async () => {
    const asked = server.asked.length;
    const [off] = await scorerCheck.look(env({}));
    const [unnamed] = await scorerCheck.look(set({ SHOUWEN_EGRESS_HOSTS: 'elsewhere:1' }));
    expect([off?.level, off?.what.en]).toEqual(['ok', expect.stringContaining('rules alone')]);
    expect([unnamed?.level, unnamed?.todo?.en]).toEqual(['warning', expect.stringContaining('SHOUWEN_EGRESS_HOSTS')]);
    expect(server.asked).toHaveLength(asked);
  });

  it('is not set by half, nor with items that are none', () => {
    expect(() => env({ SHOUWEN_SCORER_URL: 'http://10.0.0.5/v1' })).toThrow('SHOUWEN_SCORER_MODEL: it must be set');
    expect(() => env({ SHOUWEN_SCORER_MODEL: 'm-1' })).toThrow('SHOUWEN_SCORER_URL: it must be set');
    expect(() => env({ SHOUWEN_SCORER_ITEMS: 'everything' })).toThrow('closing.farewell');
    expect(() => env({ SHOUWEN_SCORER_TARGET: '0.2' })).toThrow('SHOUWEN_SCORER_TARGET');
  });
});
