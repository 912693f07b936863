import { afterEach, describe, expect, jest, test } from "@jest/globals";
import fs, { readFileSync, statSync } from "node:fs";
import { loadUniverse, serviceOf } from "../../../engine/universe/load-universe";
import { universeOfPackage, universeText } from "../../../engine/universe/universe-of-package";
import { universeFile } from "../../../engine/universe/universe-file";

const universe = loadUniverse();

afterEach(() => {
  jest.restoreAllMocks();
});

describe("the universe of actions", () => {
  test("is what the pinned package has", () => {
    expect(readFileSync(universeFile, "utf8") === universeText(universeOfPackage())).toBe(true);
  });

  test("is written anew by the file that `npm run universe` runs, whatever program loads it", () => {
    const write = jest.spyOn(fs, "writeFileSync").mockReturnValue(undefined);
    jest.requireActual("../../../engine/universe/generate-universe");
    expect(write.mock.calls.map(([file]) => file)).toEqual([universeFile]);
  });

  test("fits into a megabyte and a half", () => {
    expect(statSync(universeFile).size).toBeLessThan(1.5 * 1024 * 1024);
  });

  test("says its version and its date", () => {
    expect(universe.version).toMatch(/^\d+\.\d+\.\d{9}$/);
    expect(universe.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("holds more than 20,000 actions, each once whatever the case", () => {
    const names = universe.actions.map(({ name }) => name.toLowerCase());
    expect(names.length).toBeGreaterThan(20_000);
    expect(new Set(names).size).toBe(names.length);
  });

  test("finds an action in any case, with what it acts on and the keys it carries", () => {
    expect(universe.find("EC2:runinstances")).toMatchObject({
      name: "ec2:RunInstances",
      service: "ec2",
      accessLevel: "Write",
      resources: expect.arrayContaining(["arn:*:ec2:*:*:instance/*", "arn:*:ec2:*::image/*"]),
      conditionKeys: expect.arrayContaining(["ec2:MetadataHttpTokens", "ec2:ResourceTag/*", "aws:RequestTag/*"]),
    });
    expect(universe.find("ec2:RunInstance")).toBeUndefined();
  });

  test("gives an action without a resource type the resource *", () => {
    expect(universe.find("ec2:DescribeInstances")?.resources).toEqual(["*"]);
  });

  test("has one ARN a pattern, also where a resource type has two", () => {
    const patterns = new Set(universe.actions.flatMap(({ resources }) => resources));
    expect(
      [...patterns].filter((pattern) => pattern !== "*" && !/^arn:\*:[a-z0-9*-]+(:[^:, ]*){2}:[^, ]+$/.test(pattern)),
    ).toEqual([]);
    const stages = universe.find("apigateway:POST")?.resources.filter((pattern) => pattern.endsWith("/stages"));
    expect(stages).toEqual(["arn:*:apigateway:*::/apis/*/stages", "arn:*:apigateway:*::/restapis/*/stages"]);
  });

  test.each([
    ["Tagging", "ec2:CreateTags"],
    ["Permissions management", "s3:PutBucketPolicy"],
    ["List", "ec2:DescribeInstances"],
    ["Read", "s3:GetObject"],
  ])("calls the access level %s of %s by its most telling name", (level, action) => {
    expect(universe.find(action)?.accessLevel).toBe(level);
  });

  test("knows services by prefix", () => {
    expect(universe.hasService("S3")).toBe(true);
    expect(universe.hasService("s4")).toBe(false);
    expect(universe.hasService("constructor")).toBe(false);
    expect(serviceOf("s3")?.name).toBe("Amazon S3");
  });
});

describe("patterns of actions", () => {
  const names = (pattern: string): readonly string[] => universe.matching(pattern).map(({ name }) => name);

  test("* matches all", () => {
    expect(universe.matching("*")).toBe(universe.actions);
  });

  test("match in any case", () => {
    expect(names("S3:DELETEbucketpol*")).toEqual(["s3:DeleteBucketPolicy"]);
  });

  test("? is one character", () => {
    expect(names("sts:GetCallerIdentit?")).toEqual(["sts:GetCallerIdentity"]);
    expect(names("sts:GetCallerIdentity?")).toEqual([]);
  });

  test("have wildcards anywhere", () => {
    expect(names("*:CreateTransitGateway")).toEqual(["ec2:CreateTransitGateway"]);
    expect(names("ec?:*TransitGatewayRoute")).toEqual([
      "ec2:CreateTransitGatewayRoute",
      "ec2:DeleteTransitGatewayRoute",
      "ec2:ReplaceTransitGatewayRoute",
    ]);
  });

  test("do not give their other characters a meaning", () => {
    expect(names("s3:Get.bject")).toEqual([]);
    expect(names("s3:(Get|Put)Object")).toEqual([]);
  });
});
