/** `npm run test:slowest`: the twenty test files that took longest when each last ran here, and what all of them took. */
import { keptTimes } from './test-times.mjs';

const SHOWN = 20;

const files = Object.entries(keptTimes()).sort(([, a], [, b]) => b.seconds - a.seconds);
if (files.length === 0) {
  process.stderr.write('No test has run here yet: npm test, or npm run test:unit.\n');
  process.exit(1);
}
for (const [name, { seconds, ranAt }] of files.slice(0, SHOWN))
  console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}  (${ranAt})`);
const all = files.reduce((sum, [, { seconds }]) => sum + seconds, 0);
console.log(`${all.toFixed(0).padStart(7)} s  all ${files.length} files, one after the other`);
