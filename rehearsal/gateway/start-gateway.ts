import type { EmulatorName } from "../emulators/start-emulators";
import { createApiNames } from "./api-names";
import { awsError } from "./aws-error";
import { connectBackend } from "./backend";
import { bucketOf, createBuckets } from "./buckets";
import type { AwsCall, AwsResponse, CallHandler } from "./call";
import { createCallers } from "./caller";
import { emulatedAws } from "./emulated-aws";
import { type AdmittedHandler, listen } from "./listen";
import { createOperationNamer } from "./operation";
import { type CallRecord, createRecord } from "./record";
import { findRoleIn } from "./roles";
import { backendOf } from "./routes";
import { serveClient } from "./serve-client";
import { linkRoles } from "./service-linked-roles";
import { serviceModels } from "./service-models";
import { createSts } from "./sts";
import { isClientHost, understand } from "./understand";
import { explained, unsupported } from "./unsupported";

export interface GatewayOptions {
  /** The record of calls is written here. */
  readonly runDirectory: string;
  /** Secret of this run, safe in a URL. */
  readonly token: string;
  /** Account the ambient credentials belong to: twelve digits. */
  readonly managementAccount: string;
  readonly region: string;
}

/** Where emulators listen and what they were started with; known only after the gateway has its port. */
export interface GatewayBackends {
  readonly socketPaths: Readonly<Record<EmulatorName, string>>;
  /** botocore's `data` directory. */
  readonly botocoreData: string;
  /** Asked in order before the backends. */
  readonly links: readonly CallHandler[];
}

export interface Gateway {
  readonly port: number;
  /** For `HTTP_PROXY`: the token is its password. */
  readonly proxyUrl: string;
  /** For `AWS_ENDPOINT_URL` of programs that use no proxy: the token is its path. */
  readonly endpointUrl: string;
  readonly record: CallRecord;
  /** Starts answering; until then every call is refused with 503. */
  connect(backends: GatewayBackends): void;
  close(): Promise<void>;
}

/** One loopback port in front of the emulators, which want to know that port before they start: hence `connect`. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const record = createRecord(options.runDirectory);
  const notReady: AwsResponse = awsError("rest-json", 503, "ServiceUnavailable", "The local AWS is still starting.");
  let handle: AdmittedHandler = () => Promise.resolve(notReady);
  let disconnect = (): void => {};
  const listener = await listen(options.token, (request) => handle(request));
  return {
    port: listener.port,
    proxyUrl: `http://landfall:${options.token}@127.0.0.1:${listener.port}`,
    endpointUrl: `http://127.0.0.1:${listener.port}/${options.token}`,
    record,
    connect: (backends) => {
      const connections = {
        moto: connectBackend(backends.socketPaths.moto),
        ministack: connectBackend(backends.socketPaths.ministack),
      };
      handle = answerer(options, backends, connections, record);
      disconnect = () => Object.values(connections).forEach((connection) => connection.close());
    },
    close: async () => {
      await listener.close();
      disconnect();
      await record.close();
    },
  };
}

function answerer(
  options: GatewayOptions,
  backends: GatewayBackends,
  connections: Parameters<typeof emulatedAws>[0],
  record: CallRecord,
): AdmittedHandler {
  const nameOperation = createOperationNamer(serviceModels(backends.botocoreData));
  const callers = createCallers(options.managementAccount, "aws");
  const emulated = emulatedAws(connections);
  const names = createApiNames();
  const buckets = createBuckets(emulated);
  const links = [createSts(callers, findRoleIn(emulated)), ...backends.links, buckets.link];

  const answer = async (call: AwsCall, note: (backend: string) => void): Promise<AwsResponse> => {
    const forward = async (forwarded: AwsCall): Promise<AwsResponse> => {
      const backend = backendOf(forwarded.service);
      if (backend === "fill") return unsupported(forwarded);
      note(backend);
      return explained(forwarded, await emulated(backend, forwarded));
    };
    for (const link of links) {
      const given = await link(call, forward);
      if (given !== undefined) return given;
    }
    return forward(call);
  };

  return async (request) => {
    const started = Date.now();
    if (isClientHost(request.host)) {
      const path = request.url.pathname + request.url.search;
      return serveClient(names, connections.ministack, request.host, { ...request, path });
    }
    const call = understand(request, callers, nameOperation, {
      account: options.managementAccount,
      region: options.region,
    });
    if ("stranger" in call) return awsError(call.protocol, 403, "InvalidClientTokenId", call.stranger);
    let backend = "gateway";
    const given = await answer(call, (name) => (backend = name));
    names.learn(call, given);
    await linkRoles(emulated, call, given);
    const bucket = bucketOf(call);
    record.add({
      time: new Date(started).toISOString(),
      account: call.account,
      principal: call.principal,
      service: call.service,
      operation: call.operation ?? `${call.method} ${call.url.pathname}`,
      resourceAccount: (bucket === undefined ? undefined : buckets.ownerOf(bucket)) ?? call.account,
      status: given.status,
      milliseconds: Date.now() - started,
      backend,
    });
    return given;
  };
}
