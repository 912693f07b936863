import { describe, expect, test } from "@jest/globals";
import { editDistance, nearest } from "../../declaration/problem/nearest";

describe("the nearest name", () => {
  test.each([
    ["organisationalUnit", ["organizationalUnit", "owner"], "organizationalUnit"],
    ["lvie", ["live", "test"], "live"],
    ["PROD", ["prod", "nonprod"], "prod"],
    ["talkTo", ["talksTo", "egress"], "talksTo"],
  ])("to %s among %j is %s", (name, names, expected) => expect(nearest(name, names)).toBe(expected));

  test("is none when nothing is near", () => {
    expect(nearest("payments", ["orders", "prod"])).toBeUndefined();
    expect(nearest("x", [])).toBeUndefined();
  });

  test("counts a swap of neighbours as one edit", () => {
    expect(editDistance("abcd", "abdc")).toBe(1);
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("kitten", "sitting")).toBe(3);
  });
});
