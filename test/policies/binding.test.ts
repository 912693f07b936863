import { describe, expect, test } from "@jest/globals";
import { guardrailsBinding } from "../../policies/binding";
import { deniedBy } from "../../policies/denied";
import { birch, sample } from "../fixtures/zones";

const names = (zone: typeof sample, name: string, organizationalUnit: string): readonly string[] =>
  guardrailsBinding(zone, { name, organizationalUnit }).map((guardrail) => guardrail.name);

describe("the guardrails that bind an account", () => {
  test("are those on its path, the highest first, and no others", () => {
    const at = (unit: string): readonly string[] =>
      sample.guardrails.filter(({ attachTo }) => attachTo.includes(unit)).map(({ name }) => name);
    expect(at("workloads").length * at("workloads/prod").length).toBeGreaterThan(0);
    expect(names(sample, "a", "workloads/prod")).toEqual([...at("root"), ...at("workloads"), ...at("workloads/prod")]);
    expect(names(sample, "a", "suspended")).toEqual([...at("root"), "deny-everything"]);
    expect(names(sample, "a", "root")).toEqual(at("root"));
  });

  test("come with where on the path they are attached, and what they deny", () => {
    expect(guardrailsBinding(sample, { name: "a", organizationalUnit: "workloads/prod" })).toContainEqual({
      name: "deny-root-user",
      attachedTo: ["workloads"],
      denies: "Nobody works as an account's root user.",
    });
  });

  test("are also those on the account alone, after all others", () => {
    const guardrails = [{ name: "own", attachTo: [], accounts: ["a", "b"], document: "{}" }, ...sample.guardrails];
    const zone = { ...sample, guardrails };
    expect(names(zone, "a", "security").at(-1)).toBe("own");
    expect(names(zone, "c", "security")).not.toContain("own");
  });

  test("of the zone's own are told by the actions they deny", () => {
    const [own] = birch.guardrails.filter(({ document }) => document !== undefined);
    const [unit = "root"] = own?.attachTo ?? [];
    const told = guardrailsBinding(birch, { name: "a", organizationalUnit: unit }).find(
      ({ name }) => name === own?.name,
    );
    expect(told?.denies).toMatch(/^Denies iam:CreateAccessKey/);
  });
});

describe("what a policy denies", () => {
  const deny = (statement: object): string =>
    JSON.stringify({ Statement: { Effect: "Deny", Resource: "*", ...statement } });

  test.each([
    [deny({ Action: ["s3:*", "ec2:*"] }), "Denies s3:*, ec2:*."],
    [deny({ NotAction: "iam:*", Condition: {} }), "Denies everything but iam:*, under conditions."],
    [JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }), "Denies nothing."],
  ])("%s", (document, says) => {
    expect(deniedBy(document)).toBe(says);
  });
});
