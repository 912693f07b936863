import { createRequire } from "node:module";
import { type Project, projectAt, scenarioFile, shownIn } from "../declaration/project";
import { UserError } from "../declaration/user-error";
import type { Send } from "./contract/run-probes";

/** A deployed zone, as far as a scenario works on it: from outside. */
export interface DeployedZone {
  /** Accounts whose service is deployed. */
  readonly accounts: readonly string[];
  /** Sends a request to the API of an account's service, at its own name. */
  readonly send: (account: string, request: Parameters<Send>[0]) => ReturnType<Send>;
  /** Gives a secret its value, as somebody does by hand. @param secret its name in Secrets Manager */
  readonly setSecret: (account: string, secret: string, value: string) => Promise<void>;
}

/** One thing that a scenario saw, or did not see. */
export interface Seen {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What a project wants to see of its deployed zone, across accounts: it does something from outside and looks what comes of it. */
export type Scenario = (zone: DeployedZone) => Promise<readonly Seen[]>;

/**
 * The scenario of the file that `context.scenario` of cdktf.json names, exported as `scenario`; a project needs none.
 * @throws UserError when the file exports none
 */
export function scenarioOf(project: Project = projectAt()): Scenario | undefined {
  const file = scenarioFile(project);
  if (file === undefined) return undefined;
  const { scenario } = createRequire(__filename)(file) as { readonly scenario?: unknown };
  if (typeof scenario === "function") return scenario as Scenario;
  throw new UserError(
    `${shownIn(project, file)} exports no scenario`,
    "Export a function of that name, which is given the deployed zone.",
  );
}
