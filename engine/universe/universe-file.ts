import { join } from "node:path";

/** Written by `npm run universe`. */
export const universeFile = join(__dirname, "data", "universe.json");
