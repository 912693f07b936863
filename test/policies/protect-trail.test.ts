import { describe, expect, test } from "@jest/globals";
import { logBucketArn, logBuckets, roleArn } from "../../declaration/names";
import { protectTrail } from "../../policies/catalogue/logging/protect-trail";
import { noOptions } from "../../policies/guardrail";
import { trailArn } from "../../security/trail-arn";
import { sample } from "../fixtures/zones";
import { matches } from "./matches";

const statements = protectTrail.statements({ zone: sample, options: noOptions });

function resourcesOf(sid: string): readonly string[] {
  const resource = statements.find(({ Sid }) => Sid === sid)?.Resource ?? [];
  return typeof resource === "string" ? [resource] : resource;
}

const covers = (sid: string, arn: string): boolean => resourcesOf(sid).some((pattern) => matches(pattern, arn));

describe("protect-trail", () => {
  test("covers the trail that the trail stack makes", () => {
    expect(covers("ProtectTrail", trailArn(sample))).toBe(true);
  });

  test.each(logBuckets)("covers the %s bucket that the logs stack makes, and its objects", (bucket) => {
    expect(covers("ProtectLogBuckets", logBucketArn(sample, bucket))).toBe(true);
    expect(covers("ProtectLogObjects", `${logBucketArn(sample, bucket)}/AWSLogs/x`)).toBe(true);
  });

  test("leaves other buckets alone, even those whose names begin alike", () => {
    expect(covers("ProtectLogBuckets", "arn:aws:s3:::acme-config-of-my-team")).toBe(false);
    expect(covers("ProtectLogBuckets", "arn:aws:s3:::acme-orders")).toBe(false);
  });

  test("exempts the platform's role in any account and protects it from everyone else", () => {
    const platform = roleArn(sample, "orders-dev", "landfall-platform");
    for (const { Condition } of statements) {
      expect(matches(String(Condition?.["ArnNotLike"]?.["aws:PrincipalArn"]), platform)).toBe(true);
    }
    expect(covers("ProtectExemptRole", platform)).toBe(true);
  });

  test("exempts no role that someone in a member account could make", () => {
    const [condition] = statements.map(({ Condition }) => String(Condition?.["ArnNotLike"]?.["aws:PrincipalArn"]));
    for (const role of ["landfall-org", "landfall-service", "x/landfall-platform", "landfall-platform-2"]) {
      expect(matches(condition ?? "", roleArn(sample, "orders-dev", role))).toBe(false);
    }
  });
});
