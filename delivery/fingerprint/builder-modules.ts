import type { StackKind } from "../../declaration/stacks";

/**
 * The module that builds each kind of stack, as `main.ts` imports it. What `main.ts` reaches by way of another kind's builder is
 * no source of a stack. A path that is not imported cuts nothing off: then more is taken for a source, never less.
 */
export const builderModules: Readonly<Record<StackKind, string>> = {
  org: "org/org-stack.ts",
  identity: "org/identity-stack.ts",
  costs: "org/costs-stack.ts",
  logs: "security/logs-stack.ts",
  trail: "security/trail-stack.ts",
  security: "security/security-stack.ts",
  network: "network/network-stack.ts",
  account: "accounts/account-stack.ts",
  rules: "security/rules-stack.ts",
  events: "workloads/events/events-stack.ts",
  routing: "network/routing-stack.ts",
  dns: "network/dns-stack.ts",
  region: "accounts/region-stack.ts",
  "network-region": "network/network-region-stack.ts",
  "routing-region": "network/routing-region-stack.ts",
  "security-region": "security/security-region-stack.ts",
  service: "workloads/service-stack.ts",
};

/** A check refuses a declaration or leaves it as it is: none has a say in what a stack holds. */
export const checkModules: readonly string[] = ["declaration/check/checks.ts", "network/reachability/check.ts"];

/** Modules that no import leads to: functions' generated entries take them (workloads/bundle/), and code-of.ts loads one late. */
export const functionModules: readonly string[] = [
  "workloads/bundle/bundle-function.ts",
  "workloads/runtime/serve.ts",
  "workloads/bundle/bundle-authorizer.ts",
  "workloads/runtime/consume.ts",
  "workloads/runtime/sources/queue.ts",
  "workloads/runtime/sources/stream.ts",
  "workloads/runtime/access/bucket.ts",
  "workloads/runtime/access/queue.ts",
  "workloads/runtime/access/table.ts",
  "workloads/runtime/authorize.ts",
  "workloads/runtime/environment-credentials.ts",
];
