import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { projectAt } from "../declaration/project";

/** Where Landfall's own code is: a package in the project's node_modules, or a checkout. Nothing is written there. */
export const installation = resolve(__dirname, "..");

/** The project's CDKTF app. @throws UserError outside of a project. */
export function appOf(project = projectAt()): string {
  return join(project.directory, "main.ts");
}

/** How Node loads TypeScript to run the app. */
export const tsxLoader = pathToFileURL(require.resolve("tsx")).href;

/** The cdktf command line program, as its package declares it. */
export const cdktf = join(require.resolve("cdktf-cli/package.json"), "..", "bundle", "bin", "cdktf");
