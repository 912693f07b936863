import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { readCase } from "../../cli/simulate-case";

const root = resolve(__dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "landfall-simulate-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const allowAll = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
const denyDelete = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Action: "s3:Delete*",
      Resource: "arn:aws:s3:::prod-*",
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    },
  ],
};
const allowS3 = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" } };
const path = [
  { id: "root", policies: [allowAll, denyDelete] },
  { id: "ou", policies: [JSON.stringify(allowAll)] },
  { id: "account", policies: [allowS3] },
];
const secure = { "AWS:securetransport": "true" };
const requests = [
  {
    action: "s3:GetObject",
    resource: "arn:aws:s3:::prod-a/x",
    principal: "arn:aws:iam::111122223333:role/x",
    context: {},
  },
  { action: "s3:DeleteBucket", resource: "arn:aws:s3:::prod-a", context: secure },
  { action: "s3:DeleteBucket", resource: "arn:aws:s3:::prod-a" },
  { action: "ec2:RunInstances", resource: "*", context: { "aws:TagKeys": ["a", "b"] } },
];

function simulate(content: unknown, ...args: readonly string[]) {
  const file = join(scratch, "case.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["landfall.mjs", "simulate", "--case", file, ...args],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  return {
    code: status,
    out: stdout,
    err: stderr.replaceAll(file, "case.json"),
  };
}

describe("landfall simulate", () => {
  test("prints one decision a line, as JSON strings, in the order of the requests", () => {
    const { code, out, err } = simulate({ path, requests });
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '"allowed"\n"explicit-deny"\n"allowed"\n"implicit-deny"\n',
      err: "",
    });
  });

  test("prints them as one list when asked for JSON", () => {
    const { out } = simulate({ path, requests }, "--json");
    expect(JSON.parse(out)).toEqual(["allowed", "explicit-deny", "allowed", "implicit-deny"]);
  });

  test("decides 25 requests in under a second, the start of the process included", () => {
    const file = join(scratch, "many.json");
    const many = Array.from({ length: 25 }, (_, index) => requests[index % requests.length]);
    writeFileSync(file, JSON.stringify({ path, requests: many }));
    // Processor time, because wall time is also that of the other tests running; on an idle machine they are the same.
    const line = 'TIMEFORMAT="%U %S"; time "$0" landfall.mjs simulate --case "$1"';
    const runs = Array.from({ length: 3 }, () =>
      spawnSync("bash", ["-c", line, process.execPath, file], { cwd: root, encoding: "utf8" }),
    );
    const seconds = runs.map(({ stderr }) =>
      stderr
        .trim()
        .split(" ")
        .map(Number)
        .reduce((sum, each) => sum + each, 0),
    );
    expect(runs.map(({ stdout }) => stdout.trim().split("\n").length)).toEqual([25, 25, 25]);
    expect(Math.min(...seconds)).toBeLessThan(1);
    expect(Math.min(...seconds)).toBeGreaterThan(0);
  });

  test("a malformed policy ends with 2, the place of each fault and what AWS would say", () => {
    const text = `{"requests":[],\n"path":[{"id":"root","policies":[\n{"Statement":{"Effect":"deny","Action":"s3","Resource":"*"}}]}]}`;
    const { code, out, err } = simulate(text);
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n").slice(0, 3)).toEqual([
      expect.stringMatching(
        /^case\.json:3:24 Effect deny must be written Deny \(AWS: MalformedPolicyDocumentException: The provided/,
      ),
      expect.stringMatching(/^case\.json:3:40 the action "s3" names no service; .*\(AWS: /),
      "2 faults; nothing was decided.",
    ]);
  });

  test("version 2008-10-17, which AWS takes in no service control policy, can be tried", () => {
    const statement = {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { StringEquals: { "aws:k": "${aws:l}" } },
    };
    const one = { action: "s3:GetObject", context: { "aws:k": "x", "aws:l": "x" } };
    const cases = ["2008-10-17", "2012-10-17", undefined].map((Version) => {
      const policies = [allowAll, { Version, Statement: statement }];
      return simulate({ path: [{ id: "root", policies }], requests: [one] }).out;
    });
    expect(cases).toEqual(['"allowed"\n', '"explicit-deny"\n', '"allowed"\n']);
  });

  test("an action of several services, which IAM refuses, can be tried, and notes in the file are let be", () => {
    const policies = [allowAll, { ...allowAll, Statement: { Effect: "Deny", Action: "*:Del?te*", Resource: "*" } }];
    const asked = ["s3:DeleteObject", "sqs:DeleteQueue", "s3:GetObject"].map((action) => ({
      action,
      source: "a page",
    }));
    const { out } = simulate({ title: "deletes", path: [{ id: "root", note: "x", policies }], requests: asked });
    expect(out).toBe('"explicit-deny"\n"explicit-deny"\n"allowed"\n');
  });

  test("a level without policies allows nothing, a path without levels binds nothing, no request is no line", () => {
    const one = [{ action: "s3:GetObject" }];
    expect(simulate({ path: [{ id: "root", policies: [] }], requests: one }).out).toBe('"implicit-deny"\n');
    expect(simulate({ path: [], requests: one }).out).toBe('"allowed"\n');
    expect(simulate({ path: [], requests: [] })).toEqual({ code: 0, out: "", err: "" });
  });

  test("a file that is not there ends with 2", () => {
    const { status, stderr } = spawnSync(process.execPath, ["landfall.mjs", "simulate", "--case", "none.json"], {
      cwd: root,
    });
    expect([status, String(stderr)]).toEqual([2, expect.stringContaining("none.json cannot be read")]);
  });
});

