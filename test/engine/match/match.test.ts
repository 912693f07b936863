import { describe, expect, test } from "@jest/globals";
import { matchesAction } from "../../../engine/match/action";
import type { Context } from "../../../engine/match/context";
import { matchesResource } from "../../../engine/match/resource";
import { parseTemplate } from "../../../engine/match/template";

describe('actions (IAM User Guide, "IAM JSON policy elements: Action")', () => {
  test.each([
    ["s3:PutObject", "s3:PutObject", true],
    ["S3:putobject", "s3:PutObject", true],
    ["s3:*", "s3:PutObject", true],
    ["*", "s3:PutObject", true],
    ["*:Put*", "s3:PutObject", true],
    ["iam:*AccessKey*", "iam:CreateAccessKey", true],
    ["s3:Put??ject", "s3:PutObject", true],
    ["s3:Put?", "s3:PutObject", false],
    ["s3:Put", "s3:PutObject", false],
    ["s3:PutObject*", "s3:PutObject", true],
    ["s3:${aws:username}", "s3:ann", false],
  ])("%s and %s: %s", (pattern, action, expected) => {
    expect(matchesAction({ negated: false, patterns: [pattern] }, action)).toBe(expected);
    expect(matchesAction({ negated: true, patterns: [pattern] }, action)).toBe(!expected);
  });

  test("NotAction leaves out each of its patterns", () => {
    const test = { negated: true, patterns: ["iam:*", "sts:*"] };
    expect(["iam:GetUser", "sts:AssumeRole", "s3:GetObject"].map((action) => matchesAction(test, action))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('resources (IAM User Guide, "IAM JSON policy elements: Resource")', () => {
  const object = "arn:aws:s3:::bucket/a/b";
  test.each<[pattern: string, resource: string, context: Context, expected: boolean]>([
    ["*", object, {}, true],
    ["*", "*", {}, true],
    ["arn:aws:s3:::*", "*", {}, false],
    ["arn:aws:s3:::bucket", object, {}, false],
    ["arn:aws:s3:::bucket/*", object, {}, true],
    ["arn:aws:s3:::bucket/*/b", object, {}, true],
    ["arn:aws:s3:::BUCKET/*", object, {}, false],
    ["arn:aws:s3:::bucket/?/b", object, {}, true],
    ["arn:aws:s3:::bucket/?", object, {}, false],
    // A star at the end of a segment goes on past colons; any other wildcard stays in its segment.
    ["arn:aws:logs:*", "arn:aws:logs:eu-west-1:1:log-group:g", {}, true],
    ["arn:aws:logs:eu-west-1:1:log-group:*", "arn:aws:logs:eu-west-1:1:log-group:g:log-stream:s", {}, true],
    ["arn:aws:logs:*:log-stream:s", "arn:aws:logs:eu-west-1:1:log-group:g:log-stream:s", {}, true],
    ["arn:aws:logs:*-1:1:log-group:g", "arn:aws:logs:eu-west-1:1:log-group:g", {}, true],
    ["arn:aws:logs:e*1:log-group:g", "arn:aws:logs:eu-west-1:1:log-group:g", {}, false],
    ["arn:aws:logs:eu-west-1?1:log-group:g", "arn:aws:logs:eu-west-1:1:log-group:g", {}, false],
    ["arn:aws:s3:::bucket/${aws:username}/*", "arn:aws:s3:::bucket/ann/x", { "aws:username": "ann" }, true],
    ["arn:aws:s3:::bucket/${aws:username}/*", "arn:aws:s3:::bucket/bob/x", { "aws:username": "ann" }, false],
    ["arn:aws:s3:::bucket/${aws:username}/*", "arn:aws:s3:::bucket/bob/x", { "aws:username": "*" }, false],
    ["arn:aws:s3:::bucket/${aws:username, 'bob'}/*", "arn:aws:s3:::bucket/bob/x", {}, true],
    ["arn:aws:s3:::bucket/${*}", "arn:aws:s3:::bucket/x", {}, false],
    ["arn:aws:s3:::bucket/${*}", "arn:aws:s3:::bucket/*", {}, true],
  ])("%s and %s with %j: %s", (pattern, resource, context, expected) => {
    expect(matchesResource({ negated: false, patterns: [pattern] }, resource, context, "2012-10-17")).toBe(expected);
    expect(matchesResource({ negated: true, patterns: [pattern] }, resource, context, "2012-10-17")).toBe(!expected);
  });

  test("a variable without a value matches nothing, so that NotResource applies to everything", () => {
    const patterns = ["arn:aws:s3:::${aws:username}"];
    expect(matchesResource({ negated: false, patterns }, "arn:aws:s3:::ann", {}, "2012-10-17")).toBe(false);
    expect(matchesResource({ negated: true, patterns }, "arn:aws:s3:::ann", {}, "2012-10-17")).toBe(true);
  });

  test("in version 2008-10-17 a variable is plain text", () => {
    const patterns = ["arn:aws:s3:::${aws:username}"];
    const context = { "aws:username": "ann" };
    expect(matchesResource({ negated: false, patterns }, "arn:aws:s3:::ann", context, "2008-10-17")).toBe(false);
    expect(matchesResource({ negated: false, patterns }, "arn:aws:s3:::${aws:username}", context, "2008-10-17")).toBe(
      true,
    );
  });
});

test("a variable that is never closed is plain text, and found to be in time that grows with the text alone", () => {
  const value = `\${aws:username${" ".repeat(100_000)}`;
  const started = performance.now();
  expect(parseTemplate(value, "2012-10-17")).toEqual([{ is: "text", text: value }]);
  expect(performance.now() - started).toBeLessThan(1_000);
});
