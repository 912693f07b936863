import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "./page";

/** What the literature names. A row of the table may say that it is out, and is not to be missing. */
const named = [
  ...["landing zone", "Control Tower, beside it", "service control policies as guardrails", "log archive account"],
  ...["audit account", "security tooling account", "network account", "Transit Gateway", "shared VPC", "shared DNS"],
  ...["single sign-on", "account per service", "own repository per service", "backend API service", "contract first"],
  ...["storage first", "secured back end", "single-page application", "proxied front and back"],
  ...["backend for frontend", "GraphQL", "containers", "service mesh", "relational store per service"],
  ...["caching at the edge", "caching of an API's answers", "caching in a function's memory"],
  ...["caching beside the table", "publish and subscribe", "streams", "event-driven architecture"],
  ...["event notification", "event-carried state transfer", "event sourcing", "CQRS", "real-time analytics"],
  ...["map–reduce", "batch", "extract, transform, load", "data lake", "Redshift load", "saga, orchestrated"],
  ...["saga, choreographed", "state machine", "aggregator", "strangler", "circuit breaker", "bulkhead", "idempotency"],
  ...["transactional outbox", "queuing chain", "pipes and filters", "job observer", "reactive systems"],
  ...["dead-letter queues", "dashboards", "alarms", "tracing", "the Better Store", "voting application"],
  "survey application",
] as const;

const page = readFileSync(join(root, "docs/seeds.md"), "utf8");

/** The cells of every row, without the tables' heads. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split("\n")
    .filter((line) => /^\| (?!system or pattern)/.test(line))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split("|")
        .map((cell) => cell.trim()),
    );
}

const textOf = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "");

/** All that end-to-end tests import: a file that nobody does is never run. */
const endToEnd = readdirSync(join(root, "test/e2e"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => textOf(join("test/e2e", file)))
  .join("\n");

const isRun = (file: string): boolean => file.endsWith(".test.ts") || endToEnd.includes(`/${basename(file, ".ts")}";`);

/** What is wrong with one row, as sentences. */
function problemsOf(cells: readonly string[]): readonly string[] {
  const [name = "", status = "", where = "", rehearsed = "", shown = ""] = cells;
  const tests = [...shown.matchAll(/`(test\/[^`]+)` \*([^*]+)\*/g)].map(([, file = "", title = ""]) => ({
    file,
    title,
  }));
  const wantsTest = status !== "out";
  const told: readonly (readonly [boolean, string])[] = [
    [cells.length !== 5 || cells.includes(""), "a cell is missing or empty"],
    [!["built", "validated", "out"].includes(status), `there is no status ${status}`],
    [where === "–" || where.length < 10, "it says neither where it is nor why not"],
    [(status === "built") !== ["behaves", "stored"].includes(rehearsed), "its status and what is rehearsed disagree"],
    [wantsTest !== tests.length > 0, wantsTest ? "it names no test" : "it is out, and names a test"],
    [status === "built" && !tests.some(({ file }) => file.startsWith("test/e2e/")), "it names no end-to-end test"],
  ];
  return [
    ...told.filter(([isWrong]) => isWrong).map(([, problem]) => `${name}: ${problem}`),
    ...tests
      .filter(({ file, title }) => !textOf(file).includes(title) || !isRun(file))
      .map(({ file, title }) => `${name}: ${file} has no test "${title}" that is run`),
  ];
}

describe("what the literature names", () => {
  test("has a row each, and each row what it needs", () => {
    const rows = rowsOf(page);
    expect(rows.map(([name]) => name).sort()).toEqual([...named].sort());
    expect(rows.flatMap(problemsOf)).toEqual([]);
  });

  test("is found wrong where a cell is empty, a test is gone, or something built is shown by nothing end to end", () => {
    const file = "test/e2e/rehearsal.test.ts";
    const good = ["alarms", "built", "of functions and queues", "stored", `\`${file}\` *deploys every stack*`];
    const unit = "`test/docs/seeds.test.ts` *has a row each, and each row what it needs*";
    const wrong = (index: number, cell: string): readonly string[] => problemsOf(good.with(index, cell));
    expect(problemsOf(good)).toEqual([]);
    expect(wrong(2, "")).toContain("alarms: a cell is missing or empty");
    expect(wrong(1, "planned")).toContain("alarms: there is no status planned");
    expect(wrong(1, "out")).toContain("alarms: it is out, and names a test");
    expect(wrong(3, "–")).toEqual(["alarms: its status and what is rehearsed disagree"]);
    expect(wrong(4, unit)).toEqual(["alarms: it names no end-to-end test"]);
    expect(wrong(4, `\`${file}\` *flies*`)).toEqual([`alarms: ${file} has no test "flies" that is run`]);
    expect(wrong(4, "–")).toContain("alarms: it names no test");
  });
});
