import { readFileSync } from 'node:fs';
import { envSchema, parseEnv } from './env.js';

describe('settings', () => {
  it('are all named in .env.example, and nothing else is', () => {
    const example = readFileSync('.env.example', 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.slice(0, line.indexOf('=')));
    expect(example.sort()).toEqual(Object.keys(envSchema.shape).sort());
  });

  it('lists every problem at once', () => {
    expect(() => parseEnv({ SHOUWEN_PORT: 'x', SHOUWEN_LOG_LEVEL: 'loud' })).toThrow(
      /SHOUWEN_PORT[\s\S]*SHOUWEN_LOG_LEVEL[\s\S]*SHOUWEN_DATABASE_URL/,
    );
  });

  it('refuses to read every object again and again, and says what turns the reading off', () => {
    expect(() => parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://x', SHOUWEN_SCRUB_EVERY_DAYS: '0' })).toThrow(
      /SHOUWEN_SCRUB_EVERY_DAYS: it must be 1 or more; SHOUWEN_SCRUB_SECONDS=0/,
    );
  });

  it('treats an empty value as left out', () => {
    const env = parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://x', SHOUWEN_PORT: '', SHOUWEN_DATA_DIR: '/srv/d' });
    expect(env).toMatchObject({ port: 3000, objectDir: '/srv/d/objects' });
  });

  it('refuses an address of an Asterisk that cannot be one', () => {
    for (const url of ['pbx:8088/ari', 'http://pbx:99999/ari', 'http://pbx:8088/ari/'])
      expect(() => parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://x', SHOUWEN_ARI_URL: url })).toThrow(
        /http:\/\/HOST:8088/,
      );
  });

  it('refuses a certificate for calls without its key, and what makes no sense without one', () => {
    const given = (set: object) => () => parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://x', ...set });
    const [certificate, key] = [{ SHOUWEN_SIPS_CERTIFICATE_FILE: '/c' }, { SHOUWEN_SIPS_KEY_FILE: '/k' }];
    for (const half of [certificate, key]) expect(given(half)).toThrow(/SHOUWEN_SIPS_KEY_FILE are set together/);
    expect(given({ SHOUWEN_SIPS_CLIENT_CA_FILE: '/a' })).toThrow(/SHOUWEN_SIPS_CLIENT_CA_FILE: /);
    expect(given({ ...certificate, ...key })().sip.tls).toMatchObject({ certificateFile: '/c', keyFile: '/k' });
  });
});
