import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";

const root = resolve(__dirname, "../..");

interface Case {
  readonly path: string;
  readonly text: string;
}

/** Lints each text as if it stood at its path, all in one process: ESLint's own modules do not load under jest. */
const program = `
  import { readFileSync } from "node:fs";
  import { ESLint } from "eslint";
  const eslint = new ESLint();
  const found = [];
  for (const { path, text } of JSON.parse(readFileSync(0, "utf8"))) {
    const [result] = await eslint.lintText(text, { filePath: path });
    found.push(result.messages.map((message) => message.ruleId));
  }
  console.log(JSON.stringify(found));
`;

/** Rule ids the linter reports, case by case. */
function lint(cases: readonly Case[]): string[][] {
  const input = JSON.stringify(cases);
  const arguments_ = ["--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, arguments_, { cwd: root, input, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("the import-boundary rule", () => {
  const forbidden: readonly (readonly [string, string])[] = [
    ["declaration/a.ts", "../stack/create-stack"],
    ["stack/a.ts", "../network/network-stack"],
    ["org/a.ts", "../security/logs-stack"],
    ["network/a.ts", "../accounts/account-stack"],
    ["workloads/a.ts", "../delivery/deploy"],
    ["delivery/a.ts", "../org/org-stack"],
    ["rehearsal/a.ts", "../workloads/service-stack"],
    ["engine/a.ts", "../declaration/names"],
    ["engine/a.ts", "../policies/claim"],
    ["policies/a.ts", "../audit/audit-of"],
    ["audit/a.ts", "../delivery/deploy"],
    ["live/a.ts", "../audit/audit-of"],
    ["atlas/a.ts", "../delivery/deploy"],
    ["cli/a.ts", "../docs/site/pages"],
    ["test/oracle/a.ts", "../../engine/decide/decide"],
    ["test/oracle/generate/a.ts", "../../../declaration/names"],
  ];
  const allowed: Case = {
    path: "org/a.ts",
    text: 'import { deployRoles } from "../declaration/names";\nconsole.log(deployRoles);\n',
  };
  const meeting: Case = {
    path: "test/oracle/product.ts",
    text: 'import { decide } from "../../engine/decide/decide";\nconsole.log(decide);\n',
  };
  const results = lint([
    allowed,
    meeting,
    ...forbidden.map(([path, imported]) => ({ path, text: `import * as it from "${imported}";\nconsole.log(it);\n` })),
  ]);

  test.each(forbidden.map((pair, at) => [...pair, at] as const))("%s may not import %s", (_path, _imported, at) => {
    expect(results[at + 2]).toContain("import-x/no-restricted-paths");
  });

  test("a folder may import what its row names", () => {
    expect(results[0]).toEqual([]);
  });

  test("the oracle meets the product in one file", () => {
    expect(results[1]).toEqual([]);
  });
});
