import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { parse } from "yaml";
import { accountText } from "../../../declaration/edit/account-text";

const accounts = join(__dirname, "../../../zone/accounts");
const comment = "# yaml-language-server: $schema=../../schemas/account.json";

describe("the text of an account's file", () => {
  test.each(readdirSync(accounts))("is in the style of the sample's: %s is written as it stands there", (name) => {
    const text = readFileSync(join(accounts, name), "utf8");
    const written = accountText(parse(text), comment);
    const unquoted = (yaml: string): string => yaml.replaceAll('"', "");
    expect(unquoted(written)).toBe(unquoted(text));
  });

  test("is read back as what was written, whatever characters it holds", () => {
    const text = fc.string({ minLength: 1, maxLength: 40 });
    const account = fc.record({
      name: text,
      displayName: text,
      organizationalUnit: text,
      owner: text,
      contacts: fc.record({ operations: fc.record({ name: text, email: text, phone: text, title: text }) }),
      access: fc.dictionary(fc.stringMatching(/^[a-z-]{1,9}$/), fc.array(text, { minLength: 1 })),
      tags: fc.dictionary(fc.stringMatching(/^[ -~]{1,20}$/), text),
    });
    fc.assert(
      fc.property(account, (input) => {
        const plain: unknown = JSON.parse(JSON.stringify(input));
        expect(parse(accountText(input, comment))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });
});
