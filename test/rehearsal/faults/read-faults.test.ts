import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";
import { problemCodes } from "../../../declaration/problem/codes";
import { formatProblem } from "../../../declaration/problem/problem";
import type { FaultFacts } from "../../../rehearsal/faults/facts";
import { readFaults } from "../../../rehearsal/faults/read-faults";

const facts: FaultFacts = {
  accounts: ["orders-dev", "payments-dev"],
  apis: new Map([
    ["orders-dev.services.example.com", { service: "orders", account: "orders-dev" }],
    ["payments-dev.services.example.com", { service: "payments", account: "payments-dev" }],
  ]),
  services: ["dynamodb", "sqs", "states"],
  operationsOf: (service) => (service === "dynamodb" ? ["GetItem", "PutItem"] : ["SendMessage"]),
  accountName: () => undefined,
};

const saidOf = (text: string, file = "faults.yaml"): readonly string[] => {
  const result = readFaults(file, text, facts);
  return "problems" in result ? result.problems.map(formatProblem) : [];
};

describe("a file of faults", () => {
  test("is read, with what it leaves out", () => {
    const text = "faults:\n  lost:\n    service: dynamodb\n    operation: Put*\n    drop: after\n    times: 1\n";
    expect(readFaults("faults.yaml", text, facts)).toEqual({
      rules: {
        lost: {
          service: "dynamodb",
          operation: "Put*",
          drop: "after",
          times: 1,
          callers: "workloads",
          rate: 1,
          seed: 0,
        },
      },
    });
  });

  test("is shown in the documentation as it may be, to the program and to editors", () => {
    const root = join(__dirname, "../../..");
    const document = readFileSync(join(root, "docs/faults.md"), "utf8");
    const [, text = ""] = /```yaml\n(.*?)```/s.exec(document) ?? [];
    expect(saidOf(text)).toEqual([]);
    const schema: object = JSON.parse(readFileSync(join(root, "schemas/faults.json"), "utf8"));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });

  test("may be JSON, and may hold none", () => {
    expect(saidOf('{ "faults": { "slow": { "api": "orders", "delay": 500 } } }', "faults.json")).toEqual([]);
    expect(readFaults("faults.yaml", "faults: {}\n", facts)).toEqual({ rules: {} });
  });

  const cases: readonly (readonly [code: keyof typeof problemCodes, rule: string, says: string])[] = [
    [
      "LF2001",
      "{ account: payment-dev, drop: after }",
      '3:17 LF2001 there is no account "payment-dev"; did you mean payments-dev?',
    ],
    ["LF2002", "{ service: dynamo, drop: after }", '3:17 LF2002 there is no service "dynamo"; did you mean dynamodb?'],
    [
      "LF2003",
      "{ service: dynamodb, operation: PutItm, drop: after }",
      '3:38 LF2003 dynamodb has no operation "PutItm"; did you mean PutItem?',
    ],
    [
      "LF2003",
      "{ operation: PutItem, drop: after }",
      "3:19 LF2003 an operation is one of a service; add the key service",
    ],
    ["LF2004", "{ api: order, drop: after }", '3:13 LF2004 no service "order" has an API; did you mean orders?'],
    [
      "LF2005",
      "{ service: sqs }",
      "3:3 LF2005 the fault does nothing; give it one of delay, throttle, error, drop, kill",
    ],
    ["LF2006", "{ throttle: true, drop: after }", "3:30 LF2006 a call ends in one way: drop does not go with throttle"],
    ["LF2006", "{ api: orders, kill: after }", "3:27 LF2006 kill is of calls to AWS and does not go with api"],
    [
      "LF2006",
      "{ error: { status: 500 } }",
      "3:15 LF2006 an error of AWS has a code; add code, such as InternalServerError",
    ],
    ["LF1205", "{ drop: afer }", '3:14 LF1205 "afer" is not allowed here; one of before, after; did you mean after?'],
    ["LF1201", "{ dorp: after }", '3:8 LF1201 unknown key "dorp"; did you mean drop?'],
    ["LF1206", "{ rate: 2, drop: after }", "3:14 LF1206 2 is out of range; it must be at most 1"],
  ];

  test.each(cases)("%s: %s", (_code, rule, says) => {
    expect(saidOf(`faults:\n  # one\n  x: ${rule}\n`)).toEqual([`faults.yaml:${says}`]);
  });

  test("is told every problem at once", () => {
    const text = "faults:\n  a: { service: dynamo, dely: 5 }\n  b: { account: nobody-at-all, drop: never }\n";
    expect(saidOf(text).map((line) => line.split(" ")[1])).toEqual(["LF2002", "LF1201", "LF2001", "LF1205"]);
  });

  test("reaches every code of its own", () => {
    const own = Object.keys(problemCodes).filter((code) => code.startsWith("LF20"));
    expect(own.filter((code) => !cases.some(([reached]) => reached === code))).toEqual([]);
  });
});
