import { describe, expect, test } from "@jest/globals";
import type { Fault } from "../../../engine/policy/fault";
import { faultKinds } from "../../../engine/policy/fault-kinds";
import type { PolicyKind } from "../../../engine/policy/policy-kind";
import { readPolicy } from "../../../engine/policy/read-policy";
import { malformed } from "./malformed";

function faultsOf(text: string, kind: PolicyKind = "service-control-policy"): readonly Fault[] {
  const read = readPolicy(text, kind);
  return "faults" in read ? read.faults : [];
}

describe("a malformed policy gives the place and kind of the fault, and what AWS would say", () => {
  test.each(malformed)("$kind in a $policy ($says)", ({ kind, text, says, policy }) => {
    const before = text.slice(0, text.indexOf("§")).split("\n");
    const [fault, ...more] = faultsOf(text.replace("§", ""), policy);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ kind, line: before.length, column: (before.at(-1) ?? "").length + 1 });
    expect(fault?.message).toContain(says);
    expect(fault?.aws).toMatch(
      policy === "identity-policy"
        ? /^MalformedPolicyDocument: ./
        : /^MalformedPolicyDocumentException: The provided policy document does not meet the requirements/,
    );
  });

  test("every kind of fault has its case, and there are more than 60", () => {
    const covered = new Set(malformed.map(({ kind }) => kind));
    expect(faultKinds.filter((kind) => !covered.has(kind))).toEqual([]);
    expect(covered.size).toBeGreaterThan(60);
  });
});

test("all faults of a document are found at once, in the order of the text", () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "deny", "Action": "ec2", "Resource": "bucket" },
    { "Sid": "a-b", "Effect": "Deny", "Action": ["s3:*", 7], "Resource": "*",
      "Condition": { "StringEqual": { "aws:RequestedRegion": "eu-central-1" }, "Null": { "aws:x": "no" } }, },
  ]
}`;
  expect(faultsOf(text).map(({ line, column, kind }) => `${line}:${column} ${kind}`)).toEqual([
    "4:17 effect-case",
    "4:35 action-without-vendor",
    "4:54 resource-not-arn",
    "5:14 sid-characters",
    "5:58 action-item-type",
    "6:22 operator-unknown",
    "6:99 null-malformed",
    "6:107 trailing-comma",
    "6:110 trailing-comma",
  ]);
});
