import { describe, expect, test } from "@jest/globals";
import { plannedChanges, unknownAfter } from "../../delivery/planned-change";

function plan(resources: readonly object[], outputs: object = {}): string {
  return JSON.stringify({ format_version: "1.2", resource_changes: resources, output_changes: outputs });
}

function resource(actions: readonly string[], change: object): object {
  return { address: "aws_s3_bucket.logs", type: "aws_s3_bucket", change: { actions, ...change } };
}

describe("changes in a plan", () => {
  test("are none when resources are only read or kept", () => {
    expect(plannedChanges("logs", plan([resource(["no-op"], {}), resource(["read"], {})]))).toEqual([]);
  });

  test("name the attributes that differ, inside maps and lists", () => {
    const before = {
      name: "a",
      tags: { owner: "x", team: "t" },
      rule: [{ status: "on" }, { status: "on" }],
      list: [1],
    };
    const after = {
      name: "a",
      tags: { owner: "y", team: "t" },
      rule: [{ status: "off" }, { status: "off" }],
      list: [1, 2],
    };
    const [change] = plannedChanges("logs", plan([resource(["update"], { before, after })]));
    expect(change).toMatchObject({ stack: "logs", type: "aws_s3_bucket", actions: ["update"] });
    expect(change?.attributes).toEqual(["list", "rule.status", "tags.owner"]);
    expect(change?.differences.find(({ path }) => path === "rule.1.status")).toEqual({
      path: "rule.1.status",
      before: "on",
      after: "off",
    });
  });

  test("show what AWS decides as unknown", () => {
    const change = { before: { arn: "old" }, after: {}, after_unknown: { arn: true } };
    expect(plannedChanges("logs", plan([resource(["delete", "create"], change)]))[0]?.differences).toEqual([
      { path: "arn", before: "old", after: unknownAfter },
    ]);
  });

  test("hide sensitive values", () => {
    const change = { before: { token: "a" }, after: { token: "b" }, after_sensitive: { token: true } };
    expect(JSON.stringify(plannedChanges("logs", plan([resource(["update"], change)])))).not.toMatch(/"[ab]"/);
  });

  test("include outputs, for others' ids are in them", () => {
    const outputs = { ids: { actions: ["update"], before: { root: "r-1" }, after: { root: "r-2" } } };
    expect(plannedChanges("org", plan([], outputs))).toMatchObject([{ address: "output.ids", attributes: ["root"] }]);
  });
});
