import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { landfall } from "../../cli/landfall";

let zone: string;
let out: string[];
let err: string[];

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  execFileSync("git", ["-C", zone, ...identity, ...args], { stdio: "ignore" });
}

/** The smallest zone in a repository of its own, so that the code of this one is not compared. */
beforeEach(() => {
  zone = join(mkdtempSync(join(tmpdir(), "landfall-waves-")), "zone");
  cpSync(join(__dirname, "../zones/minimal"), zone, { recursive: true });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "base");
  [out, err] = [[], []];
  jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(join(zone, ".."), { recursive: true, force: true });
});

function moveMoney(): void {
  const file = join(zone, "accounts/shop.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("monthlyUsd: 10", "monthlyUsd: 20"));
}

describe("landfall waves", () => {
  test("writes every stack of the zone as JSON, and nothing else", async () => {
    expect(await landfall(["waves", "--zone", zone, "--format", "json"])).toBe(0);
    expect(JSON.parse(out.join("\n"))).toEqual({
      waves: [
        ["org"],
        ["identity", "logs", "security", "network"],
        ["trail", "boss", "shop", "vault", "wires"],
        ["routing"],
        ["shop-payments"],
      ],
    });
    expect(err).toEqual([]);
  });

  test("has a wave for some stacks alone, whatever comes between them", async () => {
    expect(await landfall(["waves", "--zone", zone, "--json", "shop-payments", "logs"])).toBe(0);
    expect(JSON.parse(out.join("\n"))).toEqual({ waves: [["logs"], ["shop-payments"]] });
  });

  test("tells people what changed in each stack", async () => {
    moveMoney();
    expect(await landfall(["waves", "--zone", zone, "--changed-since", "HEAD"])).toBe(0);
    expect(out.join("\n")).toBe(
      "1 of 12 stacks changed since HEAD, in 1 wave\n  1  org  declaration: accounts.shop.budget.monthlyUsd",
    );
  });

  test("says when nothing changed", async () => {
    expect(await landfall(["waves", "--zone", zone, "--changed-since", "HEAD"])).toBe(0);
    expect(out).toEqual(["No stack changed since HEAD."]);
  });

  test("keeps what is no longer declared out of the JSON and tells of it beside", async () => {
    rmSync(join(zone, "accounts/shop.yaml"));
    expect(await landfall(["waves", "--zone", zone, "--changed-since", "HEAD", "--json"])).toBe(0);
    expect(JSON.parse(out.join("\n"))).toEqual({ waves: [["org"], ["identity", "routing"]] });
    expect(err.join("\n")).toMatch(/^shop, shop-payments are no longer declared/);
  });

  test("names the first fault of a revision that cannot be compared, and takes every stack", async () => {
    writeFileSync(join(zone, "accounts/shop.yaml"), "name: [\n");
    git("commit", "--quiet", "--all", "--message", "broken");
    git("checkout", "--quiet", "HEAD~1", "--", ".");
    expect(await landfall(["waves", "--zone", zone, "--changed-since", "HEAD"])).toBe(0);
    expect(out.join("\n")).toMatch(/^Taken as changed: 12 of 12 .* HEAD cannot be compared: .*accounts\/shop.yaml:/);
  });

  test.each([
    [["--changed-since", "nowhere"], "no revision nowhere"],
    [["shopp"], "did you mean shop?"],
    [["--format", "xml"], "Allowed choices are text, json"],
  ])("refuses %j as a mistake of the user", async (args, message) => {
    const printed = jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
    expect(await landfall(["waves", "--zone", zone, ...args])).toBe(2);
    expect(err.join("\n")).toContain(message);
    printed.mockRestore();
  });
});

describe("landfall deploy --changed-since", () => {
  test("deploys nothing when nothing changed, and reports so", async () => {
    const report = join(zone, "report.json");
    const args = ["deploy", "--zone", zone, "--changed-since", "HEAD", "--auto-approve", "--json", report];
    expect(await landfall(args)).toBe(0);
    expect(err.join("\n")).toContain("No stack changed since HEAD; nothing to deploy.");
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ stacks: [], interrupted: false });
  });
});
