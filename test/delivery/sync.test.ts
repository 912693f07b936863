import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { sync } from "../../delivery/sync";
import { type FakeAws, fakeAws } from "./fake-aws";

let aws: FakeAws | undefined;
afterEach(() => aws?.close());

const missing = { status: 404, body: "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>" };

/** Syncs a copy of the sample zone against states by key; the lock file holds `locked` before. */
async function syncWith(states: Readonly<Record<string, string>>, locked: Readonly<Record<string, string>> = {}) {
  const zoneDirectory = join(mkdtempSync(join(tmpdir(), "landfall-sync-")), "zone");
  cpSync(join(__dirname, "../../zone"), zoneDirectory, { recursive: true });
  const file = join(zoneDirectory, "ids.lock.json");
  if (Object.keys(locked).length > 0) writeFileSync(file, JSON.stringify({ version: 1, ids: locked }));
  aws = await fakeAws(({ url }) => {
    const key = Object.keys(states).find((name) => url.includes(`/${name}?`));
    return key ? { body: states[key] ?? "" } : missing;
  });
  const { environment } = aws;
  const result = await sync({ zoneDirectory, credentialsFor: () => Promise.resolve({}), environment });
  return { result, lock: () => JSON.parse(readFileSync(file, "utf8")) as unknown };
}

function state(ids: Readonly<Record<string, string>>): string {
  return JSON.stringify({ version: 4, outputs: { ids: { value: ids, type: ["map", "string"] } } });
}

test("reads the ids of each applied stack from its state and locks them", async () => {
  const org = { organization: "o-1", root: "r-1", "account/management": "111111111111" };
  const { result, lock } = await syncWith({ "org/org.tfstate": state(org) });
  expect(lock()).toEqual({ version: 1, ids: org });
  expect(result.find(({ stack }) => stack === "org")).toMatchObject({
    applied: true,
    changes: { added: Object.keys(org) },
  });
  expect(result.find(({ stack }) => stack === "network")).toMatchObject({ applied: false });
});

test("reports a changed id with both values, and keeps one the stack no longer makes", async () => {
  const { result, lock } = await syncWith(
    { "org/org.tfstate": state({ root: "r-2" }) },
    { root: "r-1", "account/gone": "222222222222" },
  );
  const org = result.find(({ stack }) => stack === "org");
  expect(org?.changes.changed).toEqual([{ key: "root", from: "r-1", to: "r-2" }]);
  expect(org?.missing).toEqual(["account/gone"]);
  expect(lock()).toEqual({ version: 1, ids: { "account/gone": "222222222222", root: "r-2" } });
});

test("asks for no service's state, for services make no ids", async () => {
  await syncWith({});
  expect(aws?.requests.filter(({ url }) => url.includes("/service/"))).toEqual([]);
});

test("refuses what is not a Terraform state, naming it", async () => {
  await expect(syncWith({ "org/org.tfstate": "{}" })).rejects.toThrow("org/org.tfstate is not a Terraform state");
});
