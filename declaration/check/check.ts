import type { Draft } from "../draft/draft";
import type { LandingZone } from "../model";
import type { Problem } from "../problem/problem";

/** One rule across the files of a zone. Looks only at what has the right shape; silent about what has not. */
export type Check = (draft: Draft) => readonly Problem[];

/** One rule about a zone in whose files no other problem was found. The draft tells where things stand. */
export type ZoneCheck = (zone: LandingZone, draft: Draft) => readonly Problem[];
