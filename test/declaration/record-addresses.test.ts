import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { readRanges } from "../../declaration/lock-file";
import { DeclarationError } from "../../declaration/problem/problem";
import { recordAddresses } from "../../declaration/record-addresses";

let zone: string;
beforeEach(() => {
  zone = mkdtempSync(join(tmpdir(), "landfall-zone-"));
  cpSync(join(__dirname, "../zones/minimal"), zone, { recursive: true });
});
afterEach(() => rmSync(zone, { recursive: true, force: true }));

const lock = (): string => readFileSync(join(zone, "addresses.lock.json"), "utf8");
const addAccount = (name: string, prefixLength: number): void =>
  writeFileSync(
    join(zone, "accounts", `${name}.yaml`),
    `name: ${name}\norganizationalUnit: apps\nowner: team\nnetwork: { domain: test, prefixLength: ${prefixLength} }\n`,
  );

describe("recording addresses", () => {
  test("writes nothing when every network has its range", () => {
    const before = lock();
    expect(recordAddresses(zone)).toEqual([]);
    expect(lock()).toBe(before);
  });

  test("adds a new account's range, sorted, and leaves the others alone", () => {
    addAccount("lab", 24);
    expect(loadZone(zone).accounts.find(({ name }) => name === "lab")?.network?.cidr).toBeUndefined();
    expect(recordAddresses(zone)).toEqual(["lab"]);
    expect(lock()).toBe(
      '{\n  "version": 1,\n  "ranges": {\n    "egress": "10.8.0.0/24",\n    "lab": "10.8.1.0/24",\n    "shop": "10.8.2.0/23"\n  }\n}\n',
    );
    expect(loadZone(zone).accounts.find(({ name }) => name === "lab")?.network?.cidr).toBe("10.8.1.0/24");
  });

  test("keeps a removed account's range reserved until its entry is deleted", () => {
    rmSync(join(zone, "accounts/shop.yaml"));
    addAccount("next", 22);
    expect(recordAddresses(zone)).toEqual(["next"]);
    expect(readRanges(zone)).toEqual({ egress: "10.8.0.0/24", next: "10.8.4.0/22", shop: "10.8.2.0/23" });
  });

  test("refuses a zone that does not validate and leaves no file behind", () => {
    const before = lock();
    addAccount("huge", 21);
    expect(() => recordAddresses(zone)).toThrow(DeclarationError);
    expect(lock()).toBe(before);
    expect(readdirSync(zone).sort()).toEqual(["accounts", "addresses.lock.json", "landing-zone.yaml", "policies"]);
  });
});
