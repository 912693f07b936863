import { document, fullAccess, matching, oneLevel, type Example } from "./example";

const list = { action: "s3:ListBucket", resource: "arn:aws:s3:::amzn-s3-demo-bucket" };
const user = (name: string): string => `arn:aws:iam::222222222222:user/${name}`;
const caller = (department: string, role: string, name: string) => ({
  "aws:PrincipalTag/department": department,
  "aws:PrincipalTag/role": role,
  "aws:PrincipalArn": user(name),
});
const tags = {
  "aws:PrincipalTag/department": ["finance", "hr", "legal"],
  "aws:PrincipalTag/role": ["audit", "security"],
};
const deleteTags = { action: "ec2:DeleteTags", resource: "arn:aws:ec2:us-east-1:111122223333:instance/i-1" };
const tagKeys = (...values: readonly string[]) => ({ "aws:TagKeys": values });
const tagRole = { action: "iam:TagRole", resource: "arn:aws:iam::111122223333:role/one" };

const byArn = (operator: "ArnLike" | "ArnNotLike") =>
  oneLevel(
    document({
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:::amzn-s3-demo-bucket",
      Condition: { StringEquals: tags, [operator]: { "aws:PrincipalArn": [user("Ana"), user("Mary")] } },
    }),
  );

const denyTags = (patterns: string | readonly string[]) =>
  oneLevel(
    fullAccess,
    document({
      Effect: "Deny",
      Action: ["iam:Tag*", "iam:UnTag*"],
      Resource: ["*"],
      Condition: { "ForAllValues:StringNotLike": { "aws:TagKeys": patterns } },
    }),
  );

