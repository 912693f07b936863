import { condition } from "./atoms";

/**
 * Requests of service-linked roles, which no policy binds (AWS Organizations User Guide, "Service control policies (SCPs)", tasks and entities not
 * restricted by SCPs), as far as `aws:PrincipalArn` tells.
 */
export const exempt = condition(
  {
    operator: "ArnLike",
    qualifier: undefined,
    ifExists: false,
    key: "aws:PrincipalArn",
    values: ["arn:*:iam::*:role/aws-service-role/*"],
    place: { line: 0, column: 0 },
  },
  "2012-10-17",
);
