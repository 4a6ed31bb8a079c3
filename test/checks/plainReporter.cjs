const { relative } = require("node:path");

/** Ends a run with what took longest, and with one line that a machine can read: "N passed, N failed". */
class PlainReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numPendingTests, numRuntimeErrorTestSuites, numFailedTests } = results;
    const slowest = results.testResults
      .map(({ testFilePath, perfStats }) => ({ file: relative("", testFilePath), seconds: perfStats.runtime / 1000 }))
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 10);
    if (results.testResults.length > 10)
      process.stdout.write(
        `\nThe slowest files:\n${slowest.map(({ file, seconds }) => `${seconds.toFixed(0).padStart(5)} s  ${file}`).join("\n")}\n`,
      );
    if (numPendingTests > 0) process.stdout.write(`${numPendingTests} skipped\n`);
    // A file that does not even load has no tests to count, yet it failed.
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
  }
}

module.exports = PlainReporter;
