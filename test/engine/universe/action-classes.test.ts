import { describe, expect, test } from "@jest/globals";
import { actionClasses, type ActionTest } from "../../../engine/universe/action-classes";
import { loadUniverse } from "../../../engine/universe/load-universe";

const universe = loadUniverse();

const on = (...patterns: string[]): ActionTest => ({ patterns, negated: false, resources: false });

describe("classes of actions", () => {
  const tests: ActionTest[] = [
    on("s3:*", "ec2:Delete*"),
    on("*:*Bucket*", "S3:GET*"),
    { patterns: ["dynamodb:*"], negated: false, resources: true },
  ];
  const classes = actionClasses(universe, tests);

  test("hold every action once", () => {
    const held = classes.classes.flatMap(({ actions }) => actions);
    expect(held.length).toBe(universe.actions.length);
    expect(new Set(held).size).toBe(universe.actions.length);
  });

  test("are told apart by no pattern: each pattern matches all of a class or none", () => {
    for (const pattern of tests.flatMap(({ patterns }) => patterns)) {
      const matched = new Set(universe.matching(pattern));
      for (const { actions } of classes.classes) {
        expect([0, actions.length]).toContain(actions.filter((action) => matched.has(action)).length);
      }
    }
  });

  test("are as few as the patterns allow", () => {
    const signature = (name: string): string =>
      tests
        .flatMap(({ patterns }) => patterns)
        .map((pattern) => universe.matching(pattern).some((action) => action.name === name))
        .join();
    const shapes = new Set(
      universe.actions.map(
        ({ name, service, resources }) => signature(name) + (service === "dynamodb" ? resources.join() : ""),
      ),
    );
    expect(classes.classes.length).toBe(shapes.size);
  }, 60_000);

  test("keep what is acted on apart where a test looks at it", () => {
    for (const { representative, actions } of classes.matching(["dynamodb:*"])) {
      expect(actions.every(({ resources }) => resources.join() === representative.resources.join())).toBe(true);
    }
  });

  test("keep it apart for all but the patterns of a NotAction", () => {
    const negated = actionClasses(universe, [{ patterns: ["s3:*"], negated: true, resources: true }]);
    expect(negated.matching(["s3:*"]).length).toBe(1);
    expect(negated.matching(["dynamodb:*"]).length).toBeGreaterThan(1);
  });

  test("are found by action and by pattern", () => {
    const action = universe.find("s3:GetBucketPolicy");
    if (!action) throw new Error("no s3:GetBucketPolicy");
    expect(classes.classOf(action).actions).toContain(action);
    expect(classes.matching(["s3:GetBucketPolicy"])).toEqual([classes.classOf(action)]);
  });

  test("are one when nothing is asked", () => {
    expect(actionClasses(universe, []).classes.length).toBe(1);
    expect(actionClasses(universe, [on("*")]).classes.length).toBe(1);
  });
});
