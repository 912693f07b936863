import { loadZone } from "../../declaration/load";
import { projectAt, serviceNames } from "../../declaration/project";
import { stacksOf } from "../../declaration/stacks";
import type { NameKind } from "./tree";

/** The names of a kind there are. @throws DeclarationError, UserError when there is no valid zone or no project */
export function namesOf(kind: NameKind, zoneDirectory: string): readonly string[] {
  switch (kind) {
    case "stacks":
      return stacksOf(loadZone(zoneDirectory)).map(({ id }) => id);
    case "accounts":
      return loadZone(zoneDirectory).accounts.map(({ name }) => name);
    case "units":
      return loadZone(zoneDirectory).organizationalUnits.map(({ path }) => path);
    case "services":
      return serviceNames(projectAt());
  }
}
