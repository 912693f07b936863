import { expect, test } from "@jest/globals";
import { Testing } from "cdktf";
import { stacksOf } from "../../declaration/stacks";
import { createStack } from "../../stack/create-stack";
import { sample } from "../fixtures/zones";

test.each(stacksOf(sample).map((spec) => [spec.id, spec] as const))(
  "the state of %s is encrypted and locked by a file beside it, under its identity's prefix",
  (id, spec) => {
    const { terraform } = JSON.parse(Testing.synth(createStack(Testing.app(), sample, spec)));
    expect(terraform.backend.s3).toEqual({
      bucket: spec.state.bucket,
      key: `${spec.identity}/${id}.tfstate`,
      region: sample.regions.home,
      encrypt: true,
      use_lockfile: true,
    });
  },
);

test("a stack whose account is not there has no bucket to keep its state in", () => {
  const [spec] = stacksOf(sample);
  if (spec === undefined) throw new Error("the sample has no stack");
  const without = { ...spec, state: { ...spec.state, bucket: undefined } };
  expect(() => createStack(Testing.app(), sample, without)).toThrow("before its account exists");
});
