import type { LandingZone } from "../../declaration/model";
import { clientSettings } from "../../live/aws-client";
import { signedCall } from "../../live/signed-call";
import { type HttpResponse, proxiedRequest } from "../proxied-request";
import type { Check, RehearsedAws } from "./check";
import type { ServiceAnswer, ServiceRequest } from "./service-apis";

/** What a project's own scenario is given: the deployed zone, from outside. */
export interface ScenarioZone {
  readonly accounts: readonly string[];
  readonly send: (account: string, request: ServiceRequest) => Promise<HttpResponse>;
  readonly setSecret: (account: string, secret: string, value: string) => Promise<void>;
}

/** Plays the project's scenario, which answers what it saw. */
export type PlayScenario = (zone: ScenarioZone) => Promise<readonly ServiceAnswer[]>;

/** What the project wants to see of its zone, across accounts. A scenario that fails is a check that fails. */
export async function checkScenario(
  aws: RehearsedAws,
  proxyUrl: string,
  accounts: readonly string[],
  play: PlayScenario,
): Promise<readonly Check[]> {
  try {
    return await play({
      accounts,
      send: (account, { path, body, ...request }) =>
        proxiedRequest(proxyUrl, `http://${domainOf(aws.zone, account)}${path}`, {
          ...request,
          ...(body === undefined ? {} : { body }),
        }),
      setSecret: (account, secret, value) => setSecret(aws, account, secret, value),
    });
  } catch (error) {
    return [{ name: "the project's scenario was played", ok: false, detail: String(error) }];
  }
}

function domainOf(zone: LandingZone, account: string): string {
  const service = zone.accounts.find(({ name }) => name === account)?.service;
  if (service === undefined) throw new Error(`${account} has no service`);
  return service.domainName;
}

/** Secrets Manager API Reference, "PutSecretValue". */
async function setSecret(aws: RehearsedAws, account: string, SecretId: string, SecretString: string): Promise<void> {
  const { accessKeyId, secretAccessKey, sessionToken = "" } = await aws.platform(account);
  const settings = clientSettings(aws.zone.regions.home, {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  });
  await signedCall(settings, {
    service: "secretsmanager",
    method: "POST",
    // The endpoint's path is the run's token.
    path: new URL(aws.endpoint).pathname,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "secretsmanager.PutSecretValue" },
    body: JSON.stringify({ SecretId, SecretString }),
  });
}
