import { resolve } from "node:path";

/** Where the emulators' Python packages are kept between rehearsals: `LANDFALL_CACHE`, or `.landfall` of the working directory. */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment["LANDFALL_CACHE"] ?? ".landfall");
}
