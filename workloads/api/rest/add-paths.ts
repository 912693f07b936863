import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import type { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { contractError } from "../../contract/contract-error";
import { type Contract, pathsOf } from "../../contract/model";
import type { Parts } from "./parts";

/** Ids of the resources that stand for paths. */
export interface ResourceIds {
  of(path: string): string;
}

/** A resource for each segment of each path, shared by the paths that begin with it. */
export function addPaths(parts: Parts, api: ApiGatewayRestApi, contract: Contract): ResourceIds {
  checkSiblings(contract);
  const ids = new Map<string, string>([["", api.rootResourceId]]);
  const of = (path: string): string => {
    const known = ids.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf("/");
    const parentId = of(path.slice(0, slash));
    const made = parts.add(ApiGatewayResource, nameOf(path), {
      restApiId: api.id,
      parentId,
      pathPart: path.slice(slash + 1),
    });
    ids.set(path, made.id);
    return made.id;
  };
  for (const path of pathsOf(contract)) of(path);
  return { of };
}

/** `/orders/{orderId}/items` as part of a Terraform address: `orders_by-orderId_items`. */
export function nameOf(path: string): string {
  return path.slice(1).replaceAll("/", "_").replaceAll("{", "by-").replaceAll("}", "").replace(/[.~]/g, "-");
}

/** A resource may have one child that is a variable (API Gateway answers "A sibling of this resource already has a variable path part"). */
function checkSiblings(contract: Contract): void {
  const variables = new Map<string, string>();
  const problems = pathsOf(contract).flatMap((path) =>
    [...path.matchAll(/\/\{\w+\}/g)].flatMap(({ 0: segment, index }) => {
      const above = path.slice(0, index);
      const first = variables.get(above) ?? segment;
      variables.set(above, first);
      if (first === segment) return [];
      const message = `${path} calls ${segment.slice(1)} what another path calls ${first.slice(1)}, which a REST API cannot`;
      return [{ file: contract.file, line: contract.lineOf(["paths", path]), message }];
    }),
  );
  if (problems.length > 0) throw contractError(problems);
}
