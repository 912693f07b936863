import type { Account } from "../../declaration/model";
import { type HttpResponse, proxiedRequest } from "../proxied-request";
import { check, type Check } from "./check";

export interface ServiceRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** How one answer of a service compares with its contract. */
export interface ServiceAnswer {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Asks a deployed service, by the service's name, what its contract promises. */
export type AskService = (
  service: string,
  send: (request: ServiceRequest) => Promise<HttpResponse>,
) => Promise<readonly ServiceAnswer[]>;

/** Calls a deployed service at its own domain, over HTTP, as a client would, and holds the answers against its contract. */
export function checkServiceApi(proxyUrl: string, account: Account, ask: AskService): Promise<Check[]> {
  const { name = "", domainName = "" } = account.service ?? {};
  const send = ({ path, body, ...request }: ServiceRequest): Promise<HttpResponse> =>
    proxiedRequest(proxyUrl, `http://${domainName}${path}`, { ...request, ...(body === undefined ? {} : { body }) });
  return ask(name, send).then(
    async (answers) => [
      ...answers.map((answer) => ({ ...answer, name: `${account.name} API: ${answer.name}` })),
      await check(`${account.name} API was asked`, `${answers.length} calls to ${domainName}`, () =>
        Promise.resolve(answers.length > 0 ? [] : [`the contract of ${name} gives nothing to ask`]),
      ),
    ],
    (error: unknown) => [{ name: `${account.name} API was asked`, ok: false, detail: String(error) }],
  );
}
