import type { Authorization } from "../authorize/authorization";
import { authorizer } from "../authorize/authorizer";
import { emulatedLookups } from "../authorize/lookups";
import { liveOrganization } from "../authorize/organization/live-bounds";
import type { EmulatorName } from "../emulators/start-emulators";
import { eventBuses } from "../events/event-buses";
import { callSubject } from "../faults/call-subject";
import { effectText } from "../faults/effect";
import { inflict } from "../faults/inflict";
import { callVictim } from "../faults/victims";
import type { InjectedFaults } from "../faults/watched-faults";
import { workersOf } from "../faults/workers";
import { moveTasks } from "../queues/move-tasks";
import { answerClients } from "./answer-client";
import { createApiNames } from "./api-names";
import { awsError } from "./aws-error";
import type { BackendConnection } from "./backend";
import { bucketOf, createBuckets } from "./buckets";
import type { AwsCall, AwsResponse, CallHandler } from "./call";
import { createCallers } from "./caller";
import { closedAccounts, outsideClosedAccounts } from "./closed-accounts";
import { type Dropped, dropped } from "./dropped";
import { emulatedAws } from "./emulated-aws";
import { organizationsCall, ramCall } from "./internal-call";
import type { AdmittedHandler } from "./listen";
import { createOperationNamer } from "./operation";
import { type CallRecord, recorded, type RecordedCall } from "./record";
import { findRoleIn } from "./roles";
import { backendOf } from "./routes";
import { linkRoles } from "./service-linked-roles";
import { serviceModels } from "./service-models";
import { sharedResolution } from "./shared-resolution";
import { sharedTransitGateways, type Sharing } from "./shared-transit-gateways";
import { createSts } from "./sts";
import { isClientHost, understand } from "./understand";
import { explained, unsupported } from "./unsupported";

export interface AnsweringOptions {
  readonly runDirectory: string;
  readonly managementAccount: string;
  readonly region: string;
  readonly botocoreData: string;
  readonly links: readonly CallHandler[];
  readonly connections: Readonly<Record<EmulatorName, BackendConnection>>;
  readonly record: CallRecord;
  /** Whether the organisation's policies are enforced; only a test turns it off. */
  readonly enforcesPolicies: boolean;
  readonly faults?: InjectedFaults | undefined;
}

/** What a service made of a call. */
interface Performed extends Pick<RecordedCall, "backend" | "resourceAccount" | "authorization"> {
  readonly given: AwsResponse;
}

/** Answers what the gateway admits: clients of deployed APIs at their host names, everything else as a call to AWS. */
export function answerCalls(options: AnsweringOptions): AdmittedHandler {
  const { connections, faults, managementAccount, record, region } = options;
  const workers = workersOf(options.runDirectory);
  const models = serviceModels(options.botocoreData);
  const nameOperation = createOperationNamer(models);
  const callers = createCallers(managementAccount, "aws");
  const emulated = emulatedAws(connections);
  const names = createApiNames();
  const buckets = createBuckets(emulated);
  const askOrganizations = async (operation: string, input: object): Promise<string> =>
    (await emulated("moto", organizationsCall(managementAccount, operation, input))).body.toString();
  const askRam: Sharing["askRam"] = async (...call) =>
    (await throughLinks(ramCall(...call), () => undefined)).body.toString();
  const gateways = sharedTransitGateways({ askRam, askOrganizations });
  const resolution = sharedResolution({ askRam, askOrganizations });
  const isClosed = closedAccounts(askOrganizations);
  const organization = liveOrganization(managementAccount, organizationsCall(managementAccount, "", {}), (call) =>
    emulated("moto", call),
  );
  const lookups = emulatedLookups(emulated, askRam);
  const ownerOf = (name: string): string | undefined => buckets.ownerOf(name) ?? gateways.ownerOf(name);
  const authorize = authorizer({
    ...{ managementAccount, organization, models, lookups },
    identityOf: lookups.identityOf,
    ownerOf,
  });
  const buses = eventBuses({ emulated, authorize, lookups, organization, record });
  const links = [
    createSts(callers, outsideClosedAccounts(findRoleIn(emulated), isClosed)),
    gateways.link,
    resolution.link,
    buses.link,
    moveTasks(),
    ...options.links,
    buckets.link,
  ];

  const throughLinks = async (call: AwsCall, note: (backend: string) => void): Promise<AwsResponse> => {
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

  const perform = async (call: AwsCall): Promise<Performed> => {
    const bucket = bucketOf(call);
    const ownerBefore = bucket === undefined ? undefined : buckets.ownerOf(bucket);
    let backend = "gateway";
    const authorization: Authorization = options.enforcesPolicies ? await authorize(call) : { verdict: "allowed" };
    const given =
      authorization.verdict === "denied" ? authorization.answer : await throughLinks(call, (name) => (backend = name));
    organization.learn(call);
    lookups.learn(call);
    names.learn(call, given);
    gateways.learn(call, given);
    resolution.learn(call, given);
    await linkRoles(emulated, call, given);
    return { given, backend, resourceAccount: ownerBefore ?? call.account, ...recorded(authorization) };
  };

  const answer = async (call: AwsCall): Promise<AwsResponse | Dropped> => {
    const started = Date.now();
    const strike = faults?.strike(callSubject(call, { ...faults.facts, models, workers, ownerOf }));
    let performed: Performed | undefined;
    const victim = callVictim(call, { models, workers }, async () => (performed = await perform(call)).given);
    const answered = await inflict(strike, victim);
    const { given, ...facts } = performed ?? { given: answered, backend: "gateway", resourceAccount: call.account };
    record.add({
      time: new Date(started).toISOString(),
      account: call.account,
      principal: call.principal,
      service: call.service,
      operation: call.operation ?? `${call.method} ${call.url.pathname}`,
      status: given === dropped ? 0 : given.status,
      milliseconds: Date.now() - started,
      ...facts,
      ...(strike && { fault: { rules: strike.rules, effect: effectText(strike) } }),
    });
    return answered;
  };

  const answerClient = answerClients({ names, ministack: connections.ministack, faults, record });

  return (request) => {
    const asked = buses.asked(request);
    if (asked) return asked;
    if (isClientHost(request.host)) return answerClient(request);
    const call = understand(request, callers, nameOperation, { account: managementAccount, region });
    if (!("stranger" in call)) return answer(call);
    return Promise.resolve(awsError(call.protocol, 403, "InvalidClientTokenId", call.stranger));
  };
}
