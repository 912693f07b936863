import { UserError } from "../../declaration/user-error";
import type { Environment } from "../child-environment";
import { stackResources } from "../stack-resources";
import { candidatesFor } from "./candidates";
import { type Imports, writeImports } from "./import-file";
import { loggedIds } from "./logged-ids";
import type { Search } from "./search";
import { trialPlan, type TrialPlan } from "./trial-plan";

export interface Finding {
  readonly stack: string;
  /** Of the synthesised stack, initialised. */
  readonly directory: string;
  readonly logFile: string;
  readonly environment: Environment;
  readonly search: Search;
  readonly stop?: AbortSignal | undefined;
}

/** More rounds than the longest chain of references in a stack. */
const roundLimit = 30;

/**
 * Finds what exists of the resources Terraform would create, and writes import blocks for it. Terraform itself judges: it reads every
 * object, says which ids name nothing, and tells by a plan what becomes known, until nothing more is found.
 * @throws UserError when an object cannot be read, could be several, or would be replaced as soon as it is imported
 */
export async function findImports(finding: Finding): Promise<Imports> {
  const { stack, directory, environment, search, stop } = finding;
  const configured = stackResources(directory);
  const logged = loggedIds(finding.logFile);
  const imports = new Map<string, string>();
  const named = new Set<string>();
  const absent = new Set<string>();
  for (let round = 0; round < roundLimit; round += 1) {
    writeImports(directory, imports);
    const plan = await trialPlan(directory, environment, stop);
    if (!plan.ok) {
      const gone = namesOfNothing(stack, plan, imports, named);
      for (const address of gone) {
        imports.delete(address);
        absent.add(address);
      }
      continue;
    }
    if (plan.harmed.length > 0) throw wouldReplace(stack, plan.harmed, imports);
    const left = plan.creations.filter(({ address }) => !absent.has(address));
    const candidates = await candidatesFor(left, { search, configured, ids: plan.known, logged });
    candidates.absent.forEach((address) => absent.add(address));
    if (candidates.found.length === 0) return imports;
    for (const { address, importId, seen } of candidates.found) {
      imports.set(address, importId);
      if (!seen) named.add(address);
    }
  }
  throw new Error(`${stack}: still finding objects after ${roundLimit} plans`);
}

/** What the provider says of an id that names nothing, where Terraform does not say it in its own words. */
const saysNothingThere =
  /non-existent remote object|couldn't find resource|not found|no \w+ found|empty result|does not exist|notfound|nosuch|not subscribed/i;

/**
 * Imports to be dropped because there is no such object. Terraform skips what depends on one, and errors of some importers name no
 * address: an id that only follows from a name is dropped with them, an object that was seen is tried again.
 */
function namesOfNothing(
  stack: string,
  { errors, read }: Extract<TrialPlan, { ok: false }>,
  imports: Imports,
  named: ReadonlySet<string>,
): readonly string[] {
  const unread = [...imports.keys()].filter((address) => !read.has(address));
  const blamed = unread.filter((address) => errors.some((error) => error.includes(`"${address}"`)));
  const nameless = errors.filter((error) => !unread.some((address) => error.includes(`"${address}"`)));
  const gone =
    nameless.length > 0 ? unread.filter((address) => blamed.includes(address) || named.has(address)) : blamed;
  if (gone.length > 0 && errors.every((error) => saysNothingThere.test(error))) return gone;
  throw new UserError(
    `${stack}: what an interrupted run has made cannot be read:\n${errors.join("\n")}`,
    `Put that right, then run \`landfall deploy --recover ${stack}\`.`,
  );
}

function wouldReplace(stack: string, harmed: readonly string[], imports: Imports): UserError {
  const objects = harmed.map((address) => `${address} (${imports.get(address) ?? "already imported"})`);
  return new UserError(
    `${stack}: an interrupted run has made ${objects.join(", ")}, but Terraform would replace it now`,
    `Delete it, or let the declaration fit it; then run \`landfall deploy --recover ${stack}\`.`,
  );
}