describe("a file that is no case names every fault with its place", () => {
  test.each<[string, string, readonly string[]]>([
    ["not JSON", '{"path":[', ['1:9 "[" is never closed']],
    ["a list", "[]", ["1:1 a case is a list"]],
    ["nothing in it", "{}", ["1:1 path is missing", "1:1 requests is missing"]],
    ["a level that is no object", '{"path":[7],"requests":[]}', ["1:10 a level of the path is the number 7"]],
    ["a level without policies", '{"path":[{"id":"r"}],"requests":[]}', ["1:10 policies is missing"]],
    [
      "a policy that is a number",
      '{"path":[{"id":"r","policies":[1]}],"requests":[]}',
      ["1:32 the document is the number 1"],
    ],
    [
      "the text of a policy",
      '{"path":[{"id":"r","policies":["{"]}],"requests":[]}',
      ['1:32 1:1 of the text: "{" is never closed'],
    ],
    ["a request without an action", '{"path":[],"requests":[{}]}', ["1:24 the request has no action"]],
    ["an action that is null", '{"path":[],"requests":[{"action":null}]}', ["1:24 the request has no action"]],
    [
      "a key with a list of lists",
      '{"path":[],"requests":[{"action":"s3:Get","context":{"a:b":["c",["d"],null]}}]}',
      ["1:65 a:b holds a list", "1:71 a:b holds null"],
    ],
    ["a slip", '{"path":[],"requests":[{"action":"s3:Get","contxt":{}}]}', ["1:43 unknown name"]],
    [
      "a name in the wrong case, and one too many",
      '{"path":[],"requests":[{"action":"s3:Get","Resource":"*","contexts":{}}]}',
      ['1:43 unknown name "Resource"; did you mean resource?', '1:58 unknown name "contexts"; did you mean context?'],
    ],
    [
      "what stands twice",
      '{"path":[],"path":[],"requests":[{"action":"s3:Get","context":{"a:b":"1","A:B":"2"}}]}',
      ["1:12 a second path", "1:74 a second A:B, in any case"],
    ],
    [
      "a text in a text",
      JSON.stringify({ path: [{ id: "r", policies: ['"{}"'] }], requests: [] }),
      ["1:32 1:1 of the text: the document is"],
    ],
    [
      "an action of no service",
      '{"path":[],"requests":[{"action":"Get"}]}',
      ['1:34 the action "Get" is not of the form'],
    ],
    [
      "a pattern for an action",
      '{"path":[],"requests":[{"action":"s3:*"}]}',
      ['1:34 the action "s3:*" is not of the form'],
    ],
    [
      "a resource that is a list",
      '{"path":[],"requests":[{"action":"s3:Get","resource":[]}]}',
      ["1:54 resource is a list"],
    ],
    [
      "a context that is a list",
      '{"path":[],"requests":[{"action":"s3:Get","context":[]}]}',
      ["1:53 context is a list"],
    ],
    [
      "a key that is an object",
      '{"path":[],"requests":[{"action":"s3:Get","context":{"a:b":{}}}]}',
      ["1:60 a:b is an object"],
    ],
  ])("%s", (_says, text, expected) => {
    const found = readCase(text);
    const lines =
      "faults" in found ? found.faults.map(({ line, column, message }) => `${line}:${column} ${message}`) : [];
    expect(lines).toEqual(expected.map((line) => expect.stringContaining(line)));
  });
});
