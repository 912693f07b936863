import { describe, expect, test } from "@jest/globals";
import { readPolicy } from "../../../engine/policy/read-policy";

function patternsOf(element: "Resource" | "NotResource", value: string): readonly string[] {
  const statement = { Effect: "Deny", Action: "*", [element]: value };
  const read = readPolicy(JSON.stringify({ Version: "2012-10-17", Statement: statement }), "service-control-policy");
  if ("faults" in read) throw new Error(read.faults.map(({ message }) => message).join("\n"));
  return read.policy.statements.flatMap(({ resource }) => resource.patterns);
}

describe('what an ARN leaves out at its end is any ("Identify AWS resources with Amazon Resource Names (ARNs)")', () => {
  test.each([
    ["arn:aws:sqs", "arn:aws:sqs:*:*:*"],
    ["arn:aws:ec2:eu-west-1", "arn:aws:ec2:eu-west-1:*:*"],
    ["arn:aws:iam:${aws:x, 'a:b'}", "arn:aws:iam:${aws:x, 'a:b'}:*:*"],
    ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket"],
    ["arn:aws:logs:*", "arn:aws:logs:*"],
    ["*", "*"],
  ])("%s means %s", (written, meant) => {
    expect(patternsOf("Resource", written)).toEqual([meant]);
    expect(patternsOf("NotResource", written)).toEqual([meant]);
  });
});
