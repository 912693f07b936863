import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionsOfTypes } from "../../../audit/lockout/actions";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { ledgerText } from "../../workloads/database/ledger-stack";

const lists = join(__dirname, "..", "..", "addresses");

/** Types of all resources that the test zones' stacks contain, and a service with databases. */
const types = new Set([
  ...readdirSync(lists).flatMap(
    (file) => readFileSync(join(lists, file), "utf8").match(/\baws_[a-z0-9_]+(?=\.)/g) ?? [],
  ),
  ...Object.keys((JSON.parse(ledgerText("vpc-1")) as { readonly resource: object }).resource),
]);

describe("the actions of resource types", () => {
  test("are known for every type that a stack contains", () => {
    expect(types.size).toBeGreaterThan(80);
    expect([...types].filter((type) => actionsOfTypes[type] === undefined)).toEqual([]);
  });

  test("are of no type that no stack contains", () => {
    expect(Object.keys(actionsOfTypes).filter((type) => type.startsWith("aws_") && !types.has(type))).toEqual([]);
  });

  test.each(Object.entries(actionsOfTypes))("of %s exist, written as AWS writes them", (_type, needed) => {
    const actions = Object.values(needed).flat();
    expect(needed.read.length).toBeGreaterThan(0);
    expect(actions.filter((name) => loadUniverse().find(name)?.name !== name)).toEqual([]);
  });
});
