import { LambdaClient, UpdateFunctionCodeCommand } from "@aws-sdk/client-lambda";
import type { LandingZone } from "../declaration/model";
import { servicesOf } from "../declaration/needed-stacks";
import type { Environment } from "../delivery/child-environment";
import type { CredentialsFor } from "../delivery/credentials";
import { clientSettings } from "../live/aws-client";

/** How a rehearsal that runs is reached. */
export interface Reach {
  readonly zone: LandingZone;
  /** Endpoint and proxy. */
  readonly environment: Environment;
  readonly credentialsFor: CredentialsFor;
}

/** Puts code on a function of an account's service, with the credentials that deploy the service. */
export async function putCode(reach: Reach, account: string, functionName: string, zip: Uint8Array): Promise<void> {
  const { zone, environment, credentialsFor } = reach;
  const [stack] = servicesOf(zone, [account]);
  if (stack === undefined) throw new Error(`${account} runs no service`);
  const credentials = await credentialsFor(stack, zone);
  const lambda = new LambdaClient(clientSettings(zone.regions.home, { ...environment, ...credentials }));
  try {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: functionName, ZipFile: zip }));
  } finally {
    lambda.destroy();
  }
}
