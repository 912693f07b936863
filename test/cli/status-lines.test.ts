import { PassThrough } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { statusLines } from "../../cli/status-lines";
import { table } from "../../cli/table";
import type { Cell, StatusReport } from "../../delivery/status/report";

function stream(terminal?: { readonly columns: number }): NodeJS.WriteStream {
  return Object.assign(new PassThrough(), { isTTY: terminal !== undefined, columns: terminal?.columns ?? 0 }) as never;
}

const rows = [
  [{ text: "orders-dev" }, { text: "there", colour: "green" as const }, { text: "https://orders-dev.acme.example" }],
  [{ text: "audit" }, { text: "waiting", colour: "dim" as const }, { text: "–" }],
];

describe("a table", () => {
  test("without a terminal is whole and plain, in columns", () => {
    expect(table(["ACCOUNT", "STATE", "URL"], rows, stream())).toEqual([
      "ACCOUNT     STATE    URL",
      "orders-dev  there    https://orders-dev.acme.example",
      "audit       waiting  –",
    ]);
  });

  test("on a narrow terminal keeps every row on one line, colours and all", () => {
    const lines = table(["ACCOUNT", "STATE", "URL"], rows, stream({ columns: 30 }));
    const plain = lines.map((line) => line.replace(/\u001b\[\d+m/g, ""));
    expect(Math.max(...plain.map((line) => line.length))).toBeLessThanOrEqual(30);
    expect(plain[1]).toBe("orders-dev  there    https://…");
    expect(lines[1]).toContain("\u001b[32m");
  });

  test("on a terminal narrower than its first column still has no wrapped line", () => {
    const lines = table(["ACCOUNT", "STATE", "URL"], rows, stream({ columns: 6 }));
    expect(lines.map((line) => line.replace(/\u001b\[\d+m/g, "").length <= 6)).toEqual([true, true, true]);
  });
});

test("findings stand below the accounts with what to do, and the last line counts", () => {
  const cell = (state: Cell["state"], text: string): Cell => ({ state, text });
  const none = cell("not-declared", "–");
  const report: StatusReport = {
    organization: "acme",
    accounts: [
      {
        ...{ account: "twin", displayName: "twin", declared: "active", organizationalUnit: "core" },
        ...{ accountId: undefined, created: cell("waiting", "failed: EMAIL_ALREADY_EXISTS"), url: undefined },
        ...{ baseline: cell("waiting", "waits for account/twin"), network: none, service: none },
      },
    ],
    platform: [],
    findings: [
      { kind: "request-failed", severity: "finding", about: "twin", message: "not created", remedy: "Another email." },
      { kind: "request-failed", severity: "note", about: "old", message: "not created", remedy: "Nothing to do." },
    ],
  };
  const lines = statusLines(report);
  expect(lines).toContain("finding  twin: not created");
  expect(lines).toContain("  Another email.");
  expect(lines.at(-1)).toBe("acme: 2 of 4 stages are not there yet; 1 finding.");
});
