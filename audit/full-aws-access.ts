import type { AttachedPolicy } from "../engine/bounds";

const start = { line: 1, column: 1 };

/**
 * The policy that AWS Organizations attaches to the root, to every unit and to every account once service control policies are enabled
 * (Organizations User Guide, "SCP evaluation").
 */
export const fullAwsAccess: AttachedPolicy = {
  id: "FullAWSAccess",
  policy: {
    version: "2012-10-17",
    statements: [
      {
        sid: undefined,
        index: 0,
        effect: "Allow",
        action: { negated: false, patterns: ["*"] },
        resource: { negated: false, patterns: ["*"] },
        conditions: [],
        place: start,
      },
    ],
  },
};
