import { describe, expect, test } from "@jest/globals";
import { boundsOf } from "../../../audit/bounds-of";
import { type AccountsChange, changedStandings } from "../../../audit/diff/changed-standings";
import { directionOf } from "../../../audit/diff/direction";
import { diffText } from "../../../audit/diff/text";
import { isChanged, zoneDiff } from "../../../audit/diff/zone-diff";
import type { GuardrailAttachment, LandingZone } from "../../../declaration/model";
import { decide } from "../../../engine/decide/decide";
import type { Request } from "../../../engine/request";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { own, zoneOf } from "../zone-of";

const universe = loadUniverse();
const noInstances = {
  Sid: "NoInstances",
  Effect: "Deny",
  Action: "ec2:RunInstances",
  Resource: "*",
  Condition: { StringNotEquals: { "ec2:InstanceType": ["t3.micro"] } },
};

function diffOf(before: readonly GuardrailAttachment[], after: readonly GuardrailAttachment[]) {
  const [old, now] = [zoneOf(...before), zoneOf(...after)];
  return { old, now, diff: zoneDiff(old, now, universe) };
}

/** Whether the decider agrees that a request changes sides in every account that a change names. */
function verdicts(zone: LandingZone, { accounts }: AccountsChange, request: Request | undefined): readonly string[] {
  if (request === undefined) throw new Error("there is no request");
  return accounts.map((account) => decide(boundsOf(zone, account), request).verdict);
}

