import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { readZoneFrom } from "../../declaration/load";
import { readDirectory } from "../../declaration/source/read-directory";

const minimal = resolve(__dirname, "../zones/minimal");

test("an account that is closed stays in guardrails and imports, and no stack hears of it", () => {
  const files = readDirectory(minimal);
  const edit = (file: string, from: string, to: string) =>
    files.set(
      file,
      Buffer.from(String(files.get(file)))
        .toString()
        .replace(from, to),
    );
  edit("accounts/shop.yaml", "owner: team", "owner: team\nstatus: closed");
  edit("landing-zone.yaml", "no-gpu: { attachTo: [apps/live] }", "no-gpu: { accounts: [shop, vault] }");
  const imports = {
    "aws_organizations_account.shop": "111122223333",
    "aws_organizations_account.vault": "444455556666",
  };
  files.set("imports.json", JSON.stringify({ version: 1, imports: { org: imports } }));
  const result = readZoneFrom(files);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  expect(result.zone.closedAccounts.map(({ name }) => name)).toEqual(["shop"]);
  expect(result.zone.guardrails.find(({ name }) => name === "no-gpu")?.accounts).toEqual(["vault"]);
  expect(result.zone.imports).toEqual({ org: { "aws_organizations_account.vault": "444455556666" } });
});
