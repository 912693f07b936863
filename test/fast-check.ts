import { configureGlobal } from "fast-check";
import { soakFactor } from "./soak-factor";

/** fast-check with the same cases in every `npm test`, so that a run tells of the change alone; `npm run soak` draws new ones. */
configureGlobal(soakFactor === 1 ? { seed: 20_261_130 } : {});

export { default } from "fast-check";
