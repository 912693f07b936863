import { Option } from "commander";

/** `--changed-since REVISION`, the same for every command that has it. */
export function changedSinceOption(): Option {
  return new Option(
    "--changed-since <revision>",
    "only the stacks that differ between this git revision and the working tree",
  );
}
