import { Option } from "commander";

/** `--zone DIR`, the same for every command; main.ts reads the same variable under plain `cdktf`. */
export function zoneOption(): Option {
  return new Option("--zone <directory>", "directory of the zone").default("zone").env("LANDFALL_ZONE");
}

export interface ZoneOptions {
  readonly zone: string;
}
