import type { Account, LandingZone } from "../../declaration/model";

/** Builds ARNs of one account: `arns("lambda", "function:*")` is in the home region, `arns.global` in none. */
export interface AccountArns {
  (service: string, resource: string): string;
  global(service: string, resource: string): string;
  /** API Gateway's ARNs name the region but no account. */
  apiGateway(path: string): string;
}

export function arnsOf(zone: LandingZone, account: Account): AccountArns {
  const id = zone.ids.get(`account/${account.name}`);
  const prefix = `arn:${zone.partition}`;
  const { home } = zone.regions;
  return Object.assign((service: string, resource: string) => `${prefix}:${service}:${home}:${id}:${resource}`, {
    global: (service: string, resource: string) => `${prefix}:${service}::${id}:${resource}`,
    apiGateway: (path: string) => `${prefix}:apigateway:${home}::${path}`,
  });
}
