import type { CaseLevel, Document, Verdict } from "../case";
import { document, fullAccess, oneLevel, type Example, type Row } from "./example";

const allow = (...services: readonly string[]): Document =>
  document({ Effect: "Allow", Action: services.map((service) => `${service}:*`), Resource: "*" });
const deny = (...services: readonly string[]): Document =>
  document({ Effect: "Deny", Action: services.map((service) => `${service}:*`), Resource: "*" });
const level = (id: string, ...policies: readonly Document[]): CaseLevel => ({ id, policies });
const calls = {
  ec2: "ec2:DescribeInstances",
  s3: "s3:ListAllMyBuckets",
  organizations: "organizations:DescribeOrganization",
  leave: "organizations:LeaveOrganization",
  dynamodb: "dynamodb:ListTables",
  cloudwatch: "cloudwatch:ListMetrics",
  iam: "iam:ListRoles",
  rds: "rds:DescribeDBInstances",
} as const;

/** What an account's principals may do at the end of a path: `calls` by name, with the verdict. */
function account(
  page: string,
  path: readonly CaseLevel[],
  outcomes: Partial<Record<keyof typeof calls, Verdict>>,
): Example {
  const rows = Object.entries(outcomes).map(([call, verdict]): Row => {
    const action = calls[call as keyof typeof calls];
    return { says: `${action} is ${verdict}`, action, resource: "*", context: {}, verdict };
  });
  return { page, path, rows };
}

const page = "SCP evaluation";
const root = level("Root", fullAccess);
const full = (id: string): CaseLevel => level(id, fullAccess);
const workloads = full("Workloads OU");
const test = level("Test OU", fullAccess, deny("ec2"));
const deniedRoot = level("Root", fullAccess, deny("s3"));

const caller = (principal: string, verdict: Verdict): Row => ({
  says: principal,
  action: calls.ec2,
  resource: "*",
  principal,
  context: { "aws:PrincipalArn": principal },
  verdict,
});