describe("the difference of two zones", () => {
  test("is none where only names and places differ", () => {
    const renamed = { ...noInstances, Sid: "OtherName" };
    const { diff } = diffOf([own("x", [noInstances], [])], [own("x", [renamed], [])]);
    expect(diff.changes).toEqual([]);
    expect(isChanged(diff)).toBe(false);
  });

  test("is none where the same is said in other words", () => {
    const spelt = { ...noInstances, Action: ["EC2:runinstances", "ec2:RunInstances"] };
    const two = [
      { ...noInstances, Sid: "One" },
      { ...noInstances, Sid: "Two", Condition: { StringNotEquals: { "ec2:InstanceType": ["t3.micro", "t3.nano"] } } },
    ];
    expect(diffOf([own("x", [noInstances], [])], [own("x", [spelt], [])]).diff.changes).toEqual([]);
    expect(diffOf([own("x", [noInstances], [])], [own("x", two, [])]).diff.changes).toEqual([]);
  });

  test("names what a guardrail that is detached newly allows, with a request that the decider confirms", () => {
    const { old, now, diff } = diffOf([own("x", [noInstances], [])], []);
    expect(diff.guardrails.removed).toEqual(["x"]);
    for (const change of diff.changes) {
      expect(change.changes.map(({ actions }) => actions)).toEqual([["ec2:RunInstances"]]);
      expect(change.changes.map(directionOf)).toEqual(["newly allowed"]);
      const request = change.changes[0]?.newlyAllowed;
      expect(new Set(verdicts(old, change, request))).toEqual(new Set(["explicit-deny"]));
      expect(new Set(verdicts(now, change, request))).toEqual(new Set(["allowed"]));
    }
    expect(diff.changes.flatMap(({ accounts }) => accounts)).not.toContain(now.foundation.management.name);
    expect(diff.changes).not.toEqual([]);
  });

  test("shows the missing key through which a loosened condition lets requests", () => {
    const loosened = {
      ...noInstances,
      Condition: { StringNotEqualsIfExists: { "ec2:InstanceType": ["t3.micro"] } },
    };
    const needed = { ...noInstances, Condition: { StringNotLike: { "ec2:InstanceType": ["t3.micro"] } } };
    // A negated operator holds for a missing key, with or without IfExists.
    expect(diffOf([own("x", [noInstances], [])], [own("x", [loosened], [])]).diff.changes).toEqual([]);
    expect(diffOf([own("x", [noInstances], [])], [own("x", [needed], [])]).diff.changes).toEqual([]);
    const positive = { ...noInstances, Condition: { StringEquals: { "ec2:InstanceType": ["p5.48xlarge"] } } };
    const ifExists = { ...noInstances, Condition: { StringEqualsIfExists: { "ec2:InstanceType": ["p5.48xlarge"] } } };
    const [change] = diffOf([own("x", [ifExists], [])], [own("x", [positive], [])]).diff.changes;
    expect(change?.changes[0]?.newlyAllowed?.context).not.toHaveProperty("ec2:InstanceType");
    expect(change?.changes.map(directionOf)).toEqual(["newly allowed"]);
  });

  test("says both when a condition is exchanged for another", () => {
    const other = { ...noInstances, Condition: { StringNotEquals: { "ec2:InstanceType": ["t4g.nano"] } } };
    const { old, now, diff } = diffOf([own("x", [noInstances], [])], [own("x", [other], [])]);
    const [change] = diff.changes;
    if (change === undefined) throw new Error("nothing changed");
    const [standing] = change.changes;
    expect(change.changes.map(directionOf)).toEqual(["differently conditional"]);
    expect(verdicts(old, change, standing?.newlyDenied)[0]).toBe("allowed");
    expect(verdicts(now, change, standing?.newlyDenied)[0]).toBe("explicit-deny");
    expect(verdicts(now, change, standing?.newlyAllowed)[0]).toBe("allowed");
    expect(standing?.dropped).toMatch(/t3\.micro/);
    expect(standing?.added).toMatch(/t4g\.nano/);
  });

  test("tells accounts apart that change otherwise, and joins those that change alike", () => {
    const { diff } = diffOf([], [own("x", [noInstances], [])]);
    const named = diff.changes.flatMap(({ accounts }) => accounts);
    expect(new Set(named).size).toBe(named.length);
    expect(diff.changes).toHaveLength(1);
  });

  test("joins accounts that other guardrails bind and in which the same changes", () => {
    const elsewhere = own("y", [{ ...noInstances, Action: "s3:PutObject" }], [], { attachTo: ["workloads/prod"] });
    const { diff } = diffOf([own("x", [noInstances], []), elsewhere], [elsewhere]);
    expect(diff.changes).toHaveLength(1);
    expect(diff.changes[0]?.accounts.some((name) => name.endsWith("-prod"))).toBe(true);
    expect(diff.changes[0]?.accounts.some((name) => name.endsWith("-dev"))).toBe(true);
  });

  test("reads well on a terminal", () => {
    const text = diffText(diffOf([own("x", [noInstances], [])], []).diff);
    expect(text).toMatch(/^Requests become allowed in \d+ of \d+ accounts\.\n/);
    expect(text).toMatch(/newly allowed: 1 action: ec2:RunInstances/);
    expect(text).toMatch(/no longer: only when ec2:InstanceType is t3\.micro/);
    expect(text).toMatch(/guardrail that is gone: x/);
  });
});

describe("standings that change", () => {
  test("are none between bounds that are the same", () => {
    const zone = zoneOf(own("x", [noInstances], []));
    const account = zone.accounts.map(({ name }) => name).find((name) => name !== zone.foundation.management.name);
    const bounds = boundsOf(zone, account ?? "");
    const domainAccount = { id: "111122223333", partition: "aws", organizationId: undefined };
    const side = { account: account ?? "", domainAccount };
    expect(changedStandings([{ ...side, before: bounds, after: bounds }], universe)).toEqual([]);
    const unbound = { ...bounds, scp: bounds.scp.map((level) => ({ ...level, policies: [] })) };
    const [all] = changedStandings([{ ...side, before: bounds, after: unbound }], universe);
    const denied = all?.changes.flatMap(({ actions }) => actions) ?? [];
    expect(denied).toHaveLength(universe.actions.length);
    expect(new Set(all?.changes.map(({ after }) => after))).toEqual(new Set(["denied"]));
  });
});
