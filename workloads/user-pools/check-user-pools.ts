import { didYouMean } from "../../declaration/problem/nearest";
import { callersOf } from "../api/authorizers/callers-of";
import type { Contract } from "../contract/model";
import { refuse } from "../microservice/refuse";
import type { ServiceDefinition } from "../service-definition";

/** Cognito API Reference, CreateUserPoolDomain: no part of the name may be one of these. */
const reserved = /aws|amazon|cognito/;

/** @throws UserError with every problem of the user pools, and of what the contract asks of their tokens */
export function checkUserPools({ name, userPools = {}, api }: ServiceDefinition, contract: Contract): void {
  const pools = Object.entries(userPools);
  const ofPools = pools.flatMap(([pool, { scopes, clients }]) => [
    ...(/^[a-z][a-z0-9-]*$/.test(pool) && !reserved.test(`${name}-${pool}`)
      ? []
      : [`${pool} is no name of a user pool: lower-case letters, digits and -, without aws, amazon or cognito`]),
    ...(Object.keys(clients).length === 0 ? [`the user pool ${pool} has no client, so nobody gets a token`] : []),
    ...Object.entries(clients).flatMap(([client, { scopes: wanted }]) => [
      ...(wanted.length === 0 ? [`the client ${client} of the user pool ${pool} has no scope`] : []),
      ...wanted
        .filter((scope) => !(scope in scopes))
        .map(
          (scope) =>
            `the client ${client} wants ${scope}, no scope of ${pool}${didYouMean(scope, Object.keys(scopes))}`,
        ),
    ]),
  ]);
  const jwt = callersOf(contract).filter((caller) => caller.kind === "jwt");
  const ofAuthorizers = Object.entries(api?.authorizers ?? {}).flatMap(([scheme, { userPool, audience }]) => {
    if (userPool === undefined) return [];
    const pool = userPools[userPool];
    const caller = jwt.find((each) => each.scheme === scheme);
    if (pool === undefined) {
      const near = didYouMean(userPool, Object.keys(userPools));
      return [`api.authorizers.${scheme} names ${userPool}, no user pool of the service${near}`];
    }
    if (caller === undefined)
      return [`api.authorizers.${scheme} names a user pool, but the contract has no scheme openIdConnect ${scheme}`];
    const known = Object.keys(pool.scopes).map((scope) => `${name}/${scope}`);
    return [
      ...(audience === undefined
        ? []
        : [`api.authorizers.${scheme} has an audience, which is the clients of ${userPool}`]),
      ...contract.operations.flatMap(({ id, access: { caller: asked } }) =>
        asked?.kind === "jwt" && asked.scheme === scheme
          ? asked.scopes
              .filter((scope) => !known.includes(scope))
              .map((scope) => `${id} asks for ${scope}, no scope of ${userPool}${didYouMean(scope, known)}`)
          : [],
      ),
    ];
  });
  refuse(name, [...ofPools, ...ofAuthorizers], "Change `userPools` or `api.authorizers` in its service.ts.");
}
