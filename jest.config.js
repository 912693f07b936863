/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/worker/environment.cjs",
  runtime: "<rootDir>/test/worker/runtime.cjs",
  testSequencer: "<rootDir>/test/worker/sequencer.cjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/.landfall"],
  // Against tests that hang; a busy machine of two cores is slow, not wrong.
  testTimeout: 90000,
  // Of test.concurrent in one file: Terraform with its provider takes a core and half a gigabyte.
  maxConcurrency: 3,
};
