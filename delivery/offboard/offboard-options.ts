import type { StackRun } from "../deploy-stack";
import type { DeployEvent } from "../deployment";

export interface OffboardOptions extends StackRun {
  readonly name: string;
  /** Also close the AWS account, for good. */
  readonly close: boolean;
  readonly onDeploy: (event: DeployEvent) => void;
}
