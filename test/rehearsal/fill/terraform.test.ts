import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type StartedAws, startForTest } from "../gateway/start";
import { terraformRoot } from "../terraform";

let aws: StartedAws;
beforeAll(async () => {
  aws = await startForTest();
}, 360_000);
afterAll(() => aws?.close());

/** Something of nearly every resource that can be updated in place. */
const changes: readonly (readonly [RegExp, string])[] = [
  [/"100"/, '"200"'],
  [/= 80$/m, "= 75"],
  [/"c@b.example"/, '"d@b.example"'],
  [/"Builds"/, '"Builds more"'],
  [/"Team"/g, '"Team 2"'],
  [/"eu-central-1"/, '"eu-north-1"'],
  [/responsetime > 5/, "responsetime > 9"],
  [/"PT2H"/, '"PT4H"'],
  [/a = "b"/g, 'c = "d"'],
  [/= "NEW"/g, '= "ALL"'],
  [/"TwentyFour_Hours"/, '"Six_Hours"'],
  [/"block-all-sharing"/, '"block-new-sharing"'],
  [/hop_limit = 2/, "hop_limit = 1"],
];

test("Terraform creates the landing zone's resources, plans no change afterwards and updates them", async () => {
  const configuration = readFileSync(join(__dirname, "landing-zone.tf"), "utf8");
  const root = await terraformRoot(configuration, aws.proxyUrl);
  try {
    const applied = await root.run("apply", "-auto-approve");
    expect(applied).toMatchObject({ exitCode: 0 });
    const unsupported = aws.record.calls({ status: 400 }).filter(({ backend }) => backend !== "gateway");
    expect(unsupported.map(({ service, operation }) => `${service}:${operation}`)).toEqual([]);
    expect(await root.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
    root.rewrite(changes.reduce((text, [from, to]) => text.replace(from, to), configuration));
    const updated = await root.run("apply", "-auto-approve");
    expect(updated).toMatchObject({ exitCode: 0, output: expect.stringMatching(/0 added, 1\d changed, 0 destroyed/) });
    expect(await root.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
  } finally {
    root.remove();
  }
}, 900_000);
