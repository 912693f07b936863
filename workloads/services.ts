import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { didYouMean, listed } from "../declaration/problem/nearest";
import { projectAt, type Project, serviceFile, serviceNames, shownIn } from "../declaration/project";
import { UserError } from "../declaration/user-error";
import type { ServiceDefinition } from "./service-definition";

/**
 * The service of a project that an account's `service.name` gives. Runs its `service.ts` and no other's.
 * @throws UserError when there is none, or the file does not export exactly one definition, under that name
 */
export function serviceNamed(name: string, project: Project = projectAt()): ServiceDefinition {
  const directory = shownIn(project, project.services);
  const file = serviceFile(project, name);
  if (basename(name) !== name || !existsSync(file)) {
    throw new UserError(
      `there is no service ${name}${didYouMean(name, serviceNames(project))}`,
      `Choose one of ${listed(serviceNames(project))}, or add ${directory}/${name}/service.ts.`,
    );
  }
  const exported: unknown = createRequire(__filename)(file);
  const definitions = [...new Set(Object.values(Object(exported)))].filter(isDefinition);
  const [definition] = definitions;
  if (definition?.name === name && definitions.length === 1) return definition;
  throw new UserError(
    `${directory}/${name}/service.ts exports ${definitions.map((each) => each.name).join(", ") || "no service"}`,
    `Export what defineService({ name: "${name}", … }) gives, and no other service.`,
  );
}

function isDefinition(value: unknown): value is ServiceDefinition {
  const has = (key: keyof ServiceDefinition): boolean => typeof value === "object" && value !== null && key in value;
  return has("name") && has("contract") && has("handlers") && has("tables") && has("operations");
}
