import { Option } from "commander";

/** `--output DIR`: where synthesised stacks go; CDKTF reads the same variable. */
export function outputOption(): Option {
  return new Option("--output <directory>", "where the synthesised stacks and their logs go")
    .default("cdktf.out")
    .env("CDKTF_OUTDIR");
}
