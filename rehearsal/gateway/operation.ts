import type { IncomingHttpHeaders } from "node:http";
import type { Protocol } from "./call";
import { modelDirectories } from "./model-names";
import type { OperationModel, ServiceModel, ServiceModels } from "./service-models";

export interface NamedOperation {
  readonly operation: string | undefined;
  readonly protocol: Protocol;
}

export interface UnnamedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Names operations of requests. REST services have it in method and path, by their models, and know no other statement of it; the others say the
 * name in the request. A request that says two names has none: nobody could tell which the service would take.
 */
export function createOperationNamer(
  models: ServiceModels,
): (service: string, request: UnnamedRequest) => NamedOperation {
  const routes = new Map<string, readonly Route[]>();
  const routesOf = (directory: string): readonly Route[] => {
    const known = routes.get(directory);
    if (known !== undefined) return known;
    const model = models.load(directory);
    const built = model === undefined ? [] : Object.values(model.operations).map((each) => routeOf(model, each));
    routes.set(directory, built);
    return built;
  };
  return (service, request) => {
    const directories = modelDirectories(service);
    const isRest = directories.every((directory) => models.load(directory)?.metadata.protocol.startsWith("rest-"));
    const stated = isRest ? undefined : statedOperation(service, request);
    if (stated !== undefined) return stated;
    const candidates = directories.flatMap(routesOf).filter((route) => route.matches(request));
    const best = candidates.sort((a, b) => compare(b.weight, a.weight))[0];
    if (best !== undefined) return { operation: best.operation, protocol: best.protocol };
    return { operation: undefined, protocol: protocolOf(models.load(directories[0] ?? service)) };
  };
}

function statedOperation(service: string, { headers, url, body }: UnnamedRequest): NamedOperation | undefined {
  const target = headers["x-amz-target"];
  const [, rpcOperation] = /^\/service\/[^/]+\/operation\/([^/?]+)$/.exec(url.pathname) ?? [];
  const form = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  const actions = [
    ...(form ? new URLSearchParams(body.toString()).getAll("Action") : []),
    ...url.searchParams.getAll("Action"),
  ];
  const stated = [
    ...(typeof target === "string" ? [{ operation: target.split(".").at(-1), protocol: "json" as const }] : []),
    ...(rpcOperation === undefined ? [] : [{ operation: rpcOperation, protocol: "smithy-rpc-v2-cbor" as const }]),
    ...actions.map((operation) => ({ operation, protocol: service === "ec2" ? ("ec2" as const) : ("query" as const) })),
  ];
  const [first] = stated;
  if (first === undefined) return undefined;
  const isClear = stated.every(({ operation }) => operation === first.operation);
  return isClear ? first : { ...first, operation: undefined };
}

interface Route {
  readonly operation: string;
  readonly protocol: Protocol;
  /** More specific is greater, compared left to right. */
  readonly weight: readonly number[];
  matches(request: UnnamedRequest): boolean;
}

function routeOf(model: ServiceModel, operation: OperationModel): Route {
  const [path = "/", query = ""] = operation.http.requestUri.split("?");
  const literalQuery = [...new URLSearchParams(query)];
  const { queryNames, headerNames } = requiredMembers(model, operation);
  const segments = path.split("/").filter((segment) => segment !== "");
  const pattern = new RegExp(`^/${segments.map(segmentPattern).join("/")}/?$`);
  const literals = segments.filter((segment) => !segment.startsWith("{")).length;
  return {
    operation: operation.name,
    protocol: protocolOf(model),
    weight: [literalQuery.length, queryNames.length + headerNames.length, literals, -segments.filter(isGreedy).length],
    matches: ({ method, url, headers }) =>
      method === operation.http.method &&
      pattern.test(url.pathname) &&
      literalQuery.every(
        ([name, value]) => url.searchParams.has(name) && (value === "" || url.searchParams.get(name) === value),
      ) &&
      queryNames.every((name) => url.searchParams.has(name)) &&
      headerNames.every((name) => headers[name] !== undefined),
  };
}

function segmentPattern(segment: string): string {
  if (!segment.startsWith("{")) return segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return isGreedy(segment) ? ".+" : "[^/]+";
}

function isGreedy(segment: string): boolean {
  return segment.endsWith("+}");
}

function requiredMembers(
  model: ServiceModel,
  operation: OperationModel,
): { queryNames: string[]; headerNames: string[] } {
  const input = operation.input === undefined ? undefined : model.shapes[operation.input.shape];
  const required = (input?.required ?? []).flatMap((name) => input?.members?.[name] ?? []);
  const names = (location: string): string[] =>
    required.filter((member) => member.location === location).flatMap((member) => member.locationName ?? []);
  return { queryNames: names("querystring"), headerNames: names("header").map((name) => name.toLowerCase()) };
}

function protocolOf(model: ServiceModel | undefined): Protocol {
  const protocol = model?.metadata.protocol;
  switch (protocol) {
    case "json":
    case "query":
    case "ec2":
    case "rest-xml":
      return protocol;
    default:
      return "rest-json";
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, left] of a.entries()) {
    const difference = left - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
