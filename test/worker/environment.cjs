const vm = require("node:vm");
const { ModernFakeTimers } = require("@jest/fake-timers");
const { ModuleMocker } = require("jest-mock");
const { initializeGarbageCollectionUtils, installCommonGlobals } = require("jest-util");

/**
 * The global scope of tests: one for all test files of a worker, so that what packages define in it can be shared (runtime.cjs).
 *
 * Jest's own environment makes one per file, whose global object is a proxy: looking up `Map` or `Object` there takes twenty times as long
 * as in Node itself, in every line of a policy engine or a synthesis. This one is a plain context.
 */
let shared;

/** Of the host: the same bytes must be of the same class to Node's own modules and to tests. */
const sameClasses = { Buffer, ArrayBuffer, Uint8Array };
/** What Jest keeps in a scope that it takes to be one file's, by its symbols' names. The first holds a file's tests, and so all of its modules. */
const ofOneFile = new Set(
  ["JEST_STATE_SYMBOL", "EVENT_HANDLERS", "TEST_TIMEOUT_SYMBOL"].concat([
    "RETRY_TIMES",
    "RETRY_TIMES_SETTER",
    "RETRY_IMMEDIATELY",
    "WAIT_BEFORE_RETRY",
    "LOG_ERRORS_BEFORE_RETRY",
  ]),
);

function makeShared({ projectConfig }) {
  const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY);
  const global = vm.runInContext("globalThis", context);
  for (const [name, { configurable, enumerable }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
    if (!Object.hasOwn(global, name) && !name.startsWith("jest-")) lend(global, name, { configurable, enumerable });
  }
  Object.assign(global, sameClasses, { global });
  initializeGarbageCollectionUtils(globalThis, "off");
  installCommonGlobals(global, projectConfig.globals, "off");
  global.Error.stackTraceLimit = 50;
  const fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global });
  return {
    global,
    fakeTimersModern,
    moduleMocker: new ModuleMocker(global),
    exportConditions: () => ["node", "node-addons"],
    getVmContext: () => context,
    setup: async () => undefined,
    teardown: async () => fakeTimersModern.useRealTimers(),
    restore: restorer(global),
  };
}

/** A global of the host, looked up when it is first asked for: some are loaded then. */
function lend(global, name, { configurable, enumerable }) {
  const set = (value) => Object.defineProperty(global, name, { configurable, enumerable, writable: true, value });
  const get = () => {
    const value = globalThis[name];
    if (configurable) set(value);
    return value;
  };
  Object.defineProperty(global, name, { configurable, enumerable, get, set });
}

/** Puts back what a test file may have left changed: the process and its environment, and globals. Files must not see each other. */
function restorer(global) {
  const { process } = global;
  const environment = { ...process.env };
  const own = Object.getOwnPropertyDescriptors(process);
  const globals = Object.getOwnPropertyDescriptors(global);
  return () => {
    putBack(process, own, true);
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    putBack(global, globals, false);
    for (const key of Object.getOwnPropertySymbols(global)) if (ofOneFile.has(key.description)) delete global[key];
    forgetTokens(global.__cdktfTokenMap);
  };
}

/** CDKTF remembers every token ever made, and with it the stacks of every test file before. Its numbers go on. */
function forgetTokens(tokens) {
  tokens?.stringTokenMap.clear();
  tokens?.numberTokenMap.clear();
}

function putBack(object, descriptors, isClosed) {
  for (const key of Reflect.ownKeys(object)) {
    const before = descriptors[key];
    const now = Object.getOwnPropertyDescriptor(object, key);
    if (before === undefined && isClosed && now.configurable) delete object[key];
    else if (before !== undefined && now.configurable && now.value !== before.value)
      Object.defineProperty(object, key, before);
  }
}

/** A constructor for Jest, which is given the shared environment. */
function Environment(config) {
  shared ??= makeShared(config);
  shared.restore();
  return shared;
}

module.exports = Environment;
