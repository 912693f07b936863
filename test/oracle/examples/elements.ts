import { document, fullAccess, matching, oneLevel, type Example, type Row } from "./example";

const object = (path: string): string => `arn:aws:s3:::amzn-s3-demo-bucket/${path}`;
const row = (
  says: string,
  action: string,
  resource: string,
  verdict: Row["verdict"],
  context: Row["context"] = {},
): Row => ({
  says,
  action,
  resource,
  context,
  verdict,
});

/** Pages on Action, NotAction, Resource, NotResource, Version, Condition, and variables. */
export const elements: readonly Example[] = [
  {
    page: "IAM JSON policy elements: Action",
    path: oneLevel(
      document(
        { Effect: "Allow", Action: ["iam:*AccessKey*", "IAM:listroles", "s3:*"], Resource: "*" },
        { Effect: "Allow", Action: ["sqs:SendMessage", "ec2:StartInstances"], Resource: "*" },
      ),
    ),
    rows: [
      row("CreateAccessKey", "iam:CreateAccessKey", "*", "allowed"),
      row("DeleteAccessKey", "iam:DeleteAccessKey", "*", "allowed"),
      row("ListAccessKeys", "iam:ListAccessKeys", "*", "allowed"),
      row("UpdateAccessKey", "iam:UpdateAccessKey", "*", "allowed"),
      row("another action of IAM", "iam:CreateUser", "*", "implicit-deny"),
      row("prefix and name in any case", "iam:ListRoles", "*", "allowed"),
      row("all actions of a service", "s3:PutObject", object("a"), "allowed"),
      row("one of several values", "ec2:StartInstances", "*", "allowed"),
      row("none of several values", "ec2:StopInstances", "*", "implicit-deny"),
    ],
  },
  {
    page: "IAM JSON policy elements: NotAction, with Allow on a resource",
    path: oneLevel(document({ Effect: "Allow", NotAction: "s3:DeleteBucket", Resource: "arn:aws:s3:::*" })),
    rows: [
      row("every other action of Amazon S3", "s3:GetObject", object("a"), "allowed"),
      row("the listed action", "s3:DeleteBucket", "arn:aws:s3:::amzn-s3-demo-bucket", "implicit-deny"),
      row("ListAllMyBuckets requires the * resource", "s3:ListAllMyBuckets", "*", "implicit-deny"),
      row("resources of other services", "sqs:SendMessage", "arn:aws:sqs:us-east-2:111122223333:q", "implicit-deny"),
    ],
  },
  {
    page: "IAM JSON policy elements: NotAction, with Allow",
    path: oneLevel(document({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })),
    rows: [
      row("every action of every service", "ec2:RunInstances", "*", "allowed"),
      row("except for IAM", "iam:CreateUser", "*", "implicit-deny"),
    ],
  },
  {
    page: "IAM JSON policy elements: NotAction, with Deny",
    path: oneLevel(
      fullAccess,
      document({
        Effect: "Deny",
        NotAction: "iam:*",
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
      }),
    ),
    rows: [
      row("without MFA", "ec2:RunInstances", "*", "explicit-deny", { "aws:MultiFactorAuthPresent": "false" }),
      row("with MFA", "ec2:RunInstances", "*", "allowed", { "aws:MultiFactorAuthPresent": "true" }),
      row("with long-term keys there is no such key", "ec2:RunInstances", "*", "explicit-deny"),
      row("actions of IAM", "iam:CreateUser", "*", "allowed", { "aws:MultiFactorAuthPresent": "false" }),
    ],
  },
  {
    page: "IAM JSON policy elements: Resource",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "*",
        Resource: [
          "arn:aws:sqs:us-east-2:111122223333:queue1",
          "arn:aws:iam::111122223333:user/Bob",
          "arn:aws:iam::111122223333:user/accounting/*",
          "arn:aws:s3:::amzn-s3-demo-bucket/*",
          "arn:aws:dynamodb:us-east-2:111122223333:table/${aws:username}",
        ],
      }),
    ),
    rows: [
      row("the queue", "sqs:SendMessage", "arn:aws:sqs:us-east-2:111122223333:queue1", "allowed"),
      row("another queue", "sqs:SendMessage", "arn:aws:sqs:us-east-2:111122223333:queue2", "implicit-deny"),
      row("the user", "iam:GetUser", "arn:aws:iam::111122223333:user/Bob", "allowed"),
      row("a user's name is case sensitive", "iam:GetUser", "arn:aws:iam::111122223333:user/bob", "implicit-deny"),
      row("users of the path", "iam:GetUser", "arn:aws:iam::111122223333:user/accounting/Ana", "allowed"),
      row("all items of the bucket", "s3:GetObject", object("a/b/c"), "allowed"),
      row("not the bucket itself", "s3:ListBucket", "arn:aws:s3:::amzn-s3-demo-bucket", "implicit-deny"),
      row("the user's table", "dynamodb:GetItem", "arn:aws:dynamodb:us-east-2:111122223333:table/ana", "allowed", {
        "aws:username": "ana",
      }),
      row("another's table", "dynamodb:GetItem", "arn:aws:dynamodb:us-east-2:111122223333:table/ana", "implicit-deny", {
        "aws:username": "bob",
      }),
    ],
  },
  {
    page: "IAM JSON policy elements: NotResource",
    path: oneLevel(
      fullAccess,
      document({
        Effect: "Deny",
        Action: "s3:*",
        NotResource: ["arn:aws:s3:::HRBucket/Payroll", "arn:aws:s3:::HRBucket/Payroll/*"],
      }),
    ),
    rows: [
      row("the folder", "s3:GetObject", "arn:aws:s3:::HRBucket/Payroll", "allowed"),
      row("within the folder", "s3:GetObject", "arn:aws:s3:::HRBucket/Payroll/2024.csv", "allowed"),
      row("another folder", "s3:GetObject", "arn:aws:s3:::HRBucket/Reviews/2024.csv", "explicit-deny"),
      row("another bucket", "s3:GetObject", "arn:aws:s3:::Other/Payroll", "explicit-deny"),
      row("another service", "ec2:RunInstances", "*", "allowed"),
    ],
  },
  ...(["2012-10-17", "2008-10-17", undefined] as const).map((version): Example => ({
    page: `IAM JSON policy elements: Version, ${version ?? "without the element"}`,
    path: oneLevel({
      ...(version === undefined ? {} : { Version: version }),
      Statement: { Effect: "Allow", Action: "s3:*", Resource: object("${aws:username}") },
    }),
    rows: [
      row(
        "the variable is one",
        "s3:GetObject",
        object("ana"),
        version === "2012-10-17" ? "allowed" : "implicit-deny",
        {
          "aws:username": "ana",
        },
      ),
      row(
        "the variable is a literal text",
        "s3:GetObject",
        object("${aws:username}"),
        version === "2012-10-17" ? "implicit-deny" : "allowed",
        { "aws:username": "ana" },
      ),
    ],
  })),
  ...(
    [
      ["StringEquals", false],
      ["StringEqualsIgnoreCase", true],
    ] as const
  ).map(([operator, anyCase]): Example => ({
    page: `IAM JSON policy elements: Condition, ${operator}`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "*",
        Resource: "*",
        Condition: { [operator]: { "aws:username": "johndoe" } },
      }),
    ),
    rows: matching({ action: "s3:GetObject", resource: object("a") }, "Allow", [
      ["johndoe", { "aws:username": "johndoe" }, true],
      ["JohnDoe", { "aws:username": "JohnDoe" }, anyCase],
      ["names of keys are not case-sensitive", { "AWS:UserName": "johndoe" }, true],
    ]),
  })),
  {
    page: "IAM policy elements: Variables and tags, Tags as policy variables",
    path: oneLevel(
      document({ Effect: "Allow", Action: ["s3:GetObject"], Resource: [object("${aws:PrincipalTag/dept}/*")] }),
    ),
    rows: matching({ action: "s3:GetObject", resource: object("sales/a") }, "Allow", [
      ["the department's folder", { "aws:PrincipalTag/dept": "sales" }, true],
      ["another department's folder", { "aws:PrincipalTag/dept": "hr" }, false],
      ["a variable with no value matches no resource", {}, false],
    ]),
  },
  {
    page: "IAM policy elements: Variables and tags, Resource element",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: ["sns:CreateTopic", "sns:DeleteTopic"],
        Resource: [
          "arn:aws:sns:*:*:${aws:PrincipalTag/access-project}-${aws:PrincipalTag/access-application}-${aws:PrincipalTag/access-environment}-*",
        ],
      }),
    ),
    rows: matching(
      { action: "sns:CreateTopic", resource: "arn:aws:sns:us-east-2:111122223333:p-a-test-mine" },
      "Allow",
      [
        [
          "all three tags match",
          {
            "aws:PrincipalTag/access-project": "p",
            "aws:PrincipalTag/access-application": "a",
            "aws:PrincipalTag/access-environment": "test",
          },
          true,
        ],
        [
          "one tag differs",
          {
            "aws:PrincipalTag/access-project": "p",
            "aws:PrincipalTag/access-application": "a",
            "aws:PrincipalTag/access-environment": "prod",
          },
          false,
        ],
        [
          "one tag is missing",
          { "aws:PrincipalTag/access-project": "p", "aws:PrincipalTag/access-application": "a" },
          false,
        ],
      ],
    ),
  },
  {
    page: "IAM policy elements: Variables and tags, Condition element",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: ["iam:*user*"],
        Resource: "*",
        Condition: { StringLike: { "iam:ResourceTag/costCenter": ["12345", "67890"] } },
      }),
    ),
    rows: matching({ action: "iam:CreateUser", resource: "arn:aws:iam::111122223333:user/Ana" }, "Allow", [
      ["12345", { "iam:ResourceTag/costCenter": "12345" }, true],
      ["67890", { "iam:ResourceTag/costCenter": "67890" }, true],
      ["any other value", { "iam:ResourceTag/costCenter": "1234" }, false],
      ["no value", { "iam:ResourceTag/costCenter": "" }, false],
      ["no tag", {}, false],
    ]),
  },
  {
    page: "IAM policy elements: Variables and tags, Policy variables with no value",
    path: oneLevel(
      fullAccess,
      document({
        Effect: "Deny",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::amzn-s3-demo-bucket/*",
        Condition: { StringNotEquals: { "s3:ExistingObjectTag/Team": "${aws:PrincipalTag/Team}" } },
      }),
    ),
    rows: matching({ action: "s3:GetObject", resource: object("a") }, "Deny", [
      ["both are equal", { "aws:principaltag/Team": "red", "s3:ExistingObjectTag/Team": "red" }, false],
      ["they differ", { "aws:principaltag/Team": "red", "s3:ExistingObjectTag/Team": "blue" }, true],
      ["the principal's tag is not set", { "s3:ExistingObjectTag/Team": "red" }, true],
    ]),
  },
  {
    page: "IAM policy elements: Variables and tags, Special characters",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: [object("a${*}b"), object("c${?}d"), object("e${$}f")],
      }),
    ),
    rows: [
      row("an asterisk", "s3:GetObject", object("a*b"), "allowed"),
      row("not anything", "s3:GetObject", object("axb"), "implicit-deny"),
      row("a question mark", "s3:GetObject", object("c?d"), "allowed"),
      row("not any character", "s3:GetObject", object("cxd"), "implicit-deny"),
      row("a dollar sign", "s3:GetObject", object("e$f"), "allowed"),
    ],
  },
  {
    page: "IAM policy elements: Variables and tags, Specifying default values",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "s3:*",
        Resource: "arn:aws:s3:::amzn-s3-demo-bucket-${aws:PrincipalTag/team, 'company-wide'}",
      }),
    ),
    rows: [
      row("the team's bucket", "s3:ListBucket", "arn:aws:s3:::amzn-s3-demo-bucket-yellow", "allowed", {
        "aws:PrincipalTag/team": "yellow",
      }),
      row("another team's bucket", "s3:ListBucket", "arn:aws:s3:::amzn-s3-demo-bucket-green", "implicit-deny", {
        "aws:PrincipalTag/team": "yellow",
      }),
      row("the default's bucket", "s3:ListBucket", "arn:aws:s3:::amzn-s3-demo-bucket-company-wide", "allowed"),
      row(
        "a team's bucket without a team",
        "s3:ListBucket",
        "arn:aws:s3:::amzn-s3-demo-bucket-yellow",
        "implicit-deny",
      ),
    ],
  },
];
