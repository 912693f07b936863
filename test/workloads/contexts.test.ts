import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { compileFunction } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import * as own from "../../workloads/runtime/lean/contexts";

type Contexts = Pick<typeof own, "createNamespace" | "getNamespace" | "destroyNamespace">;

/** The library that the X-Ray SDK brings along, with a process of its own: it keeps its namespaces there, where other test files' are. */
function loaded(): Contexts {
  const from = createRequire(require.resolve("aws-xray-sdk-core"));
  const source = readFileSync(from.resolve("cls-hooked/context"), "utf8");
  const module: { exports: unknown } = { exports: {} };
  const names = ["require", "module", "exports", "process"];
  compileFunction(source, names)(from, module, module.exports, Object.create(process));
  return module.exports as Contexts;
}

describe.each([
  ["contexts of a bundle", own],
  ["those of cls-hooked, which they stand for,", loaded()],
] as const)("%s", (name, contexts) => {
  const namespace = contexts.createNamespace(name);
  const seen = (): unknown => namespace.get("segment");

  test("hold nothing where there is none, and refuse to", () => {
    expect(contexts.getNamespace(name)).toBe(namespace);
    expect(seen()).toBeUndefined();
    expect(() => namespace.set("segment", "lost")).toThrow("No context available");
  });

  test("follow what is asynchronous, side by side and one in another", async () => {
    const branch = (segment: string): Promise<readonly unknown[]> =>
      namespace.runAndReturn(async () => {
        namespace.set("segment", segment);
        await sleep(5);
        const before = seen();
        const within = await namespace.runAndReturn(async () => {
          const inherited = seen();
          namespace.set("segment", `${segment}, within`);
          await sleep(5);
          return [inherited, seen()];
        });
        await sleep(5);
        return [before, ...within, seen()];
      });
    const [first, second] = await Promise.all([branch("first"), branch("second")]);
    expect(first).toEqual(["first", "first", "first, within", "first"]);
    expect(second).toEqual(["second", "second", "second, within", "second"]);
    expect(seen()).toBeUndefined();
  });

  test("are what a bound function runs in, wherever it is called", () => {
    let bound = (): unknown => undefined;
    namespace.run(() => {
      namespace.set("segment", "bound");
      bound = namespace.bind(seen);
    });
    expect([seen(), bound()]).toEqual([undefined, "bound"]);
  });

  test("can be entered for good, as of a function that is loaded", async () => {
    const context = namespace.createContext();
    namespace.enter(context);
    namespace.set("segment", "invocation 1");
    expect(seen()).toBe("invocation 1");
    namespace.set("segment", "invocation 2");
    expect(await namespace.runAndReturn(() => sleep(5).then(seen))).toBe("invocation 2");
    contexts.destroyNamespace(name);
    expect(contexts.getNamespace(name) ?? undefined).toBeUndefined();
  });
});
