import { AsyncLocalStorage } from "node:async_hooks";

/** Values that follow what is asynchronous; what a context within another one does not have, it has from that. */
type Context = Record<string, unknown>;

/** A namespace of cls-hooked: what the X-Ray SDK uses, and what is to be used of it by whoever asks Powertools' tracer for it. */
interface Namespace {
  readonly active: Context | null;
  createContext(): Context;
  get(key: string): unknown;
  /** @throws Error outside of every context */
  set(key: string, value: unknown): unknown;
  /** For what comes after, wherever it comes from: of a function there is one such context, made when it is loaded. */
  enter(context: Context): void;
  run(work: (context: Context) => unknown): Context;
  runAndReturn<Result>(work: (context: Context) => Result): Result;
  bind<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result,
    context?: Context,
  ): (...args: Args) => Result;
}

const namespaces = new Map<string, Namespace>();

/**
 * In the place of `cls-hooked/context`, by which the X-Ray SDK's segments follow calls. It watches every promise of the process being made and
 * collected, a quarter of the time of an invocation; `AsyncLocalStorage`, which Node has had since, does not.
 */
export function createNamespace(name: string): Namespace {
  const storage = new AsyncLocalStorage<Context>();
  let entered: Context | null = null;
  const active = (): Context | null => storage.getStore() ?? entered;
  const createContext = (): Context => Object.create(active() ?? Object.prototype) as Context;
  const namespace: Namespace = {
    get active() {
      return active();
    },
    createContext,
    get: (key) => active()?.[key],
    set: (key, value) => {
      const context = active();
      if (context === null) throw new Error("No context available. ns.run() or ns.bind() must be called first.");
      context[key] = value;
      return value;
    },
    enter: (context) => {
      entered = context;
    },
    run: (work) => {
      const context = createContext();
      storage.run(context, work, context);
      return context;
    },
    runAndReturn: (work) => {
      const context = createContext();
      return storage.run(context, work, context);
    },
    bind: (work, context = active() ?? createContext()) => {
      return (...args) => storage.run(context, () => work(...args));
    },
  };
  namespaces.set(name, namespace);
  return namespace;
}

export function getNamespace(name: string): Namespace | undefined {
  return namespaces.get(name);
}

export function destroyNamespace(name: string): void {
  namespaces.delete(name);
}
