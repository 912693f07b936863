import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { stringify } from "yaml";
import { installation } from "../installation";
import type { Answers } from "./answers";

/** npm leaves every `.gitignore` out of a package. */
const renamed: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

/** The files of a new project but for package.json: path with `/` → text, with the answers in their places. */
export function fromTemplate(answers: Answers): ReadonlyMap<string, string> {
  const root = join(installation, "template");
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => path.split(sep).join("/"))
      .sort()
      .map((path) => [renamed[path] ?? path, filled(path, readFileSync(join(root, path), "utf8"), answers)] as const),
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
