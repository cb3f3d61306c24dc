import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../test/support/checkout.js';
import { FAULTS } from './planted.mjs';
import { outcomeOf, plant } from './planting.mjs';

describe('a planted fault', () => {
  it.each(FAULTS)('$what: changes a line that is there once', (fault) => {
    expect(plant(readFileSync(join(CHECKOUT, fault.file), 'utf8'), fault)).toContain(fault.to);
  });

  it.each([
    ['which is there three times', 'a === b; a === b; a === b'],
    ['which is gone', 'a !== b'],
  ])('changes nothing %s', (_how, source) => {
    expect(plant(source, { from: 'a === b', to: 'a < b' })).toBeNull();
  });

  it('is put in as it is written', () => {
    expect(plant('if (a) return;', { from: 'if (a)', to: "if ($& && '$1')" })).toBe("if ($& && '$1') return;");
  });
});

describe('a run of one test file', () => {
  const report = (of: object) =>
    JSON.stringify({ numTotalTests: 4, numPassedTests: 4, numFailedTests: 0, numRuntimeErrorTestSuites: 0, ...of });

  it.each([
    ['passed', 0, report({})],
    ['failed', 1, report({ numPassedTests: 3, numFailedTests: 1 })],
    // A path that is gone, or a file that does not load.
    ['did not run', 1, report({ numTotalTests: 0, numPassedTests: 0, numRuntimeErrorTestSuites: 1 })],
    ['did not run', 0, report({ numPassedTests: 0 })],
    // "No tests found": Jest ends without a report.
    ['did not run', 1, ''],
    // It was killed.
    ['did not run', null, report({ numFailedTests: 4 })],
    ['did not run', null, ''],
  ])('%s with status %s and the report %s', (outcome, status, said) => {
    expect(outcomeOf(status, said)).toBe(outcome);
  });
});
