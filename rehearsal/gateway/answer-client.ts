import { requestSubject } from "../faults/call-subject";
import { effectText } from "../faults/effect";
import { inflict } from "../faults/inflict";
import { requestVictim } from "../faults/victims";
import type { InjectedFaults } from "../faults/watched-faults";
import type { ApiNames } from "./api-names";
import type { BackendConnection } from "./backend";
import type { AwsResponse } from "./call";
import { type Dropped, dropped } from "./dropped";
import type { CallRecord } from "./record";
import { serveClient } from "./serve-client";
import type { AdmittedRequest } from "./understand";

export interface ClientOptions {
  readonly names: ApiNames;
  readonly ministack: BackendConnection;
  readonly faults: InjectedFaults | undefined;
  readonly record: CallRecord;
}

/** Answers clients of deployed APIs. A request is recorded when a fault hits it, and not otherwise: it is no call to AWS. */
export function answerClients(options: ClientOptions): (request: AdmittedRequest) => Promise<AwsResponse | Dropped> {
  const { names, ministack, faults, record } = options;
  return async (request) => {
    const { host, method, url } = request;
    const perform = (): Promise<AwsResponse> =>
      serveClient(names, ministack, host, { ...request, path: url.pathname + url.search });
    const api = faults?.facts.apis.get(host);
    const account = names.domain(host)?.account ?? "";
    const strike = api && faults?.strike(requestSubject(api, account));
    if (strike === undefined) return perform();
    const started = Date.now();
    let performed: AwsResponse | undefined;
    const victim = requestVictim(async () => (performed = await perform()));
    const answered = await inflict(strike, victim);
    const given = performed ?? answered;
    record.add({
      time: new Date(started).toISOString(),
      account,
      principal: "anonymous",
      service: "execute-api",
      operation: `${method} ${url.pathname}`,
      resourceAccount: account,
      status: given === dropped ? 0 : given.status,
      milliseconds: Date.now() - started,
      backend: performed ? "ministack" : "gateway",
      fault: { rules: strike.rules, effect: effectText(strike) },
    });
    return answered;
  };
}
