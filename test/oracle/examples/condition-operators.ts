import { document, fullAccess, matching, oneLevel, type Example } from "./example";

const page = "IAM JSON policy elements: Condition operators";
const bucket = "arn:aws:s3:::amzn-s3-demo-bucket";
const accessKey = { action: "iam:CreateAccessKey", resource: "arn:aws:iam::111122223333:user/Ana" };
const tagInstance = { action: "ec2:CreateTags", resource: "arn:aws:ec2:eu-west-1:111122223333:instance/i-1" };
const runInstances = { action: "ec2:RunInstances", resource: "arn:aws:ec2:eu-west-1:111122223333:instance/*" };

/** Tables and sentences of the page that tell an outcome, Principal elements left out, which SCPs do not have. */
export const conditionOperators: readonly Example[] = [
  {
    page: `${page}, String`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "iam:*AccessKey*",
        Resource: "arn:aws:iam::111122223333:user/*",
        Condition: { StringEquals: { "aws:PrincipalTag/job-category": "iamuser-admin" } },
      }),
    ),
    rows: matching(accessKey, "Allow", [
      ["the tag has the value", { "aws:PrincipalTag/job-category": "iamuser-admin" }, true],
      ["the tag has another value", { "aws:PrincipalTag/job-category": "dev-ops" }, false],
      ["the principal lacks the tag", {}, false],
    ]),
  },
  {
    page: `${page}, String with a policy variable`,
    path: oneLevel(
      document(
        { Effect: "Allow", Action: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"], Resource: "arn:aws:s3:::*" },
        {
          Effect: "Allow",
          Action: "s3:ListBucket",
          Resource: bucket,
          Condition: { StringLike: { "s3:prefix": ["", "home/", "home/${aws:username}/"] } },
        },
        {
          Effect: "Allow",
          Action: "s3:*",
          Resource: [`${bucket}/home/\${aws:username}`, `${bucket}/home/\${aws:username}/*`],
        },
      ),
    ),
    rows: [
      ...matching({ action: "s3:ListBucket", resource: bucket }, "Allow", [
        [
          "martha_rivera lists her folder",
          { "aws:username": "martha_rivera", "s3:prefix": "home/martha_rivera/" },
          true,
        ],
        ["nikki_wolf lists her folder", { "aws:username": "nikki_wolf", "s3:prefix": "home/nikki_wolf/" }, true],
        [
          "nikki_wolf lists another's folder",
          { "aws:username": "nikki_wolf", "s3:prefix": "home/martha_rivera/" },
          false,
        ],
        ["nobody is named", { "s3:prefix": "home/martha_rivera/" }, false],
        ["the empty prefix is listed", { "aws:username": "nikki_wolf", "s3:prefix": "" }, true],
        ["the parent is listed", { "aws:username": "nikki_wolf", "s3:prefix": "home/" }, true],
      ]),
      ...matching({ action: "s3:PutObject", resource: `${bucket}/home/martha_rivera/a.txt` }, "Allow", [
        ["the owner writes into the folder", { "aws:username": "martha_rivera" }, true],
        ["another writes into the folder", { "aws:username": "nikki_wolf" }, false],
        ["nobody is named and writes", {}, false],
      ]),
    ],
  },
  {
    page: `${page}, Multivalued string`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:CreateTags",
        Resource: "arn:aws:ec2:*:*:instance/*",
        Condition: {
          StringEqualsIgnoreCase: { "aws:RequestTag/environment": ["preprod", "storage"] },
          "ForAnyValue:StringEquals": { "aws:TagKeys": "environment" },
        },
      }),
    ),
    rows: matching(tagInstance, "Allow", [
      ["key and value fit", { "aws:TagKeys": ["environment"], "aws:RequestTag/environment": "preprod" }, true],
      [
        "the value is in another case",
        { "aws:TagKeys": ["environment", "costcenter"], "aws:RequestTag/environment": "PreProd" },
        true,
      ],
      [
        "the tag's key is in another case",
        { "aws:TagKeys": ["Environment"], "aws:RequestTag/Environment": "preprod" },
        false,
      ],
      ["the tag's key differs", { "aws:TagKeys": ["costcenter"], "aws:RequestTag/environment": "preprod" }, false],
      ["no aws:TagKeys", { "aws:RequestTag/environment": "storage" }, false],
      ["no aws:RequestTag", { "aws:TagKeys": ["environment"] }, false],
      ["neither key", {}, false],
    ]),
  },
  {
    page: `${page}, Numeric`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: bucket,
        Condition: { NumericLessThanEquals: { "s3:max-keys": "10" } },
      }),
    ),
    rows: matching({ action: "s3:ListBucket", resource: bucket }, "Allow", [
      ["up to 10 objects", { "s3:max-keys": "10" }, true],
      ["fewer objects", { "s3:max-keys": "9" }, true],
      ["more objects", { "s3:max-keys": "11" }, false],
      ["the key is missing", {}, false],
    ]),
  },
  {
    page: `${page}, Date`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "iam:*AccessKey*",
        Resource: "arn:aws:iam::111122223333:user/*",
        Condition: { DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01T00:00:01Z" } },
      }),
    ),
    rows: matching(accessKey, "Allow", [
      ["credentials were issued after", { "aws:TokenIssueTime": "2020-06-01T00:00:00Z" }, true],
      ["credentials were issued before", { "aws:TokenIssueTime": "2019-12-31T23:59:59Z" }, false],
      ["an IAM user has no temporary credentials", {}, false],
    ]),
  },
  {
    page: `${page}, Boolean`,
    path: oneLevel(
      fullAccess,
      document({
        Effect: "Deny",
        Action: "s3:ReplicateObject",
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    ),
    rows: matching({ action: "s3:ReplicateObject", resource: `${bucket}/a` }, "Deny", [
      ["not over SSL", { "aws:SecureTransport": "false" }, true],
      ["over SSL", { "aws:SecureTransport": "true" }, false],
      ["the key is missing", {}, false],
    ]),
  },
  {
    page: `${page}, Binary`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { BinaryEquals: { "kms:key": "QmluYXJ5VmFsdWVJbkJhc2U2NA==" } },
      }),
    ),
    rows: matching({ action: "kms:Decrypt", resource: "*" }, "Allow", [
      ["the same bytes", { "kms:key": "QmluYXJ5VmFsdWVJbkJhc2U2NA==" }, true],
      ["other bytes", { "kms:key": "ASIAIOSFODNN7EXAMPLE" }, false],
      ["the key is missing", {}, false],
    ]),
  },
  {
    page: `${page}, IP address`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "iam:*AccessKey*",
        Resource: "arn:aws:iam::111122223333:user/*",
        Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
      }),
    ),
    rows: matching(accessKey, "Allow", [
      ["an address of the range", { "aws:SourceIp": "203.0.113.1" }, true],
      ["the first address of the range", { "aws:SourceIp": "203.0.113.0" }, true],
      ["the last address of the range", { "aws:SourceIp": "203.0.113.255" }, true],
      ["an address outside", { "aws:SourceIp": "198.51.100.1" }, false],
      ["through a VPC endpoint there is no address", {}, false],
    ]),
  },
  {
    page: `${page}, IP address, IPv4 and IPv6`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:*",
        Resource: "*",
        Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:DB8:1234:5678::/64"] } },
      }),
    ),
    rows: matching(runInstances, "Allow", [
      ["an IPv4 address of the organization", { "aws:SourceIp": "203.0.113.9" }, true],
      ["an IPv6 address of the organization", { "aws:SourceIp": "2001:db8:1234:5678::9" }, true],
      ["an IPv6 address of others", { "aws:SourceIp": "2001:db8:1234:5679::9" }, false],
    ]),
  },
  {
    page: `${page}, ARN`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "sqs:SendMessage",
        Resource: "arn:aws:sqs:us-west-2:123456789012:QUEUE-ID",
        Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-west-2:123456789012:TOPIC-ID" } },
      }),
    ),
    rows: matching({ action: "sqs:SendMessage", resource: "arn:aws:sqs:us-west-2:123456789012:QUEUE-ID" }, "Allow", [
      ["the same topic", { "aws:SourceArn": "arn:aws:sns:us-west-2:123456789012:TOPIC-ID" }, true],
      ["a topic of another account", { "aws:SourceArn": "arn:aws:sns:us-west-2:777788889999:TOPIC-ID" }, false],
      ["a user calls directly", {}, false],
    ]),
  },
  ...(["StringLike", "ArnLike"] as const).map((operator): Example => ({
    page: `${page}, ARN, where ${operator} and the other differ`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "*",
        Condition: { [operator]: { "aws:SourceArn": "arn:aws:someservice:*:111122223333:finance/*" } },
      }),
    ),
    rows: matching({ action: "s3:GetObject", resource: `${bucket}/a` }, "Allow", [
      [
        "the first * would have to stand for colons",
        { "aws:SourceArn": "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt" },
        operator === "StringLike",
      ],
    ]),
  })),
  {
    page: `${page}, Multivalued ARN`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "logs:PutDeliverySource",
        Resource: "arn:aws:logs:us-east-1:123456789012:delivery-source:*",
        Condition: {
          "ForAllValues:ArnLike": {
            "logs:LogGeneratingResourceArns": [
              "arn:aws:cloudfront::123456789012:distribution/*",
              "arn:aws:cloudfront::123456789012:distribution/support*",
            ],
          },
        },
      }),
    ),
    rows: matching(
      { action: "logs:PutDeliverySource", resource: "arn:aws:logs:us-east-1:123456789012:delivery-source:one" },
      "Allow",
      [
        [
          "the ARN fits",
          { "logs:LogGeneratingResourceArns": ["arn:aws:cloudfront::123456789012:distribution/costcenter"] },
          true,
        ],
        [
          "both ARNs fit",
          {
            "logs:LogGeneratingResourceArns": [
              "arn:aws:cloudfront::123456789012:distribution/costcenter",
              "arn:aws:cloudfront::123456789012:distribution/support2025",
            ],
          },
          true,
        ],
        [
          "the account differs",
          { "logs:LogGeneratingResourceArns": ["arn:aws:cloudfront::777788889999:distribution/costcenter"] },
          false,
        ],
        ["the key is missing", {}, true],
        ["the value is an empty string", { "logs:LogGeneratingResourceArns": "" }, true],
      ],
    ),
  },
  {
    page: `${page}, ...IfExists, the policy that does not work`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:RunInstances",
        Resource: "*",
        Condition: { StringLike: { "ec2:InstanceType": ["t1.*", "t2.*", "m3.*"] } },
      }),
    ),
    rows: matching({ action: "ec2:RunInstances", resource: "arn:aws:ec2:eu-west-1::image/ami-1" }, "Allow", [
      ["an image has no instance type", {}, false],
    ]),
  },
  {
    page: `${page}, ...IfExists`,
    path: oneLevel(
      document(
        {
          Effect: "Allow",
          Action: "ec2:RunInstances",
          Resource: "*",
          Condition: { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*", "m3.*"] } },
        },
        { Effect: "Allow", Action: ["ec2:DescribeImages", "ec2:DescribeInstances"], Resource: "*" },
      ),
    ),
    rows: [
      ...matching(runInstances, "Allow", [
        ["t1.micro", { "ec2:InstanceType": "t1.micro" }, true],
        ["m2.micro", { "ec2:InstanceType": "m2.micro" }, false],
        ["the key is missing", {}, true],
      ]),
      ...matching({ action: "ec2:DescribeImages", resource: "*" }, "Allow", [["the console's calls", {}, true]]),
    ],
  },
  {
    page: `${page}, ...IfExists, negated under Deny`,
    path: oneLevel(
      fullAccess,
      document({
        Effect: "Deny",
        Action: "ec2:CreateTags",
        Resource: "*",
        Condition: { StringNotEqualsIfExists: { "aws:RequestTag/project": "one" } },
      }),
    ),
    rows: matching(tagInstance, "Deny", [["the key is missing", {}, true]]),
  },
  {
    page: `${page}, Null`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:*",
        Resource: "*",
        Condition: { Null: { "aws:TokenIssueTime": "false" } },
      }),
    ),
    rows: matching(runInstances, "Allow", [
      ["temporary credentials", { "aws:TokenIssueTime": "2024-01-01T00:00:00Z" }, true],
      ["a user's own credentials", {}, false],
    ]),
  },
  {
    page: `${page}, Null, of an earlier edition`,
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:*",
        Resource: "*",
        Condition: { Null: { "aws:TokenIssueTime": "true" } },
      }),
    ),
    rows: matching(runInstances, "Allow", [
      ["temporary credentials", { "aws:TokenIssueTime": "2024-01-01T00:00:00Z" }, false],
      ["a user's own credentials", {}, true],
    ]),
  },
];

/**
 * Rows of the page that its own words contradict, so no case is made of them. `ForAllValues:ArnLike`: `distribution/admin`
 * is said not to match although the first pattern is `distribution/*`. `ForAllValues:StringNotLike` of
 * `aws:ResourceOrgPaths`: all three results are those of the operator without its negation, and a missing key is said not
 * to match although "ForAllValues returns true if there are no context keys in the request".
 */
export const contradictedRows = 4;
