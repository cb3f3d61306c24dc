/** Notes how long each test file took, for `npm run test:slowest`. Jest loads it as a reporter. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FILE = join(ROOT, 'dist/.test-times.json');

/** What is known, by kind and file: of the newest run of each. */
export const keptTimes = () => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

export default class KeepTimes {
  #times = {};

  onTestResult({ context, path }, { perfStats, skipped }) {
    if (skipped) return;
    const key = `${context.config.displayName.name} ${relative(ROOT, path)}`;
    this.#times[key] = { seconds: perfStats.runtime / 1000, ranAt: new Date(perfStats.start).toISOString() };
  }

  onRunComplete() {
    mkdirSync(dirname(FILE), { recursive: true });
    // Another run may have noted its own meanwhile.
    writeFileSync(FILE, `${JSON.stringify({ ...keptTimes(), ...this.#times }, null, 1)}\n`);
  }
}
