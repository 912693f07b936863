import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import type { Environment } from "../child-environment";

/** A stack that is about to be planned or deployed. */
export interface StackToDeploy {
  readonly zone: LandingZone;
  readonly spec: StackSpec;
  /** Credentials of the stack's identity, endpoint and proxy. */
  readonly environment: Environment;
}
