import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { parse } from "yaml";
import { setKey } from "../../../declaration/edit/set-key";
import { UserError } from "../../../declaration/user-error";

const file = `# yaml-language-server: $schema=../../schemas/account.json
# The orders team's playground.
name: orders-dev     # never changes
organizationalUnit:   'workloads/nonprod'   # until it is taken to prod

owner: "orders"
access: { orders-team: [ developer ] }
`;

describe("setting a key of an account's file", () => {
  test("changes the value alone: comments, spacing, order and quotes stay", () => {
    expect(setKey(file, "organizationalUnit", "workloads/prod")).toBe(
      file.replace("workloads/nonprod", "workloads/prod"),
    );
  });

  test("adds a missing key on the line below the one it follows, whose comment stays with it", () => {
    expect(setKey(file, "displayName", "Orders (dev)")).toBe(
      file.replace("# never changes\n", "# never changes\ndisplayName: Orders (dev)\n"),
    );
  });

  test.each([
    ["without a newline at its end", "owner: b\nname: a", "owner: b\nname: a\nstatus: suspended"],
    ["with the line ends of Windows", "name: a\r\nowner: b\r\n", "name: a\r\nstatus: suspended\r\nowner: b\r\n"],
    ["with a byte order mark", "\uFEFFname: a\n", "\uFEFFname: a\nstatus: suspended\n"],
    ["with indentation", "  name: a\n  owner: b\n", "  name: a\n  status: suspended\n  owner: b\n"],
    ["in braces", "{ name: a, owner: b } # all", "{ name: a, status: suspended, owner: b } # all"],
  ])("adds a key to a file %s", (_how, before, after) => {
    expect(setKey(before, "status", "suspended")).toBe(after);
  });

  test("adds a key below another one than the name where that is asked for", () => {
    expect(setKey("name: a\ndisplayName: A\nowner: b\n", "status", "closed", "displayName")).toBe(
      "name: a\ndisplayName: A\nstatus: closed\nowner: b\n",
    );
  });

  test("writes any text so that it is read back as that text, whatever the file looks like", () => {
    const texts = [
      file,
      "{ name: a, owner: b }",
      "{ name: a, displayName: x }",
      "name: a\ndisplayName: x\n",
      "name: a\ndisplayName: 'x'\n",
      'name: a\ndisplayName: "x" # why\n',
      "name: a\ndisplayName: >- # why\n  Orders\n  Dev\n\nowner: b\n",
      "name: |-\n  a\nservice:\n  name: b\n",
    ];
    const value = fc.oneof(
      fc.stringMatching(/^[ -~]{1,50}$/),
      fc.constantFrom("true", "1e3", "- a", "a: b", "#", "{", "]", "foo }", "{ foo }", ", a"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), value, (text, displayName) => {
        const edited = setKey(text, "displayName", displayName);
        expect(parse(edited)).toEqual({ ...parse(text), displayName });
        expect(edited.split("\n").filter((line) => !text.includes(line)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["that ends on a brace", "name: a\ndisplayName: foo\n", "name: a\ndisplayName: foo }\n"],
    ["in place of a folded text", "displayName: >-\n  Orders Dev\nowner: x\n", "displayName: foo }\nowner: x\n"],
    [
      "in place of a text with line ends, keeping its comment",
      "displayName: | # why\r\n  Orders\r\n  Dev\r\n\r\nowner: x\r\n",
      "displayName: foo } # why\r\n\r\nowner: x\r\n",
    ],
    [
      "in place of a text that looks like a comment",
      "displayName: |\n  # a\nowner: x\n",
      "displayName: foo }\nowner: x\n",
    ],
    ["in braces", "{ name: a, displayName: foo, owner: x }", '{ name: a, displayName: "foo }", owner: x }'],
  ])("writes a value %s", (_how, before, after) => {
    expect(setKey(before, "displayName", "foo }")).toBe(after);
  });

  test("adds a key below a text of several lines, not below what follows that", () => {
    expect(setKey("name: >-\n  a\nservice:\n  name: b\n", "status", "closed")).toBe(
      "name: >-\n  a\nstatus: closed\nservice:\n  name: b\n",
    );
  });

  test.each([
    ["an alias", "name: &a x\ndisplayName: *a\n"],
    ["what an alias may name", "name: a\ndisplayName: &a x\nowner: *a\n"],
    ["a list", "name: a\ndisplayName: [x]\n"],
    ["nothing", "name: a\ndisplayName: # later\n"],
    ["a key alone", "{ name: a, displayName }"],
  ])("refuses a key whose value is %s, instead of giving it twice", (_what, text) => {
    expect(() => setKey(text, "displayName", "b")).toThrow(UserError);
  });

  test("refuses a text that has no place for the key", () => {
    expect(() => setKey("- a\n", "status", "closed")).toThrow("no mapping");
    expect(() => setKey("owner: b\n", "status", "closed")).toThrow("neither status nor name");
  });
});
