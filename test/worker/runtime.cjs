const { isBuiltin } = require("node:module");
const { default: Runtime } = require("jest-runtime");

/**
 * How Jest loads modules here: packages once a worker, the repository's own code anew for every test file, but compiled only once.
 *
 * CDKTF, its AWS provider, zod and the SDK take a second or two to load, more than most test files take to run.
 * No test mocks a package: `jest.mock` of one would not reach what is shared.
 */
let packages;

/** Of a worker's life, in which no file changes: that is why nothing is kept while Jest watches. */
const kept = {
  transformed: new Map(),
  compiled: new Map(),
  resolved: Object.assign(new Map(), { clear: () => undefined }),
};

function keepWork(runtime) {
  const { executor, transformCache } = runtime;
  const transform = transformCache.transform.bind(transformCache);
  transformCache.transform = (file, options) => {
    const key = `${file} ${options?.isInternalModule === true}`;
    const known = kept.transformed.get(key);
    if (known === undefined) {
      const code = transform(file, options);
      const [result, map] = [transformCache.transforms.get(file), transformCache.sourceMaps.get(file)];
      kept.transformed.set(key, { code, result, map });
      return code;
    }
    if (known.result) transformCache.transforms.set(file, known.result);
    if (known.map) transformCache.sourceMaps.set(file, known.map);
    return known.code;
  };
  const compile = executor.compile.bind(executor);
  executor.compile = (code, file) => {
    const known = kept.compiled.get(file);
    if (known?.code === code) return known.made;
    const made = compile(code, file);
    if (made !== null) kept.compiled.set(file, { code, made });
    return made;
  };
  // The names a module requires are resolved to files once, too.
  runtime._resolution.cjsCache = kept.resolved;
}

/** Jest's own names are its runtime's business, and `landfall` is this repository. */
const isPackage = (name) =>
  /^(@[\w-]+\/)?\w/.test(name) && !isBuiltin(name) && !/^@jest\/|^(landfall|expect)(\/|$)/.test(name);

/** A constructor for Jest, which is given a runtime of its own kind that asks another for packages. */
function SharingRuntime(...options) {
  packages ??= new Runtime(...options);
  const runtime = new Runtime(...options);
  const globalConfig = options.at(-1);
  if (!globalConfig.watch && !globalConfig.watchAll) keepWork(runtime);
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
