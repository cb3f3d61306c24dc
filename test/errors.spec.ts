import { readFileSync } from 'node:fs';
import { catalogueOf, errorsInCode, ERRORS_FILE } from '../tools/error-catalogue.mjs';

const HAN = /\p{Script=Han}/u;

describe('the errors of the product', () => {
  const errors = errorsInCode();

  it('are all found', () => {
    expect(errors.length).toBeGreaterThan(100);
    const lost = errors.filter(({ code, status }) => code === null || status === null);
    // Write the code and its kind as plain texts where the error is made, or teach tools/error-catalogue.mjs to follow them.
    expect(lost.map(({ place }) => place)).toEqual([]);
  });

  it('say what happened in both languages, each in its own', () => {
    // What is put together when it is said (`…`) is held by the tests of the part that says it.
    const words = errors.flatMap(({ place, words: said }) => said.map((one) => ({ place, ...one })));
    const plain = words.filter(({ zh, en }) => zh !== '…' && en !== '…');
    expect(plain.length).toBeGreaterThan(100);
    const wrong = plain.filter(({ zh, en }) => !HAN.test(zh) || HAN.test(en) || !/[a-z]{2}/.test(en));
    expect(wrong).toEqual([]);
  });

  it('stand in docs/operations/errors.md as they are in the code: npm run docs:errors writes it', async () => {
    expect(readFileSync(ERRORS_FILE, 'utf8')).toBe(await catalogueOf(errors));
  });
});
