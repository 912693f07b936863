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
  service: "workloads/service-stack.ts",
};

/** A check refuses a declaration or leaves it as it is: none has a say in what a stack holds. */
export const checkModules: readonly string[] = ["declaration/check/checks.ts", "network/reachability/check.ts"];

/** Modules that no import leads to: a function's generated entry takes two (workloads/bundle/generated-sources.ts), and code-of.ts loads one late. */
export const functionModules: readonly string[] = [
  "workloads/bundle/bundle-function.ts",
  "workloads/runtime/serve.ts",
  "workloads/runtime/environment-credentials.ts",
];
