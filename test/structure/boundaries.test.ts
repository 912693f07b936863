import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";

const root = resolve(__dirname, "../..");

/** Rule ids the linter reports for a text as if it stood at `path`. */
function lint(path: string, text: string): string[] {
  const arguments_ = ["--stdin", "--stdin-filename", path, "--format", "json"];
  const { stdout } = spawnSync("node_modules/.bin/eslint", arguments_, { cwd: root, input: text, encoding: "utf8" });
  const results: { messages: { ruleId: string }[] }[] = JSON.parse(stdout);
  return results.flatMap((result) => result.messages.map((message) => message.ruleId));
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
  ];
  test.each(forbidden)("%s may not import %s", (path, imported) => {
    expect(lint(path, `import * as it from "${imported}";\nconsole.log(it);\n`)).toContain(
      "import-x/no-restricted-paths",
    );
  });

  test("a folder may import what its row names", () => {
    const text = 'import { deployRoles } from "../declaration/names";\nconsole.log(deployRoles);\n';
    expect(lint("org/a.ts", text)).toEqual([]);
  });
});
