import { describe, expect, test } from "@jest/globals";
import { faultRule } from "../../../declaration/schema/faults";
import { createFaults } from "../../../rehearsal/faults/faults";
import { matches } from "../../../rehearsal/faults/matches";
import type { Subject } from "../../../rehearsal/faults/subject";
import { subjectOf } from "./subject-of";

const rule = (more: object) => faultRule.parse({ drop: "before", ...more });

describe("what a rule is about", () => {
  test.each<[object, boolean]>([
    [{}, true],
    [{ service: "dynamodb", operation: "PutItem" }, true],
    [{ service: "sqs" }, false],
    [{ service: "dynamodb", operation: "Put*" }, true],
    [{ service: "dynamodb", operation: "GetItem" }, false],
    [{ account: "payments-dev" }, true],
    [{ account: "111111111111" }, true],
    [{ account: "orders-dev" }, false],
    [{ function: "payments-*" }, true],
    [{ function: "orders-*" }, false],
    [{ role: "payments-handler" }, true],
    [{ role: "payments" }, false],
    [{ resource: "payments" }, true],
    [{ resource: "by-day" }, true],
    [{ resource: "table/payments/*" }, true],
    [{ resource: "arn:aws:dynamodb:*:table/payments/*" }, true],
    [{ resource: "pay" }, false],
    [{ resource: "payments", account: "orders-dev" }, false],
    [{ api: "payments" }, false],
    [{ drop: undefined, kill: "after" }, true],
  ])("%j: a function's PutItem: %s", (more, expected) => {
    expect(matches(rule(more), subjectOf())).toBe(expected);
  });

  const deployment: Partial<Subject> = { isWorkload: false, functionName: undefined, isProcess: () => false };
  test.each<[string, object, Partial<Subject>, boolean]>([
    ["a deployment's call", {}, deployment, false],
    ["a deployment's call, when everyone's are meant", { callers: "everyone" }, deployment, true],
    ["a state machine's call, which has no process to kill", { kill: "after" }, { isProcess: () => false }, false],
    ["a request to the API", { api: "payments" }, { kind: "request", isWorkload: false, api: "payments" }, true],
    ["a request to another API", { api: "orders" }, { kind: "request", isWorkload: false, api: "payments" }, false],
    ["a request, by a rule of calls", { callers: "everyone" }, { kind: "request", isWorkload: false }, false],
    ["a resource that nobody can derive", { resource: "*" }, { resources: () => [] }, false],
  ])("%s", (_what, more, subject, expected) => {
    expect(matches(rule(more), subjectOf(subject))).toBe(expected);
  });
});

describe("the rules together", () => {
  test("delays add up, and the first that ends a call is the last to count it", () => {
    const faults = createFaults();
    faults.set({
      slow: faultRule.parse({ delay: 100 }),
      slower: faultRule.parse({ delay: 200, throttle: true, times: 1 }),
      lost: faultRule.parse({ drop: "after" }),
    });
    expect(faults.strike(subjectOf())).toEqual({
      rules: ["slow", "slower"],
      delay: 300,
      effect: { kind: "throttle" },
    });
    expect(faults.strike(subjectOf())).toMatchObject({
      rules: ["slow", "lost"],
      effect: { kind: "drop", when: "after" },
    });
    expect(faults.counts()).toEqual([
      { rule: "slow", matched: 2, hits: 2 },
      { rule: "slower", matched: 2, hits: 1 },
      { rule: "lost", matched: 1, hits: 1 },
    ]);
  });

  test("a rule that stays goes on where it is, one that changes starts anew, and what was hit stays counted", () => {
    const faults = createFaults();
    const once = rule({ times: 1 });
    faults.set({ once });
    expect(faults.strike(subjectOf())).toBeDefined();
    faults.set({ once, other: rule({ service: "sqs" }) });
    expect(faults.strike(subjectOf())).toBeUndefined();
    faults.set({ once: rule({ times: 1, drop: "after" }) });
    expect(faults.strike(subjectOf())).toMatchObject({ effect: { when: "after" } });
    faults.set({});
    expect(faults.strike(subjectOf())).toBeUndefined();
    expect(faults.counts()[0]).toEqual({ rule: "once", matched: 3, hits: 2 });
  });
});
