import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { projectAt } from "../../../declaration/project";
import { type StackKind, stacksOf } from "../../../declaration/stacks";
import { builderModules, functionModules } from "../../../delivery/fingerprint/builder-modules";
import { readCode } from "../../../delivery/fingerprint/code";
import { readModules } from "../../../delivery/fingerprint/module-graph";
import { sample } from "../../fixtures/zones";

const root = resolve(__dirname, "../../..");
const code = readCode(projectAt(root), root);

/** The files and packages that a stack of the sample is made by. */
function sources(kind: StackKind, ofService = "orders"): readonly string[] {
  const spec = stacksOf(sample).find(
    (each) => each.kind === kind && (kind !== "service" || each.account.service?.name === ofService),
  );
  if (spec === undefined) throw new Error(`the sample has no stack of kind ${kind}`);
  return Object.keys(code(spec));
}

describe("the code behind a stack", () => {
  test("has the builders where main.ts imports them", () => {
    const imports = readModules(root, ["main.ts"]).modules.get("main.ts") ?? [];
    expect(imports).toEqual(expect.arrayContaining(Object.values(builderModules)));
  });

  test("has the modules that only functions import", () => {
    const { modules } = readModules(root, functionModules);
    expect([...modules.keys()]).toEqual(expect.arrayContaining([...functionModules]));
  });

  test("is its builder with all that imports, what every stack has, and nothing of another kind", () => {
    const org = sources("org");
    expect(org).toEqual(expect.arrayContaining(["org/budgets.ts", "policies/compile.ts", "stack/create-stack.ts"]));
    expect(org).toEqual(expect.arrayContaining(["main.ts", "declaration/resolve.ts", "cdktf.json"]));
    expect(org.filter((file) => /^(network|security|accounts|workloads|org\/identity)/.test(file))).toEqual([]);
    expect(org.filter((file) => /^declaration\/check\//.test(file))).toEqual([]);
    expect(sources("routing").filter((file) => file.startsWith("network/reachability/"))).toEqual([]);
    expect(sources("account")).toEqual(expect.arrayContaining(["network/vpc/vpc.ts", "security/baseline/index.ts"]));
  });

  test("is the versions of the packages it uses, and of all that these use", () => {
    const modules = (kind: StackKind): readonly string[] =>
      sources(kind).filter((file) => /^node_modules\//.test(file));
    expect(modules("org")).toEqual(
      expect.arrayContaining(["node_modules/cdktf", "node_modules/constructs", "node_modules/@cdktf/provider-aws"]),
    );
    expect(modules("org").filter((name) => /powertools|jest|esbuild/.test(name))).toEqual([]);
    expect(modules("service")).toEqual(
      expect.arrayContaining(["node_modules/esbuild", "node_modules/@aws-lambda-powertools/logger"]),
    );
  });

  test("is, for a service, its own folder and the runtime", () => {
    const service = sources("service");
    const own = ["openapi.yaml", "service.ts", "handlers/getOrder.ts", "order.ts"];
    expect(service).toEqual(expect.arrayContaining(own.map((file) => `workloads/services/orders/${file}`)));
    expect(service).toEqual(expect.arrayContaining(["workloads/runtime/serve.ts", "workloads/runtime/records.ts"]));
    expect(service.filter((file) => file.startsWith("workloads/services/payments/"))).toEqual([]);
  });
});
