import { expect, test } from "@jest/globals";
import { described, differencesBetween, meansTheSame } from "../../bench/terrain/differences";
import { withSwappedDependencies, withSwappedImports } from "../../bench/terrain/swap";

const stack = (version: string, attributes: object) => ({
  "//": { metadata: { backend: "s3", version } },
  terraform: { required_providers: { aws: { source: "aws", version } } },
  resource: { aws_sqs_queue: { jobs: { "//": { metadata: { path: version } }, name: "jobs", ...attributes } } },
});

test("two programs' stacks are the same when only metadata and releases differ", () => {
  expect(differencesBetween(stack("0.21.0", { tags: ["a"] }), stack("0.24.0", { tags: ["a"] }))).toEqual([]);
});

test("a changed, an added and a missing attribute are each reported by its path", () => {
  const before = stack("0.21.0", { delay_seconds: 1, tags: ["a", "b"], policy: "none" });
  const after = stack("0.24.0", { delay_seconds: 2, tags: ["a", "c"], fifo_queue: true });
  expect(differencesBetween(before, after).map(described)).toEqual([
    "resource.aws_sqs_queue.jobs.delay_seconds: 1 → 2",
    'resource.aws_sqs_queue.jobs.tags.1: "b" → "c"',
    'resource.aws_sqs_queue.jobs.policy: "none" → nothing',
    "resource.aws_sqs_queue.jobs.fifo_queue: nothing → true",
  ]);
});

test("a stack that one side lacks and a list of another length are differences", () => {
  expect(differencesBetween(undefined, stack("0.24.0", {}))).toHaveLength(1);
  expect(differencesBetween({ a: [1] }, { a: [1, 2] })).toEqual([{ path: "a", before: [1], after: [1, 2] }]);
});

test("another source of a provider is a difference, another spelling of the same is told apart from it", () => {
  const from = (source: string) => ({ terraform: { required_providers: { aws: { source } } } });
  const differences = (source: string) => differencesBetween(from("aws"), from(source));
  expect(differences("hashicorp/aws")).toHaveLength(1);
  expect(differences("hashicorp/aws").every(meansTheSame)).toBe(true);
  expect(differences("registry.terraform.io/hashicorp/aws").every(meansTheSame)).toBe(true);
  expect(differences("opentofu/aws").some(meansTheSame)).toBe(false);
  expect(meansTheSame({ path: "resource.aws_vpc.a.source", before: "aws", after: "hashicorp/aws" })).toBe(false);
});

test("imports are swapped, and nothing that is only called alike", () => {
  const text = [
    'import { App } from "cdktf";',
    'import { Vpc } from "@cdktf/provider-aws/lib/vpc";',
    "require.resolve('cdktf-cli/package.json');",
    'const file = "cdktf.json"; const out = "cdktf.out"; const pty = "@cdktf/node-pty-prebuilt-multiarch";',
  ].join("\n");
  expect(withSwappedImports(text).split("\n")).toEqual([
    'import { App } from "cdktn";',
    'import { Vpc } from "@cdktn/provider-aws/lib/vpc";',
    "require.resolve('cdktn-cli/package.json');",
    'const file = "cdktf.json"; const out = "cdktf.out"; const pty = "@cdktf/node-pty-prebuilt-multiarch";',
  ]);
});

test("dependencies are swapped; a package.json without them is refused", () => {
  const cdktf = { cdktf: "0.21.0", "cdktf-cli": "0.21.0", "@cdktf/provider-aws": "20.1.0" };
  const { dependencies } = withSwappedDependencies({ dependencies: { ...cdktf, constructs: "10.4.2", zod: "4.6.7" } });
  expect(Object.keys(dependencies)).toEqual(["constructs", "zod", "cdktn", "cdktn-cli", "@cdktn/provider-aws"]);
  expect(() => withSwappedDependencies({ dependencies: { zod: "4.6.7" } })).toThrow("does not depend on cdktf");
});
