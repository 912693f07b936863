import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readZoneFrom } from "../../../declaration/load";
import { readDirectory } from "../../../declaration/source/read-directory";
import type { Answers } from "../../../delivery/init/answers";
import { completeAnswers } from "../../../delivery/init/complete-answers";
import { planProject } from "../../../delivery/init/plan-project";
import { writeProject } from "../../../delivery/init/write-project";

const scratch = mkdtempSync(join(tmpdir(), "landfall-init-"));
let directory = "";
beforeEach(() => {
  directory = join(mkdtempSync(join(scratch, "each-")), "acme");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const answers: Answers = {
  organization: "acme",
  emailPattern: "aws+{account}@acme.example",
  region: "eu-west-1",
  serviceSuffix: "services.acme.example",
  github: "",
};

function put(path: string, text: string): void {
  mkdirSync(join(directory, path, ".."), { recursive: true });
  writeFileSync(join(directory, path), text);
}

const content = (path: string): string => readFileSync(join(directory, path), "utf8");

describe("a new project", () => {
  test("has a zone that validates and says what was answered", () => {
    writeProject(planProject(directory, answers));
    expect(existsSync(join(directory, "small"))).toBe(false);
    const result = readZoneFrom(readDirectory(join(directory, "zone")), "zone", {
      directory: "services",
      names: readdirSync(join(directory, "services")),
    });
    expect(result).toMatchObject({
      zone: {
        organization: { name: "acme", emailPattern: "aws+{account}@acme.example" },
        regions: { home: "eu-west-1" },
        dns: { serviceSuffix: "services.acme.example" },
      },
    });
  });

  test("has four accounts when it is to be small, and a service without a network", () => {
    writeProject(planProject(directory, answers, "small"));
    const names = readdirSync(join(directory, "zone/accounts"));
    expect(names.sort()).toEqual(["management.yaml", "network.yaml", "notes-dev.yaml", "security.yaml"]);
    expect(existsSync(join(directory, "small"))).toBe(false);
    expect(readdirSync(join(directory, "services"))).toEqual(["notes"]);
    const result = readZoneFrom(readDirectory(join(directory, "zone")));
    expect(result).toMatchObject({ zone: { organization: { name: "acme" } } });
    expect("zone" in result && result.zone.accounts.filter(({ network }) => network)).toEqual([]);
  });

  test("names its repository where there is one", () => {
    writeProject(planProject(directory, { ...answers, github: "acme/landing-zone" }));
    const result = readZoneFrom(readDirectory(join(directory, "zone")));
    expect(result).toMatchObject({ zone: { pipeline: { repository: "acme/landing-zone" } } });
    expect(content(".github/workflows/landfall.yml")).toContain(":role/landfall-plan");
  });

  test("is refused while the answers make no valid zone, and nothing is written", () => {
    const odd = { ...answers, emailPattern: "*a#{account}@acme.example" };
    expect(() => planProject(directory, odd)).toThrow(/LF1310 .* does not become an email address/);
    expect(existsSync(directory)).toBe(false);
  });

  test("leaves no placeholder and nothing half-written behind", () => {
    writeProject(planProject(directory, answers));
    const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
    expect(files).not.toContain(".landfall");
    const placeholders = Object.keys(answers).map((name) => `__${name}__`);
    const texts = files.filter((path) => /\.\w+$/.test(path)).map(content);
    expect(placeholders.filter((each) => texts.some((text) => text.includes(each)))).toEqual([]);
  });

  test("names schemas that the installed package has", () => {
    writeProject(planProject(directory, answers));
    const [, schema = ""] = /\$schema=(\S+)/.exec(content("zone/accounts/notes-dev.yaml")) ?? [];
    expect(join("zone/accounts", schema)).toBe("node_modules/landfall/schemas/account.json");
    expect(existsSync(join(__dirname, "../../../schemas/account.json"))).toBe(true);
  });
});

describe("making a project where files are", () => {
  test("changes nothing the second time", () => {
    writeProject(planProject(directory, answers));
    expect(planProject(directory, answers).write.size).toBe(0);
  });

  test("goes on where it was killed", () => {
    writeProject(planProject(directory, answers));
    rmSync(join(directory, "zone/landing-zone.yaml"));
    rmSync(join(directory, "package.json"));
    expect([...planProject(directory, answers).write.keys()]).toEqual(["zone/landing-zone.yaml", "package.json"]);
  });

  test("keeps a README and what package.json and .gitignore say already", () => {
    put("README.md", "# Ours\n");
    put(".gitignore", "secrets\n");
    put("package.json", JSON.stringify({ name: "ours", dependencies: { landfall: "0.0.1" }, type: "commonjs" }));
    writeProject(planProject(directory, answers));
    expect(content("README.md")).toBe("# Ours\n");
    expect(content(".gitignore")).toMatch(/^secrets\n[\s\S]*node_modules\/\n/);
    expect(JSON.parse(content("package.json"))).toMatchObject({
      name: "ours",
      type: "commonjs",
      dependencies: { landfall: "0.0.1" },
      scripts: { deploy: "landfall deploy" },
    });
  });

  test("refuses with every file that differs, and writes nothing", () => {
    put("main.ts", "console.log(1);\n");
    put("zone/landing-zone.yaml", "organization: { name: other }\n");
    expect(() => planProject(directory, answers)).toThrow(/main.ts, zone\/landing-zone.yaml; nothing was written/);
    expect(readdirSync(directory).sort()).toEqual(["main.ts", "zone"]);
  });

  test("takes back what it wrote when a file cannot be placed", () => {
    const plan = planProject(directory, answers);
    put("zone", "a file where a directory should be");
    expect(() => writeProject(plan)).toThrow();
    const left = readdirSync(directory, { recursive: true, encoding: "utf8", withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(["zone"]);
  });
});

describe("answers", () => {
  test("that are wrong or missing are told all at once, without a terminal", async () => {
    const given = { organization: "Acme", region: "eu-wets-1" };
    await expect(completeAnswers(given, undefined)).rejects.toThrow(
      /--organization must be a name .*\n--email-pattern is missing\n--region must be an AWS region; did you mean eu-west-1\?$/s,
    );
  });

  test("have a usual domain: that of the accounts' emails", async () => {
    expect(await completeAnswers({ ...answers, serviceSuffix: undefined }, undefined)).toEqual(answers);
  });

  test("are asked for where somebody is there, with the usual one offered", async () => {
    const asked: (string | undefined)[][] = [];
    const complete = await completeAnswers({ organization: "acme", region: "eu-west-1" }, ({ flag }, usual) => {
      asked.push([flag, usual]);
      return Promise.resolve(usual ?? answers.emailPattern);
    });
    expect(complete).toEqual(answers);
    expect(asked).toEqual([
      ["--email-pattern", undefined],
      ["--domain", "services.acme.example"],
      ["--github", ""],
    ]);
  });
});
