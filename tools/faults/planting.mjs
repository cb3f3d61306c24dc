/** @returns {string | null} the source with the fault in it; null where it does not say `from` exactly once: then it is not known which is meant */
export function plant(source, { from, to }) {
  const parts = source.split(from);
  return parts.length === 2 ? parts.join(to) : null;
}

/**
 * How the run of one file ended, by Jest's status and its report, which is empty where none was written. Only a test that failed found something:
 * Jest ends with the same status where a file cannot be loaded or has no tests, and with none where it was killed.
 *
 * @returns {'passed' | 'failed' | 'did not run'}
 */
export function outcomeOf(status, report) {
  if (status === null || report === '') return 'did not run';
  const { numTotalTests, numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(report);
  if (numTotalTests === 0 || numRuntimeErrorTestSuites > 0) return 'did not run';
  if (numFailedTests > 0) return 'failed';
  return status === 0 && numPassedTests > 0 ? 'passed' : 'did not run';
}
