import { UserError } from "../declaration/user-error";
import type { ServiceDefinition } from "./service-definition";
import { orders } from "./services/orders/service";
import { payments } from "./services/payments/service";

/** The reference services, by the name that an account's `service.name` gives. */
export const services: Readonly<Record<string, ServiceDefinition>> = { orders, payments };

/** @throws UserError when there is no such service. */
export function serviceNamed(name: string): ServiceDefinition {
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  if (!service) {
    throw new UserError(
      `there is no service ${name}`,
      `Choose one of ${Object.keys(services).join(", ")}, or add it to workloads/services.ts.`,
    );
  }
  return service;
}
