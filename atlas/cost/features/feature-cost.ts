/** A resource as an example declares it: type and the attributes that decide. */
export interface ExampleResource {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What of a zone's Terraform a feature of docs/features.md is, and what the smallest of it is made of. */
export interface FeatureCost {
  /** Its name in docs/features.md. */
  readonly feature: string;
  /** Patterns of `KIND TYPE.NAME`, KIND being that of the stack; the first feature that matches has the resource. */
  readonly matches: readonly RegExp[];
  /** Whether a zone may leave it off. */
  readonly optional: boolean;
  /** What `example` is of, such as `one NAT gateway`. */
  readonly of: string;
  readonly example: readonly ExampleResource[];
}

export const attachment: ExampleResource = { type: "aws_ec2_transit_gateway_vpc_attachment" };
export const key: ExampleResource = { type: "aws_kms_key" };
export const zone: ExampleResource = { type: "aws_route53_zone" };
export const two = [{}, {}];
export const endpoint: ExampleResource = {
  type: "aws_vpc_endpoint",
  attributes: { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b"] },
};

export function times(count: number, resource: ExampleResource): readonly ExampleResource[] {
  return Array.from({ length: count }, () => resource);
}

export function kind(type: string, attribute: string, value: string): ExampleResource {
  return { type, attributes: { [attribute]: value } };
}
