import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { stringify } from "yaml";
import { installation } from "../installation";
import type { Answers } from "./answers";

/** npm leaves every `.gitignore` out of a package. */
const renamed: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

/** How large the zone is that a project starts with. `small` costs least: one account less, and no network for the service's. */
export type Profile = "standard" | "small";

/** Holds what a small zone has in place of the files of the same names, and those beside them. */
const smallFolder = "small/";

/** What a small zone has not: one account, `security`, is both. */
const notSmall: readonly string[] = ["zone/accounts/log-archive.yaml", "zone/accounts/security-tooling.yaml"];

/** The files of a new project but for package.json: path with `/` → text, with the answers in their places. */
export function fromTemplate(answers: Answers, profile: Profile = "standard"): ReadonlyMap<string, string> {
  const root = join(installation, "template");
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .sort();
  const standard = paths.filter((path) => !path.startsWith(smallFolder));
  const small = paths.filter((path) => path.startsWith(smallFolder));
  const chosen = new Map(standard.map((path) => [path, path]));
  if (profile === "small") {
    for (const path of notSmall) chosen.delete(path);
    for (const path of small) chosen.set(path.slice(smallFolder.length), path);
  }
  return new Map(
    [...chosen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, from]) => [renamed[path] ?? path, filled(path, readFileSync(join(root, from), "utf8"), answers)]),
  );
}

/** The zone names its repository only where there is one. */
function deploymentOf({ github }: Answers): string {
  const [owner, repository] = github.split("/");
  return github === "" ? "" : `${stringify({ deployment: { github: { owner, repository } } })}\n`;
}

/** Every answer has one line and a form without quotes; YAML takes some of their characters only quoted. */
function filled(path: string, text: string, answers: Answers): string {
  return Object.entries(answers).reduce<string>(
    (result, [name, answer]: [string, string]) => {
      const shown = path.endsWith(".yaml") ? stringify(answer).trimEnd() : answer;
      return result.replaceAll(`__${name}__`, () => shown);
    },
    text.replace("# __deployment__\n", () => deploymentOf(answers)),
  );
}
