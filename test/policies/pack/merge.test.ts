import { describe, expect, test } from "@jest/globals";
import { merged as mergedNormal } from "../../../policies/pack/merge";
import { covers, normal, type Statement } from "../../../policies/pack/statement";

const merged = (statements: readonly Statement[]): readonly Statement[] => mergedNormal(statements.map(normal));
const deny = { Effect: "Deny", Resource: "*" };

describe("merging statements", () => {
  test("joins the actions of those that differ in nothing else, however they are written", () => {
    const first = {
      Sid: "A",
      ...deny,
      Action: "s3:PutObject",
      Condition: { Bool: { k: "true" }, Null: { a: ["1", "2"] } },
    };
    const second = {
      Sid: "B",
      Condition: { Null: { a: ["2", "1"] }, Bool: { k: ["true"] } },
      ...deny,
      Action: ["s3:GetObject"],
    };
    expect(merged([first, second])).toEqual([
      {
        Sid: "AAnd1More",
        Effect: "Deny",
        Action: ["s3:GetObject", "s3:PutObject"],
        Resource: "*",
        Condition: { Bool: { k: "true" }, Null: { a: ["1", "2"] } },
      },
    ]);
  });

  test("joins the resources of those that differ in them alone", () => {
    const statements = ["arn:b", "arn:a"].map((Resource) => ({ Effect: "Deny", Action: "s3:*", Resource }));
    expect(merged(statements)).toEqual([{ Effect: "Deny", Action: "s3:*", Resource: ["arn:a", "arn:b"] }]);
  });

  test.each([
    ["Effect", { Effect: "Allow", Action: "s3:B", Resource: "*" }],
    ["Resource", { ...deny, Action: "s3:B", Resource: "arn:b" }],
    ["Condition", { ...deny, Action: "s3:B", Condition: { Bool: { k: "true" } } }],
    ["NotAction", { ...deny, NotAction: "s3:B" }],
    ["NotResource", { Effect: "Deny", Action: "s3:B", NotResource: "*" }],
    ["Principal", { ...deny, Action: "s3:B", Principal: "*" }],
  ])("keeps statements apart that differ in %s", (_element, other) => {
    expect(merged([{ ...deny, Action: "s3:A" }, other])).toHaveLength(2);
  });

  test("never joins NotActions: what is outside one list or the other is nearly everything", () => {
    const statements = ["s3:*", "ec2:*"].map((NotAction) => ({ ...deny, NotAction }));
    expect(merged(statements)).toEqual(statements.map((each) => ({ ...each })));
    expect(merged([statements[0] ?? {}, statements[0] ?? {}])).toHaveLength(1);
  });

  test.each([
    ["repeated stars", ["s3:*", "s3:**"]],
    ["case", ["s3:Get*", "S3:GET*"]],
    ["both", ["s3:Get*Acl", "s3:get**acl"]],
  ])("keeps one of two actions that cover each other: %s", (_, [one = "", other = ""]) => {
    for (const Action of [
      [one, other],
      [other, one],
    ]) {
      const [{ Action: kept } = {}, ...rest] = merged([{ ...deny, Action }]);
      expect(rest).toEqual([]);
      expect([one, other]).toContain(kept);
    }
    expect(merged([one, other].map((Action) => ({ ...deny, Action })))).toEqual(
      merged([{ ...deny, Action: [one, other] }]),
    );
  });

  test("drops actions that another pattern covers, and repeats no Sid", () => {
    const [one, two] = merged([
      { Sid: "S", ...deny, Action: ["s3:putobject", "s3:Put*", "s3:PutObject", "s3:P?tObject"] },
      { Sid: "S", ...deny, NotAction: "iam:*" },
    ]);
    expect(one).toMatchObject({ Sid: "S", Action: ["s3:P?tObject", "s3:Put*"] });
    expect(two).toMatchObject({ Sid: "S2" });
  });
});

describe("a pattern covers another", () => {
  test.each([
    ["s3:*", "s3:Put?bject*", true],
    ["*", "ec2:*", true],
    ["s3:Put*", "S3:putObject", true],
    ["s3:Put?", "s3:Put*", false],
    ["s3:Put?bject", "s3:Put?bject", true],
    ["s3:PutObject", "s3:Put?bject", false],
    ["s3:*Object", "s3:*", false],
    ["s3:a.c", "s3:abc", false],
  ])("%s %s: %s", (wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});
