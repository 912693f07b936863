import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type StartedAws, startForTest } from "../gateway/start";
import { terraformRoot } from "../terraform";

let aws: StartedAws;
beforeAll(async () => {
  aws = await startForTest();
}, 120_000);
afterAll(() => aws?.close());

test("Terraform creates the landing zone's resources, plans no change afterwards, and destroys them", async () => {
  const configuration = readFileSync(join(__dirname, "landing-zone.tf"), "utf8");
  const root = await terraformRoot(configuration, aws.proxyUrl);
  try {
    const applied = await root.run("apply", "-auto-approve");
    expect(applied).toMatchObject({ exitCode: 0 });
    const unsupported = aws.record.calls({ status: 400 }).filter(({ backend }) => backend !== "gateway");
    expect(unsupported.map(({ service, operation }) => `${service}:${operation}`)).toEqual([]);
    expect(await root.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
    expect(await root.run("destroy", "-auto-approve")).toMatchObject({ exitCode: 0 });
  } finally {
    root.remove();
  }
}, 300_000);
