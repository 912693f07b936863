import { isAbsolute, relative, resolve, sep } from "node:path";
import { projectAt } from "../../declaration/project";
import { UserError } from "../../declaration/user-error";

/**
 * A zone's directory as a pipeline finds it: relative to the project, which is the repository's root there.
 * @throws UserError for a zone outside of the project
 */
export function zoneInProject(zoneDirectory: string, project = projectAt().directory): string {
  const path = relative(project, resolve(zoneDirectory));
  if (!path.startsWith("..") && !isAbsolute(path)) return path.split(sep).join("/");
  throw new UserError(
    `the zone ${zoneDirectory} is outside of the project, where no pipeline would find it`,
    "Name a zone below the directory of cdktf.json.",
  );
}
