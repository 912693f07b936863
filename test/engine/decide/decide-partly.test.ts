import { describe, expect, test } from "@jest/globals";
import type { Bounds } from "../../../engine/bounds";
import { decide } from "../../../engine/decide/decide";
import { decidePartly } from "../../../engine/decide/decide-partly";
import type { PartialDecision, Verdict } from "../../../engine/decide/decision";
import { levelOf } from "./levels";
import { generator, randomly } from "./random";

const allowAll = { Effect: "Allow", Action: "*", Resource: "*" };

function decided(
  statement: object,
  known: { readonly resource?: string; readonly context?: Readonly<Record<string, string>> } = {},
): PartialDecision {
  const bounds: Bounds = { scp: [levelOf("root", allowAll, statement)], rcp: [] };
  const context = known.context ?? {};
  const unknown = (key: string): boolean => key.toLowerCase().startsWith("ec2:");
  return decidePartly(bounds, {
    action: "ec2:RunInstances",
    resource: known.resource,
    principal: undefined,
    context,
    unknown,
  });
}

describe("a decision from what is known", () => {
  test("an unknown key of a deciding statement is named", () => {
    const found = decided({
      Effect: "Deny",
      Action: "ec2:*",
      Resource: "*",
      Condition: { StringNotEquals: { "ec2:InstanceType": "t3.micro" } },
    });
    expect(found).toMatchObject({ verdict: "undecided", needs: ["ec2:InstanceType"] });
  });

  test("a statement another of whose tests fails needs nothing", () => {
    const Condition = { StringEquals: { "ec2:InstanceType": "m5.large", "aws:RequestedRegion": "us-east-1" } };
    const found = decided(
      { Effect: "Deny", Action: "ec2:*", Resource: "*", Condition },
      { context: { "aws:RequestedRegion": "eu-west-1" } },
    );
    expect(found.verdict).toBe("allowed");
  });

  test("an unknown resource matters only where a pattern looks at it", () => {
    expect(decided({ Effect: "Deny", Action: "ec2:*", Resource: "arn:aws:ec2:*:*:instance/*" })).toMatchObject({
      verdict: "undecided",
      needs: ["resource"],
    });
    expect(decided({ Effect: "Deny", Action: "ec2:*", Resource: "*" }).verdict).toBe("explicit-deny");
    expect(decided({ Effect: "Deny", Action: "s3:*", Resource: "arn:aws:s3:::b" }).verdict).toBe("allowed");
  });

  test("a variable with an unknown key is needed", () => {
    const Resource = "arn:aws:ec2:*:*:instance/${ec2:InstanceId}";
    const found = decided(
      { Effect: "Deny", Action: "*", Resource },
      { resource: "arn:aws:ec2:eu-west-1:1:instance/i-1" },
    );
    expect(found).toMatchObject({ verdict: "undecided", needs: ["ec2:InstanceId"] });
  });

  test("a Deny in doubt does not matter where nothing allows", () => {
    const bounds: Bounds = {
      scp: [levelOf("root", { Effect: "Deny", Action: "*", Resource: "*", Condition: { Bool: { "ec2:x": "true" } } })],
      rcp: [],
    };
    const request = {
      action: "ec2:RunInstances",
      resource: "*",
      principal: undefined,
      context: {},
      unknown: () => true,
    };
    expect(decidePartly(bounds, request).verdict).toBe("implicit-deny");
  });
});

test("what is decided is what every completion says, in 1,500 random cases of 10 completions", () => {
  const random = randomly(generator(42));
  const seen: Record<Verdict | "undecided", number> = {
    allowed: 0,
    "explicit-deny": 0,
    "implicit-deny": 0,
    undecided: 0,
  };
  for (let round = 0; round < 1_500; round++) {
    const bounds = random.bounds();
    const request = random.request();
    const hidden = new Set(random.keys.filter(() => random.chance(0.3)).map((key) => key.toLowerCase()));
    const known = Object.entries(request.context).filter(([key]) => !hidden.has(key.toLowerCase()));
    const context = Object.fromEntries(known);
    const resource = random.chance(0.3) ? undefined : request.resource;
    const found = decidePartly(bounds, {
      action: request.action,
      resource,
      principal: request.principal,
      context,
      unknown: (key) => hidden.has(key.toLowerCase()),
    });
    seen[found.verdict]++;
    if (found.verdict === "undecided") expect(found.needs.length).toBeGreaterThan(0);
    for (let completion = 0; completion < 10 && found.verdict !== "undecided"; completion++) {
      const more = [...hidden].filter(() => random.chance(0.5)).map((key) => [key, random.value()]);
      const full = {
        ...request,
        resource: resource ?? random.request().resource,
        context: { ...context, ...Object.fromEntries(more) },
      };
      // An unknown caller is taken for one that policies bind.
      const decision = decide(bounds, full);
      if (decision.exempt) continue;
      const agrees =
        decision.verdict === found.verdict ||
        (found.verdict === "implicit-deny" && decision.verdict === "explicit-deny");
      if (!agrees) expect({ bounds, full, found }).toEqual(decision);
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});
