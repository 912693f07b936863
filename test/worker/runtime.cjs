const { isBuiltin } = require("node:module");
const { default: Runtime } = require("jest-runtime");

/**
 * How Jest loads modules here: packages once a worker, the repository's own code anew for every test file.
 *
 * CDKTF, its AWS provider, zod and the SDK take a second or two to load, more than most test files take to run.
 * No test mocks a package: `jest.mock` of one would not reach what is shared.
 */
let packages;

/** Jest's own names are its runtime's business, and `landfall` is this repository. */
const isPackage = (name) =>
  /^(@[\w-]+\/)?\w/.test(name) && !isBuiltin(name) && !/^@jest\/|^(landfall|expect)(\/|$)/.test(name);

/** A constructor for Jest, which is given a runtime of its own kind that asks another for packages. */
function SharingRuntime(...options) {
  packages ??= new Runtime(...options);
  const runtime = new Runtime(...options);
  const requireOwn = runtime.requireModuleOrMock.bind(runtime);
  runtime.requireModuleOrMock = (from, name) =>
    isPackage(name) ? packages.requireModuleOrMock(from, name) : requireOwn(from, name);
  return runtime;
}

module.exports = Object.assign(SharingRuntime, {
  default: SharingRuntime,
  __esModule: true,
  createContext: Runtime.createContext.bind(Runtime),
  createHasteMap: Runtime.createHasteMap.bind(Runtime),
  createResolver: Runtime.createResolver.bind(Runtime),
});
