import { InvalidArgumentError, Option } from "commander";

/** `--parallelism N`, the same for every command that deploys. */
export function parallelismOption(): Option {
  return new Option("--parallelism <number>", "stacks at a time (default: by cores and memory)").argParser(positive);
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return number;
}
