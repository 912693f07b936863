import type { Bounds } from "../bounds";
import type { Request } from "../request";
import { decide } from "./decide";
import type { Verdict } from "./decision";

/** Prepares bounds for many decisions. */
export function compileBounds(bounds: Bounds): (request: Request) => Verdict {
  return (request) => decide(bounds, request).verdict;
}
