/**
 * The surroundings of a test file: the process's own, as the product has them. What a file changes in them is put back after it, so that no
 * file sees another.
 */
const { ModuleMocker } = require('jest-mock');

const JEST_STATE = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

function lengthen({ hooks, children }, slowness) {
  for (const one of [...hooks, ...children])
    if (one.timeout !== undefined) one.timeout = Math.ceil(one.timeout * slowness);
  for (const block of children) if (block.type === 'describeBlock') lengthen(block, slowness);
}

module.exports = class Surroundings {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);

  constructor({ projectConfig }) {
    this.before = { env: { ...process.env }, cwd: process.cwd(), exit: process.exit, console: globalThis.console };
    this.own = projectConfig.globals;
    Object.assign(globalThis, this.own);
  }

  async setup() {}

  /** What a test or a hook says of its own limit is lengthened like all others, see `patience.mjs`. */
  handleTestEvent({ name }, { rootDescribeBlock }) {
    if (name === 'run_start') lengthen(rootDescribeBlock, Number(process.env.SHOUWEN_TEST_SLOWNESS));
  }

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
