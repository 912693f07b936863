import { availableParallelism, totalmem } from "node:os";

/** Measured: peak resident memory of cdktf, Terraform and hashicorp/aws 5.100.0 for one stack. */
const bytesPerStack = 0.8 * 2 ** 30;

/** Left for the machine, Landfall itself and, in a rehearsal, the emulators. */
const reservedBytes = 2.5 * 2 ** 30;

/** A stack uses about 6 seconds of a core and waits for AWS for 10 to 50, so many more run than there are cores. */
const stacksPerCore = 4;

/** How many stacks to deploy at once on this machine: at least one. */
export function defaultParallelism(cores = availableParallelism(), memory = totalmem()): number {
  const byCores = cores * stacksPerCore;
  const byMemory = Math.floor((memory - reservedBytes) / bytesPerStack);
  return Math.max(1, Math.min(byCores, byMemory));
}
