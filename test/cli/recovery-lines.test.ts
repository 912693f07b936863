import { describe, expect, test } from "@jest/globals";
import { recoveryLine } from "../../cli/recovery-lines";

describe("a recovery on the terminal", () => {
  test("says who left a lock, and by what right it goes", () => {
    const event = {
      type: "stale-lock",
      stack: "org",
      lock: "ann@mac at 2026-11-20 10:00:00 UTC, 2 h ago (apply)",
    } as const;
    expect(recoveryLine({ ...event, told: false })).toBe(
      "org: state lock left by ann@mac at 2026-11-20 10:00:00 UTC, 2 h ago (apply); its owner is gone: unlocking",
    );
    expect(recoveryLine({ ...event, told: true })).toContain("as told: unlocking");
  });

  test("names a few of what it imports, and counts the rest", () => {
    const addresses = Array.from({ length: 8 }, (_, at) => `aws_subnet.s${at}`);
    expect(recoveryLine({ type: "found", stack: "network", addresses })).toMatch(
      /imported: 8 \(.*aws_subnet\.s5 and 2 more\)/,
    );
    expect(recoveryLine({ type: "found", stack: "network", addresses: [] })).toContain("nothing");
  });
});
