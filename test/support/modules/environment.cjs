/**
 * The surroundings of a test file: the process's own, as the product has them. What a file changes in them is put back after it, so that no
 * file sees another.
 */
const { ModuleMocker } = require('jest-mock');

const JEST_STATE = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

module.exports = class Surroundings {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);

  constructor({ projectConfig }) {
    this.before = { env: { ...process.env }, cwd: process.cwd(), exit: process.exit, console: globalThis.console };
    this.own = projectConfig.globals;
    Object.assign(globalThis, this.own);
  }

  async setup() {}

  async teardown() {
    const { env, cwd, exit, console } = this.before;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    if (process.cwd() !== cwd) process.chdir(cwd);
    process.exit = exit;
    globalThis.console = console;
    for (const name of Object.keys(this.own)) delete globalThis[name];
    // Jest's state of this file: the next one begins with none.
    for (const name of Object.getOwnPropertySymbols(globalThis))
      if (JEST_STATE.includes(name.description)) delete globalThis[name];
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
};
