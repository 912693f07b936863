import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, S3Backend, type TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { tellCost } from "./cost";
import { type Json, type RawBlock, rawPlan } from "./raw-plan";

/** `without-landfall.ts SYNTHESISED OUT`: the same stacks of the same resources, constructed straight with CDKTF's typed bindings. */
const [synthesised = "", out = ""] = process.argv.slice(2);

type Constructor = new (scope: Construct, id: string, config: Json) => TerraformElement;

const plan = rawPlan(synthesised);
const constructors = new Map<string, Constructor>(
  plan.flatMap(({ data, resources }) => [
    ...data.map(({ type }) => [`data.${type}`, constructorOf(type, "data-aws-")] as const),
    ...resources.map(({ type }) => [type, constructorOf(type, "")] as const),
  ]),
);

tellCost(() => {
  const app = new App({ outdir: out });
  const stacks = new Map<string, TerraformStack>();
  for (const { id, backend, provider, data, resources, outputs } of plan) {
    const stack = new TerraformStack(app, id);
    new S3Backend(stack, backend as unknown as ConstructorParameters<typeof S3Backend>[1]);
    new AwsProvider(stack, "aws", provider);
    for (const block of data) construct(stack, `data.${block.type}`, `data-${block.type}-${block.name}`, block);
    for (const block of resources) construct(stack, block.type, `${block.type}-${block.name}`, block);
    for (const [name, output] of Object.entries(outputs)) new TerraformOutput(stack, name, { value: output["value"] });
    stacks.set(id, stack);
  }
  for (const { id, after } of plan)
    for (const earlier of after) {
      const [stack, before] = [stacks.get(id), stacks.get(earlier)];
      if (stack && before) stack.addDependency(before);
    }
  app.synth();
  return plan.reduce((sum, { resources }) => sum + resources.length, 0);
});

function construct(stack: TerraformStack, constructor: string, id: string, { name, config }: RawBlock): void {
  const Block = constructors.get(constructor);
  if (Block === undefined) throw new Error(`no binding of ${constructor}`);
  new Block(stack, id, config).overrideLogicalId(name);
}

function constructorOf(type: string, prefix: string): Constructor {
  const file = `@cdktf/provider-aws/lib/${prefix}${type.replace(/^aws_/, "").replaceAll("_", "-")}`;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which bindings are loaded depends on the zone
  const exported: Record<string, unknown> = require(file);
  const found = Object.values(exported).find(
    (each): each is Constructor => typeof each === "function" && Reflect.get(each, "tfResourceType") === type,
  );
  if (found === undefined) throw new Error(`${file} has no class of ${type}`);
  return found;
}
