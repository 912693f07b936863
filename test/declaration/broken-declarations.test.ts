import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { knownServices, readZoneFrom } from "../../declaration/load";
import { problemCodes } from "../../declaration/problem/codes";
import { formatProblem } from "../../declaration/problem/problem";
import type { FileContent } from "../../declaration/source/files";
import { readDirectory } from "../../declaration/source/read-directory";
import { brokenFiles } from "./broken/files";
import { brokenOrganizations } from "./broken/organizations";
import { brokenAdoption } from "./broken/adoption";
import { brokenGovernance } from "./broken/governance";
import { brokenGuardrails } from "./broken/guardrails";
import { brokenNetworks } from "./broken/networks";
import { brokenReferences } from "./broken/references";
import { brokenRegions } from "./broken/regions";
import { brokenRoutes } from "./broken/routes";
import { brokenSecurity } from "./broken/security";
import { brokenShapes } from "./broken/shapes";

const valid = readDirectory(join(__dirname, "../zones/minimal"));
const asText = ([name, content]: [string, FileContent]): [string, FileContent] => [name, content.toString()];
const cases = [
  ...brokenFiles,
  ...brokenShapes,
  ...brokenOrganizations,
  ...brokenReferences,
  ...brokenNetworks,
  ...brokenRoutes,
  ...brokenRegions,
  ...brokenGuardrails,
  ...brokenGovernance,
  ...brokenSecurity,
  ...brokenAdoption,
];

describe("a broken declaration", () => {
  test("is broken by the change alone: the zone validates without it", () => {
    expect(readZoneFrom(valid, "", knownServices())).toHaveProperty("zone");
  });

  test.each(cases)("with $code is told where, why and what instead", ({ code, change, says }) => {
    const files = new Map([...valid].map(asText));
    change(files);
    const result = readZoneFrom(files, "", knownServices());
    const lines = "problems" in result ? result.problems.map(formatProblem) : [];
    expect(lines).toEqual(says);
    expect(lines.some((line) => line.includes(` ${code} `))).toBe(true);
  });

  test("reaches every code there is but that of a missing directory", () => {
    const reached = cases.map(({ code }) => code);
    expect([...new Set(reached)].sort()).toEqual(
      Object.keys(problemCodes)
        // Those of faults of a rehearsal are no zone's: test/rehearsal/faults reaches them.
        .filter((code) => code !== "LF1001" && !code.startsWith("LF20"))
        .sort(),
    );
    expect(new Set(reached).size).toBeGreaterThanOrEqual(60);
  });
});
