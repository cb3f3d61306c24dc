import { ROUTES, usualRefusals } from '#contracts';
import { KNOWN_REFUSALS, REFUSAL_ROWS } from '../apps/api/src/http/known-refusals.js';
import { catalogue } from '../tools/errors/catalogue.js';
import { readTexts } from './architecture/sources.js';

const HAN = /\p{Script=Han}/u;

/** The constructor itself is called by the tables, and where an engine's own failure names the code. */
const MAKES_ERRORS = ['libs/platform/src/errors/refusals.ts', 'libs/transcripts/src/attention.rules.ts'];

/** Before there is a route, or where no request waits: in a job, at the start. */
const BESIDE_ROUTES = [
  ...['account_is_open', 'address_too_long', 'audio_undecodable', 'bad_address', 'decoder_missing', 'engine_missing'],
  ...['headers_too_large', 'language_unsure', 'method_not_allowed', 'no_engine_for_language', 'run_overtaken'],
  ...['time_stamp_failed', 'time_stamp_host'],
];

describe('the errors of the product', () => {
  it('are rows of the tables, and made nowhere else', () => {
    expect(REFUSAL_ROWS.length).toBeGreaterThan(250);
    const sources = [...readTexts(['apps/api/src', 'apps/worker/src', 'apps/capture/src', 'libs'])];
    expect(sources.filter(([, text]) => /defineRefusals\(\{/.test(text)).length).toBe(23);
    const made = sources.filter(([path, text]) => !/spec|fixture/.test(path) && /new DomainError\(/.test(text));
    expect(made.map(([path]) => path).toSorted()).toEqual(MAKES_ERRORS);
  });

  it('have one status each, whatever the row', () => {
    const torn = REFUSAL_ROWS.filter(({ code, status }) => KNOWN_REFUSALS.get(code)?.status !== status);
    expect(torn.map(({ code }) => code)).toEqual([]);
  });

  it('are declared by the routes that answer with them, and none that does not exist', () => {
    const declared = ROUTES.flatMap((route) => (route.refusals ?? []).map((code) => ({ id: route.id, code })));
    expect(declared.filter(({ code }) => !KNOWN_REFUSALS.has(code))).toEqual([]);
    const twice = ROUTES.flatMap((route) => usualRefusals(route).filter((code) => route.refusals?.includes(code)));
    expect(twice).toEqual([]);
    const said = new Set<string>([...ROUTES.flatMap(usualRefusals), ...declared.map(({ code }) => code)]);
    expect([...KNOWN_REFUSALS.keys()].filter((code) => !said.has(code)).toSorted()).toEqual(BESIDE_ROUTES);
  });

  it('say what happened in both languages, each in its own', () => {
    // What is put together when it is said (`…`) is held by the tests of the part that says it.
    const plain = REFUSAL_ROWS.filter(({ words: { zh, en } }) => zh !== '…' && en !== '…');
    expect(plain.length).toBeGreaterThan(250);
    const wrong = plain.filter(({ words: { zh, en } }) => !HAN.test(zh) || HAN.test(en) || !/[a-z]{2}/.test(en));
    expect(wrong).toEqual([]);
  });

  it('are all printed by npm run docs:errors, one row a code, with the routes that declare it', () => {
    const rows = [...catalogue().matchAll(/^\| `(\w+)` \| (\d+) \|/gm)];
    expect(rows.map(([, code]) => code)).toEqual([...KNOWN_REFUSALS.keys()].toSorted());
    expect(catalogue()).toMatch(/^\| `absence_answered` .*`absencesAnswer` \|$/m);
  });
});
