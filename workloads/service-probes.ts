import { loadContract } from "./contract/load-contract";
import type { Probe } from "./contract/probe";
import { probesOf } from "./contract/probes";
import { serviceNamed } from "./services";

/** Calls that show whether the deployed service keeps its contract. @throws UserError when there is no such service. */
export function probesFor(serviceName: string): readonly Probe[] {
  const { contract, api } = serviceNamed(serviceName);
  return probesOf(loadContract(contract), api?.edgeValidation === true ? "gateway" : "function");
}
