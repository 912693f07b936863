/**
 * Regions by partition ("AWS Regions and Availability Zones", 2026-09). A region that is not here cannot be declared: a
 * misspelt one would otherwise be found out by the first deploy.
 */
export const regionsByPartition = {
  aws: [
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
} as const;

export type Partition = keyof typeof regionsByPartition;

export const knownRegions: readonly string[] = Object.values(regionsByPartition).flat();

/** Governed regions beyond the home region, in order. */
export function furtherRegions({
  regions: { home, governed },
}: {
  readonly regions: { readonly home: string; readonly governed: readonly string[] };
}): readonly string[] {
  return [...new Set(governed)].filter((region) => region !== home).sort();
}

/** AWS partition of a region, by its prefix ("Amazon Resource Names", AWS General Reference). */
export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/**
 * Region of a partition's global services: events of AWS Organizations, the global endpoint of STS, cost management ("AWS Identity and Access Management
 * endpoints and quotas", "AWS Organizations endpoints and quotas", AWS General Reference).
 */
const globalRegions: Readonly<Record<Partition, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
  "aws-us-gov": "us-gov-west-1",
};

export function globalRegion(region: string): string {
  return globalRegions[partitionOf(region)];
}

/** "Service endpoints", AWS General Reference. */
const suffixes: Readonly<Record<string, string>> = {
  aws: "amazonaws.com",
  "aws-us-gov": "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
} satisfies Record<Partition, string>;

/** What the DNS names of a partition's services end with. */
export function dnsSuffix(partition: string): string {
  return suffixes[partition] ?? "amazonaws.com";
}
