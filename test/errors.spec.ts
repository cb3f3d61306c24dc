import { readFileSync } from 'node:fs';
import { catalogueOf, ERRORS_FILE, errorsOfTables } from '../tools/errors/catalogue.js';
import { readSources } from './architecture/sources.js';

const HAN = /\p{Script=Han}/u;

/** The constructor itself is called by the tables, and where an engine's own failure names the code. */
const MAKES_ERRORS = ['libs/platform/src/errors/refusals.ts', 'libs/transcripts/src/attention.rules.ts'];

describe('the errors of the product', () => {
  const errors = errorsOfTables();

  it('are rows of the tables, and made nowhere else', () => {
    expect(errors.length).toBeGreaterThan(250);
    const sources = readSources(['apps/api/src', 'apps/worker/src', 'libs']);
    const tables = sources.filter(({ tree }) => /defineRefusals\(\{/.test(tree.text)).map(({ path }) => path);
    expect(tables.length).toBe(11);
    const made = sources.filter(({ path, tree }) => !/spec|fixture/.test(path) && /new DomainError\(/.test(tree.text));
    expect(made.map(({ path }) => path).toSorted()).toEqual(MAKES_ERRORS);
  });

  it('say what happened in both languages, each in its own', () => {
    // What is put together when it is said (`…`) is held by the tests of the part that says it.
    const plain = errors.filter(({ words: { zh, en } }) => zh !== '…' && en !== '…');
    expect(plain.length).toBeGreaterThan(250);
    const wrong = plain.filter(({ words: { zh, en } }) => !HAN.test(zh) || HAN.test(en) || !/[a-z]{2}/.test(en));
    expect(wrong).toEqual([]);
  });

  it('are in docs/operations/errors.md as they are in the tables: npm run docs:errors writes it', async () => {
    expect(readFileSync(ERRORS_FILE, 'utf8')).toBe(await catalogueOf(errors));
  });
});