/** Pages on several keys, several values and keys with several values. */
export const severalValues: readonly Example[] = [
  {
    page: "Conditions with multiple context keys or values, Evaluation logic",
    path: byArn("ArnLike"),
    rows: matching(list, "Allow", [
      ["every key fits", caller("legal", "audit", "Mary"), true],
      ["the ARN does not fit", caller("hr", "audit", "Nikki"), false],
      ["the role does not fit", caller("hr", "payroll", "Mary"), false],
      ["no role", { "aws:PrincipalTag/department": "hr", "aws:PrincipalArn": user("Mary") }, false],
      ["no tag", { "aws:PrincipalArn": user("Mary") }, false],
    ]),
  },
  {
    page: "Conditions with multiple context keys or values, Negated matching",
    path: byArn("ArnNotLike"),
    rows: matching(list, "Allow", [
      ["neither of the ARNs", caller("legal", "audit", "Nikki"), true],
      ["one of the ARNs", caller("hr", "audit", "Mary"), false],
      ["the role does not fit", caller("hr", "payroll", "Nikki"), false],
      ["no role", { "aws:PrincipalTag/department": "hr", "aws:PrincipalArn": user("Nikki") }, false],
      ["no tag", { "aws:PrincipalArn": user("Nikki") }, false],
    ]),
  },
  {
    page: "Single-valued vs. multivalued context keys, ForAllValues",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:DeleteTags",
        Resource: "arn:aws:ec2:us-east-1:111122223333:instance/*",
        Condition: {
          "ForAllValues:StringEquals": { "aws:TagKeys": ["environment", "cost-center"] },
          Null: { "aws:TagKeys": "false" },
        },
      }),
    ),
    rows: matching(deleteTags, "Allow", [
      ["environment", tagKeys("environment"), true],
      ["cost-center", tagKeys("cost-center"), true],
      ["both", tagKeys("environment", "cost-center"), true],
      ["one that is not listed", tagKeys("environment", "dept"), false],
      ["the key is missing", {}, false],
    ]),
  },
  {
    page: "Single-valued vs. multivalued context keys, ForAnyValue",
    path: oneLevel(
      document({
        Effect: "Allow",
        Action: "ec2:DeleteTags",
        Resource: "arn:aws:ec2:us-east-1:111122223333:instance/*",
        Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": ["environment", "cost-center"] } },
      }),
    ),
    rows: matching(deleteTags, "Allow", [
      ["environment", tagKeys("environment"), true],
      ["cost-center", tagKeys("cost-center"), true],
      ["both", tagKeys("environment", "cost-center"), true],
      ["one that is not listed among them", tagKeys("environment", "dept"), true],
      ["none that is listed", tagKeys("dept"), false],
      ["the key is missing", {}, false],
    ]),
  },
  {
    page: "Multivalued context key examples, Deny a single policy condition value",
    path: denyTags("key1*"),
    rows: matching(tagRole, "Deny", [
      ["key1:legal", tagKeys("key1:legal"), false],
      ["key1:hr and key1:personnel", tagKeys("key1:hr", "key1:personnel"), false],
      ["key2:audit", tagKeys("key2:audit"), true],
      ["the key is missing", {}, true],
    ]),
  },
  {
    page: "Multivalued context key examples, Deny multiple policy condition values",
    path: denyTags(["key1*", "key2*"]),
    rows: matching(tagRole, "Deny", [
      ["key1:legal", tagKeys("key1:legal"), false],
      ["key1:hr and key1:personnel", tagKeys("key1:hr", "key1:personnel"), false],
      ["key1:hr and key2:audit", tagKeys("key1:hr", "key2:audit"), false],
      ["key3:legal", tagKeys("key3:legal"), true],
      ["the key is missing", {}, true],
    ]),
  },
  {
    page: "Multivalued context key examples, Deny policy with ForAnyValue",
    path: oneLevel(
      fullAccess,
      document({
        Effect: "Deny",
        Action: ["ec2:CreateSnapshot", "ec2:CreateSnapshots"],
        Resource: "arn:aws:ec2:us-west-2::snapshot/*",
        Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": "webserver" } },
      }),
    ),
    rows: matching({ action: "ec2:CreateSnapshot", resource: "arn:aws:ec2:us-west-2::snapshot/snap-1" }, "Deny", [
      ["webserver", tagKeys("webserver"), true],
      ["webserver among others", tagKeys("environment", "webserver", "test"), true],
      ["others", tagKeys("environment", "test"), false],
      ["the key is missing", {}, false],
    ]),
  },
  {
    page: "Single-valued context key policy examples, Multiple condition blocks",
    path: oneLevel(
      document(
        { Effect: "Allow", Action: "ec2:CreateVolume", Resource: "*" },
        {
          Effect: "Allow",
          Action: "ec2:CreateTags",
          Resource: "arn:aws:ec2:us-east-1:123456789012:volume/*",
          Condition: { StringLike: { "aws:RequestTag/project": "*" } },
        },
        {
          Effect: "Allow",
          Action: "ec2:CreateTags",
          Resource: "arn:aws:ec2:us-east-1:123456789012:*/*",
          Condition: { StringNotEquals: { "aws:ResourceTag/environment": "production" } },
        },
      ),
    ),
    rows: matching({ action: "ec2:CreateTags", resource: "arn:aws:ec2:us-east-1:123456789012:volume/vol-1" }, "Allow", [
      [
        "project Feature3 and environment QA",
        { "aws:RequestTag/project": "Feature3", "aws:ResourceTag/environment": "QA" },
        true,
      ],
    ]),
  },
  ...(
    [
      ["Allow", "GetItem", "ForAllValues", ["PostDateTime", "Message", "Tags"]],
      ["Deny", "PutItem", "ForAnyValue", ["ID", "PostDateTime"]],
    ] as const
  ).map(([effect, action, qualifier, attributes]): Example => {
    const statement = {
      Effect: effect,
      Action: `dynamodb:${action}`,
      Resource: "arn:aws:dynamodb:us-east-1:111122223333:table/Thread",
      Condition: { [`${qualifier}:StringLike`]: { "dynamodb:requestedAttributes": attributes } },
    };
    const asked = (...names: readonly string[]) => ({ "dynamodb:requestedAttributes": names });
    return {
      page: `Creating a condition that tests multiple key values, ${qualifier}`,
      path: oneLevel(...(effect === "Deny" ? [fullAccess] : []), document(statement)),
      rows: matching({ action: statement.Action, resource: statement.Resource }, effect, [
        ["PostDateTime and Message", asked("PostDateTime", "Message"), true],
        ["PostDateTime and UserName", asked("PostDateTime", "UserName"), effect === "Deny"],
        ["UserName alone", asked("UserName"), false],
        ["UserName, Message and PostDateTime", asked("UserName", "Message", "PostDateTime"), effect === "Deny"],
        ["an empty string", asked(""), effect === "Allow"],
      ]),
    };
  }),
];
