import { dnsSuffix } from "./regions";

/** Services that every spoke reaches by an endpoint of its own, free of charge: "Gateway endpoints", AWS PrivateLink guide. */
export const gatewayServices = ["s3", "dynamodb"] as const;

/**
 * Services whose regional DNS name is not the name of their endpoint service: what stands before the region ("AWS services that
 * integrate with AWS PrivateLink", AWS PrivateLink guide, 2026-09; `PrivateDnsName` of DescribeVpcEndpointServices). An asterisk: every
 * name below it and not the name itself.
 */
const names: Readonly<Record<string, string>> = {
  "codeartifact.api": "codeartifact",
  "codeartifact.repositories": "*.d.codeartifact",
  "codestar-connections.api": "codestar-connections",
  "ecr.api": "api.ecr",
  "ecr.dkr": "*.dkr.ecr",
  "ecs-agent": "ecs-a",
  "ecs-telemetry": "ecs-t",
  "execute-api": "*.execute-api",
  "kinesis-firehose": "firehose",
  "kinesis-streams": "kinesis",
  "sagemaker.api": "api.sagemaker",
  "sagemaker.featurestore-runtime": "featurestore-runtime.sagemaker",
  "sagemaker.runtime": "runtime.sagemaker",
};

/** Names that an interface endpoint answers for. */
export interface EndpointName {
  /** Fully qualified, the name of its private zone. */
  readonly zone: string;
  /** What is looked up: the zone's own name, or all below it. */
  readonly record: string;
}

/** Whether the DNS name of an endpoint service is known: a name with a dot is not that of the service, but for those in the table. */
export function isKnownService(service: string): boolean {
  return Object.hasOwn(names, service) || !service.includes(".");
}

export const dottedServices: readonly string[] = Object.keys(names).filter((service) => service.includes("."));

/** @param service what follows `com.amazonaws.<region>.` in the endpoint service's name */
export function endpointName(service: string, region: string, partition: string): EndpointName {
  const record = `${names[service] ?? service}.${region}.${dnsSuffix(partition)}`;
  return { record, zone: record.replace(/^\*\./, "") };
}
