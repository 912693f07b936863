import { describe, expect, test } from "@jest/globals";
import { checkDecided, undecided } from "../../../rehearsal/checks/decided";
import type { RecordedAuthorization, RecordedCall } from "../../../rehearsal/gateway/record";

const call = (account: string, authorization?: RecordedAuthorization): RecordedCall => ({
  ...{ time: "2026-01-01T00:00:00Z", account, principal: "somebody", service: "s3", operation: "GetObject" },
  ...{ resourceAccount: account, status: 200, milliseconds: 1, backend: "ministack" },
  ...(authorization === undefined ? {} : { authorization }),
});
const asked = { action: "s3:GetObject", resource: "arn:aws:s3:::b/k" };
const open = call("1", { verdict: "undecided", ...asked, needs: ["aws:SourceIp"] });
const refused = call("1", { verdict: "denied", ...asked, policy: "p-1", statement: "Sid" });

describe("the check of decisions", () => {
  test("passes when every call was decided, and counts what was refused", async () => {
    expect(await checkDecided([call("1"), refused, call("9")], "9")).toMatchObject({
      ok: true,
      detail: "2 calls of member accounts decided, 1 of them refused",
    });
  });

  test("fails by a call that nobody could decide, and says what it lacks", async () => {
    expect(await checkDecided([call("1"), open, open], "9")).toMatchObject({
      ok: false,
      detail: "s3:GetObject needs aws:SourceIp (2 calls)",
    });
    expect(undecided([refused])).toEqual([]);
  });
});
