/** Where the central buses are. */
export interface Center {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly organizationId: string;
}

/** ARN of something in the central account and region. */
export function centerArn({ partition, region, accountId }: Center, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
