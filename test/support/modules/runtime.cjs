/**
 * Jest's runtime, but for how modules are loaded: by Node itself, once a process, instead of once a test file in a virtual machine of its own.
 * Two thousand modules lie behind the median file on services; to evaluate them took more of the suite's time than the tests.
 * What it costs: modules cannot be mocked, which no test here does, and state that a module keeps is seen by the next file of the process.
 */
const { existsSync, readFileSync } = require('node:fs');
const { register } = require('node:module');
const { join } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: JestRuntime } = require('jest-runtime');
const { mapOf } = require('./compile.cjs');

let registered;
let files = 0;

module.exports = class NativeRuntime extends JestRuntime {
  constructor(config, ...rest) {
    super(config, ...rest);
    this.folder = join(config.cacheDirectory, 'shouwen-modules');
    if (!registered) register('./hooks.mjs', pathToFileURL(__filename), { data: { folder: this.folder } });
    registered = true;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** Its imports are shared with the files before it; the test file itself runs again, also for a second project. */
  unstable_importModule(path) {
    return import(`${pathToFileURL(path).href}?file=${++files}`);
  }

  /** Jest's own parts, which keep the state of a test file: loaded again for each. */
  requireInternalModule(path) {
    for (const name of Object.keys(require.cache)) if (name.includes('/jest-circus/build/')) delete require.cache[name];
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    const { moduleMocker } = this._environment;
    const spying = ['fn', 'spyOn', 'clearAllMocks', 'resetAllMocks', 'restoreAllMocks'];
    globalThis.jest = Object.fromEntries(spying.map((name) => [name, moduleMocker[name].bind(moduleMocker)]));
  }

  /** Where a stack trace finds the lines as they were written. */
  getSourceMaps() {
    const { folder } = this;
    return {
      get: (place) => {
        const file = place.startsWith('file:') ? fileURLToPath(place.split('?')[0]) : place;
        if (!/\.tsx?$/.test(file) || !existsSync(file)) return undefined;
        return mapOf(readFileSync(file, 'utf8'), folder);
      },
      *[Symbol.iterator]() {},
    };
  }
};