/** Figures and scenarios of "SCP evaluation", and what "SCPs" and its strategies say in words. */
export const scpEvaluation: readonly Example[] = [
  account(
    `${page}, figure 1`,
    [level("Root", allow("ec2")), level("Production OU", allow("ec2")), level("B", allow("ec2"))],
    {
      ec2: "allowed",
      s3: "implicit-deny",
    },
  ),
  account(
    `${page}, figure 2`,
    [level("Root", allow("ec2")), level("Production OU", allow("s3")), level("B", allow("ec2"))],
    {
      ec2: "implicit-deny",
    },
  ),
  ...["A", "B"].map((name) =>
    account(
      `${page}, figure 3, Account ${name}`,
      [root, level("Production OU", fullAccess, deny("ec2")), level(name, allow("ec2"))],
      {
        ec2: "explicit-deny",
      },
    ),
  ),
  account(`${page}, a level's FullAWSAccess removed and not replaced`, [root, level("Production OU"), full("A")], {
    ec2: "implicit-deny",
    iam: "implicit-deny",
  }),
  account(`${page}, strategy, an allow list`, oneLevel(allow("ec2", "cloudwatch", "organizations")), {
    ec2: "allowed",
    cloudwatch: "allowed",
    leave: "allowed",
    s3: "implicit-deny",
  }),
  account(
    `${page}, strategy, both statements`,
    oneLevel(
      document(
        { Effect: "Allow", Action: ["ec2:*", "cloudwatch:*", "organizations:*"], Resource: "*" },
        { Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
      ),
    ),
    { ec2: "allowed", organizations: "allowed", leave: "explicit-deny", s3: "implicit-deny" },
  ),
  account(`${page}, scenario 1, Account A`, [root, level("Sandbox OU", fullAccess, deny("s3")), full("A")], {
    s3: "explicit-deny",
    ec2: "allowed",
  }),
  account(
    `${page}, scenario 1, Account B`,
    [root, level("Sandbox OU", fullAccess, deny("s3")), level("B", fullAccess, deny("ec2"))],
    {
      s3: "explicit-deny",
      ec2: "explicit-deny",
      iam: "allowed",
    },
  ),
  ...["A", "B"].map((name) =>
    account(`${page}, scenario 2, Account ${name}`, [root, level("Sandbox OU", allow("ec2")), full(name)], {
      ec2: "allowed",
      s3: "implicit-deny",
      iam: "implicit-deny",
    }),
  ),
  account(`${page}, scenario 3`, [level("Root"), full("Sandbox OU"), full("A")], {
    ec2: "implicit-deny",
    s3: "implicit-deny",
  }),
  account(`${page}, scenario 4, Account D`, [root, workloads, test, full("D")], {
    ec2: "explicit-deny",
    s3: "allowed",
  }),
  ...["E", "F"].map((name) =>
    account(`${page}, scenario 4, Account ${name}`, [root, workloads, full("Production OU"), full(name)], {
      ec2: "allowed",
      s3: "allowed",
    }),
  ),
  account(`${page}, scenario 5, Account D`, [root, workloads, level("Test OU", allow("ec2")), full("D")], {
    ec2: "allowed",
    s3: "implicit-deny",
  }),
  ...["E", "F"].map((name) =>
    account(`${page}, scenario 5, Account ${name}`, [root, workloads, full("Production OU"), full(name)], {
      ec2: "allowed",
      s3: "allowed",
    }),
  ),
  account(`${page}, scenario 6, Account D`, [deniedRoot, workloads, level("Test OU", allow("s3")), full("D")], {
    s3: "explicit-deny",
    ec2: "implicit-deny",
  }),
  ...["E", "F"].map((name) =>
    account(`${page}, scenario 6, Account ${name}`, [deniedRoot, workloads, full("Production OU"), full(name)], {
      s3: "explicit-deny",
      ec2: "allowed",
    }),
  ),
  account(
    "Strategies for using SCPs, deny list in one policy",
    oneLevel(
      document(
        { Effect: "Allow", Action: "*", Resource: "*" },
        { Effect: "Deny", Action: "dynamodb:*", Resource: "*" },
      ),
    ),
    { dynamodb: "explicit-deny", ec2: "allowed" },
  ),
  account("Strategies for using SCPs, deny list beside FullAWSAccess", oneLevel(fullAccess, deny("dynamodb")), {
    dynamodb: "explicit-deny",
    ec2: "allowed",
  }),
  account("Strategies for using SCPs, allow list", oneLevel(allow("ec2", "cloudwatch")), {
    ec2: "allowed",
    cloudwatch: "allowed",
    iam: "implicit-deny",
  }),
  account("Inheritance for service control policies", [level("Root", allow("s3")), full("A")], {
    s3: "allowed",
    ec2: "implicit-deny",
  }),
  account(
    "RCP evaluation, figure 1, read as a path of SCPs",
    [root, level("Production OU", fullAccess, deny("s3")), full("A")],
    {
      s3: "explicit-deny",
      ec2: "allowed",
    },
  ),
  {
    page: "Service control policies (SCPs), Effects on permissions",
    path: [root, level("A", fullAccess, deny("ec2"))],
    rows: [
      caller("arn:aws:iam::111122223333:role/Admin", "explicit-deny"),
      caller("arn:aws:iam::111122223333:root", "explicit-deny"),
      caller(
        "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
        "allowed",
      ),
    ],
  },
  {
    ...account("Service control policies (SCPs), the management account has no path", [], {
      ec2: "allowed",
      iam: "allowed",
    }),
  },
  account(
    "SCP syntax, Statement",
    oneLevel(
      document({ Effect: "Allow", Action: "*", Resource: "*" }, { Effect: "Deny", Action: "ec2:*", Resource: "*" }),
    ),
    { ec2: "explicit-deny", s3: "allowed" },
  ),
  account("SCP syntax, Effect", oneLevel({ Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" } }), {
    s3: "allowed",
    ec2: "implicit-deny",
  }),
  account("SCP syntax, Action", oneLevel(fullAccess, deny("iam", "ec2", "rds")), {
    iam: "explicit-deny",
    ec2: "explicit-deny",
    rds: "explicit-deny",
    s3: "allowed",
  }),
];
