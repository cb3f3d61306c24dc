/** What `@jest/globals` gives to the file that is tested now: one process tests many, one after the other. */
const ofTheTestedFile = (name) =>
  new Proxy(function () {}, {
    apply: (_target, _this, args) => globalThis[name](...args),
    get: (_target, key) => globalThis[name][key],
  });

export const [describe, it, test, expect] = ['describe', 'it', 'test', 'expect'].map(ofTheTestedFile);
export const [beforeAll, beforeEach, afterEach, afterAll, jest] = [
  ...['beforeAll', 'beforeEach', 'afterEach', 'afterAll', 'jest'],
].map(ofTheTestedFile);
