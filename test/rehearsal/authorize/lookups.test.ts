import { describe, expect, test } from "@jest/globals";
import { emulatedLookups } from "../../../rehearsal/authorize/lookups";
import type { AwsResponse } from "../../../rehearsal/gateway/call";
import { callOf } from "./call";

const arn = "arn:aws:iam::111111111111:role/path/somebody";

/** Lookups of an IAM that fails `failures` times, and how often it was asked. */
function lookups(failures: number) {
  let asked = 0;
  const answer = (): Promise<AwsResponse> => {
    asked += 1;
    if (asked <= failures) return Promise.reject(new Error("no answer"));
    return Promise.resolve({ status: 200, headers: {}, body: Buffer.from(`<Arn>${arn}</Arn>`) });
  };
  return { ...emulatedLookups(answer, () => Promise.resolve("{}")), asked: () => asked };
}

describe("what is looked up of a role", () => {
  test("is asked once, until IAM changes", async () => {
    const kept = lookups(0);
    await kept.role("111111111111", "somebody");
    expect(await kept.role("111111111111", "somebody")).toMatchObject({ arn });
    kept.learn(callOf("iam", "ListRoles"));
    await kept.role("111111111111", "somebody");
    expect(kept.asked()).toBe(1);
    kept.learn(callOf("iam", "PutRolePolicy"));
    await kept.role("111111111111", "somebody");
    expect(kept.asked()).toBe(2);
  });

  test("is asked again after a failure", async () => {
    const kept = lookups(1);
    await expect(kept.role("111111111111", "somebody")).rejects.toThrow("no answer");
    expect(await kept.role("111111111111", "somebody")).toMatchObject({ arn });
  });
});
