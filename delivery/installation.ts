import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Where Landfall itself is installed: the directory of main.ts and cdktf.json. */
export const installation = resolve(__dirname, "..");

/** The CDKTF app, and how Node loads TypeScript to run it. */
export const app = join(installation, "main.ts");
export const tsxLoader = pathToFileURL(require.resolve("tsx")).href;

/** The cdktf command line program, as its package declares it. */
export const cdktf = join(require.resolve("cdktf-cli/package.json"), "..", "bundle", "bin", "cdktf");
