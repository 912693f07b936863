import { existsSync } from "node:fs";
import { join } from "node:path";
import { completeAnswers } from "../delivery/init/complete-answers";
import { planProject, type ProjectPlan } from "../delivery/init/plan-project";
import { writeProject } from "../delivery/init/write-project";
import { ask, somebodyIsThere } from "./ask";
import { exitCodes, registration } from "./command";

interface Options {
  readonly organization?: string;
  readonly emailPattern?: string;
  readonly region?: string;
  readonly domain?: string;
  readonly github?: string;
  readonly small?: boolean;
  readonly json?: boolean;
}

export const init = registration<Options>({
  name: "init",
  usage: "[directory]",
  summary: "make a project: a small zone that validates, a service to start from, and what builds them",
  examples: [
    "landfall init acme                # asks for the rest on a terminal",
    "landfall init --organization acme --email-pattern 'aws+{account}@acme.example' --region eu-west-1",
  ],
  tools: [],
  configure: (command) =>
    void command
      .option("--organization <name>", "name of the organisation, the prefix of every global name")
      .option("--email-pattern <pattern>", "root email of accounts, such as aws+{account}@example.com")
      .option("--region <region>", "home region")
      .option("--domain <domain>", "DNS name below which services answer; default services.<domain of the emails>")
      .option("--github <owner/repository>", "repository whose pipeline deploys the zone")
      .option("--small", "four accounts, and no network for the service's: what costs least")
      .option("--json", "print the files written and kept as JSON"),
  run: async ([directory = "."], { json, domain, small, ...given }) => {
    const answers = await completeAnswers({ ...given, serviceSuffix: domain }, somebodyIsThere() ? ask : undefined);
    const plan = planProject(directory, answers, small ? "small" : "standard");
    writeProject(plan);
    if (json) {
      console.log(JSON.stringify({ directory, written: [...plan.write.keys()], kept: plan.keep }, undefined, 2));
    } else for (const line of madeLines(plan)) console.log(line);
    return exitCodes.success;
  },
});

function madeLines({ directory, write, keep }: ProjectPlan): readonly string[] {
  const steps = [
    ...(directory === "." ? [] : [`cd ${directory}`]),
    ...(existsSync(join(directory, "node_modules", "landfall")) ? [] : ["npm install"]),
    "npx landfall validate     # checks every file",
    "npx landfall rehearse     # deploys it to a local AWS and calls its service",
  ];
  return [
    ...[...write.keys()].map((path) => `wrote ${path}`),
    ...keep.map((path) => `kept  ${path}`),
    "",
    "Next:",
    ...steps.map((step) => `  ${step}`),
    "README.md says what is where, and how to upgrade.",
  ];
}
