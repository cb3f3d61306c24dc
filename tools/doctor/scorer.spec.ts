import { parseEnv } from '#platform';
import { scorerCheck } from './checks/scorer.check.js';

const env = (more: Record<string, string>) => parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://x', ...more });
const SCORER = { SHOUWEN_SCORER_URL: 'http://10.0.0.5:8000/v1/', SHOUWEN_SCORER_MODEL: 'm-1' };

describe('the language model, as the doctor sees it', () => {
  it.each([
    [{}, 'ok', 'rules alone'],
    [{ ...SCORER, SHOUWEN_EGRESS_HOSTS: '10.0.0.5:8000' }, 'ok', 'sent to 10.0.0.5:8000'],
    [SCORER, 'warning', 'not used'],
  ])('with %j', async (settings, level, said) => {
    const [finding] = await scorerCheck.look(env(settings));
    expect([finding?.level, finding?.what.en]).toEqual([level, expect.stringContaining(said)]);
    expect(JSON.stringify(finding?.todo ?? '').includes('SHOUWEN_EGRESS_HOSTS')).toBe(level === 'warning');
  });

  it('is not set by half', () => {
    expect(() => env({ SHOUWEN_SCORER_URL: 'http://10.0.0.5/v1' })).toThrow('SHOUWEN_SCORER_MODEL: it must be set');
    expect(() => env({ SHOUWEN_SCORER_MODEL: 'm-1' })).toThrow('SHOUWEN_SCORER_URL: it must be set');
  });
});
