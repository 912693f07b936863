import type { SecurityGroupIngress } from "@cdktf/provider-aws/lib/security-group";
import type { Admission } from "../plan/vpc-plan";

/** Rules of a security group as they are planned, in or out. */
export function groupRules(description: string, admissions: readonly Admission[]): SecurityGroupIngress[] {
  return admissions.map(({ protocol, port, from }) => ({
    description,
    protocol,
    fromPort: port,
    toPort: port,
    cidrBlocks: [...from],
  }));
}
