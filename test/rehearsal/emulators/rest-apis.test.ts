import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";

type Answers = Readonly<Record<string, unknown>>;

/** What AWS answers (sources: `ministack_rest_apis.py`). */
const asAws: Answers = {
  "conforming body": 200,
  "body that does not conform": 400,
  "body of a media type without a model": 200,
  "request id of a mock is one": true,
  "and stands in header and body": true,
  "request id of a service's refusal is one": true,
  "request id in a template is one": true,
  "request id is the same in what is stored and what is answered": true,
  "header in another case": "s1",
  "base path that is empty": "(none)",
  "method of a mock's integration": null,
  "mutual TLS of a domain name": null,
};

/** What MiniStack 1.5.33 does right by itself. */
const rightAlready = ["conforming body", "body that does not conform"];

describe("a REST API in the local AWS", () => {
  let python: string;
  beforeAll(async () => {
    python = (await pythonEnvironment(resolve(".landfall"))).python;
  }, 300_000);

  const answers = (how: "corrected" | "as-it-is"): Answers => {
    const corrections = resolve("rehearsal/emulators");
    return JSON.parse(
      execFileSync(python, [join(__dirname, "rest_apis.py"), corrections, how], { encoding: "utf8" }),
    ) as Answers;
  };

  test("is answered as AWS would", () => {
    expect(answers("corrected")).toEqual(asAws);
  }, 120_000);

  test("would not be without each correction, so that one which is needed no more is noticed", () => {
    const found = answers("as-it-is");
    const same = Object.keys(asAws).filter((name) => JSON.stringify(found[name]) === JSON.stringify(asAws[name]));
    expect(same).toEqual(rightAlready);
  }, 120_000);
});
