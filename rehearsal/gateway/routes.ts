/** What answers a call that no link of the chain answered. `fill` means: nothing but a fill can. */
export type Backend = "moto" | "ministack" | "fill";

interface Route {
  readonly services: readonly string[];
  readonly backend: Backend;
  readonly why: string;
}

/** Which backend serves which service, by signing name. The first row that names the service holds. */
const routes: readonly Route[] = [
  {
    services: ["organizations", "iam", "sso", "identitystore", "account"],
    backend: "moto",
    why: "creates member accounts and keeps each account's IAM",
  },
  {
    services: ["ec2", "ram", "route53resolver", "network-firewall"],
    backend: "moto",
    why: "transit gateways across accounts",
  },
  {
    services: ["cloudtrail", "guardduty", "securityhub", "config", "macie2", "inspector2", "detective", "ssm"],
    backend: "moto",
    why: "the organisation's trail, recorders and detectors",
  },
  { services: ["budgets", "ce", "servicequotas"], backend: "moto", why: "account administration" },
  { services: ["access-analyzer", "securitylake"], backend: "fill", why: "neither emulator knows them" },
];

/** Everything not named above: MiniStack runs workloads, whose services call one another inside it. */
const defaultBackend: Backend = "ministack";

export function backendOf(service: string): Backend {
  return routes.find((route) => route.services.includes(service))?.backend ?? defaultBackend;
}
