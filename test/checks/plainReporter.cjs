/** Ends a run with one line that a machine can read: "N passed, N failed". */
class PlainReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numPendingTests, numRuntimeErrorTestSuites, numFailedTests } = results;
    if (numPendingTests > 0) process.stdout.write(`${numPendingTests} skipped\n`);
    // A file that does not even load has no tests to count, yet it failed.
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
  }
}

module.exports = PlainReporter;
