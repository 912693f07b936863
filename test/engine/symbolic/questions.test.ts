import { describe, expect, test } from "@jest/globals";
import { all, not, requests } from "../../../engine/symbolic/build";
import type { Domain, KeyDomain } from "../../../engine/symbolic/domain";
import type { Formula } from "../../../engine/symbolic/formula";
import type { Conditions } from "../../../engine/symbolic/requests";
import { standing } from "../../../engine/symbolic/truth";
import { equivalent, implies } from "../../../engine/symbolic/is-empty";
import { witness } from "../../../engine/symbolic/witness";

const keyDomains: Readonly<Record<string, KeyDomain>> = {
  "aws:principalarn": {
    presence: "always",
    multivalued: false,
    values: ["arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:root"],
  },
  "aws:principalaccount": { presence: "always", multivalued: false, values: ["111122223333"] },
  "aws:securetransport": { presence: "always", multivalued: false, values: ["true", "false"] },
  "aws:tagkeys": { presence: "sometimes", multivalued: true, values: undefined },
};

const domain: Domain = {
  resources: ["arn:aws:s3:::*/*"],
  keyDomain: (key) => keyDomains[key.toLowerCase()] ?? { presence: "sometimes", multivalued: false, values: undefined },
};

const when = (block: Conditions): Formula => requests({ when: block });

describe("questions whose answer the pages of AWS give", () => {
  const cases: readonly (readonly [sentence: string, empty: boolean, set: Formula])[] = [
    [
      "nothing is both of two texts",
      true,
      all([when({ StringEquals: { k: "a" } }), when({ StringEquals: { K: "b" } })]),
    ],
    ["something begins with a and ends with b", false, when({ StringLike: { k: "a*" }, StringNotLike: { k: "*a" } })],
    ["nothing begins with a and is like no a*", true, when({ StringLike: { k: "ab*" }, StringNotLike: { k: "a*" } })],
    ["two patterns overlap", false, all([when({ StringLike: { k: "*ab" } }), when({ StringLike: { k: "ab*" } })])],
    ["three letters are not two", true, all([when({ StringLike: { k: "a??" } }), when({ StringLike: { k: "??" } })])],
    ["a case is ignored", false, when({ StringEqualsIgnoreCase: { k: "AB" }, StringNotEquals: { k: ["AB", "ab"] } })],
    [
      "all four cases are left out",
      true,
      when({ StringEqualsIgnoreCase: { k: "AB" }, StringNotEquals: { k: ["AB", "ab", "Ab", "aB"] } }),
    ],
    [
      "* of StringLike crosses colons",
      false,
      all([when({ StringLike: { k: "a:*:c" } }), when({ StringEquals: { k: "a:b:b:c" } })]),
    ],
    [
      "* of ArnLike does not",
      true,
      when({ ArnLike: { k: "arn:aws:*:a:b:c" }, StringEquals: { k: "arn:aws:s3:x:a:b:c" } }),
    ],
    ["an absent key makes a negated test true", false, when({ StringNotEquals: { k: "a" }, Null: { k: "true" } })],
    ["an absent key makes a positive test false", true, when({ StringEquals: { k: "a" }, Null: { k: "true" } })],
    ["IfExists makes it true", false, when({ StringEqualsIfExists: { k: "a" }, Null: { k: "true" } })],
    [
      "ForAllValues is true without the key",
      false,
      when({ "ForAllValues:StringEquals": { "aws:TagKeys": "a" }, Null: { "aws:TagKeys": "true" } }),
    ],
    [
      "ForAnyValue is false without the key",
      true,
      when({ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, Null: { "aws:TagKeys": "true" } }),
    ],
    [
      "one key has two values",
      false,
      all([
        when({ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }),
        when({ "ForAnyValue:StringEquals": { "aws:TagKeys": "b" } }),
      ]),
    ],
    [
      "but not when all are one",
      true,
      when({ "ForAnyValue:StringEquals": { "aws:TagKeys": "b" }, "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }),
    ],
    [
      "a single-valued key has one value",
      true,
      all([when({ "ForAnyValue:StringEquals": { k: "a" } }), when({ "ForAnyValue:StringEquals": { k: "b" } })]),
    ],
    [
      "no number lies between equal bounds",
      true,
      when({ NumericLessThan: { n: "5" }, NumericGreaterThanEquals: { n: "5" } }),
    ],
    ["a number lies between two", false, when({ NumericLessThan: { n: "6" }, NumericGreaterThan: { n: "5" } })],
    [
      "a time lies between two",
      false,
      when({ DateLessThan: { d: "2026-01-02" }, DateGreaterThan: { d: "2026-01-01" } }),
    ],
    [
      "no time is before the earlier and after the later",
      true,
      when({ DateLessThan: { d: "2026-01-01" }, DateGreaterThan: { d: "2026-01-02" } }),
    ],
    [
      "an address is in the wide range and not in the narrow",
      false,
      when({ IpAddress: { i: "10.0.0.0/8" }, NotIpAddress: { i: "10.1.0.0/16" } }),
    ],
    [
      "none is in the narrow and not in the wide",
      true,
      when({ IpAddress: { i: "10.1.0.0/16" }, NotIpAddress: { i: "10.0.0.0/8" } }),
    ],
    [
      "two halves are the whole",
      true,
      when({ IpAddress: { i: "10.0.0.0/30" }, NotIpAddress: { i: ["10.0.0.0/31", "10.0.0.2/31", "10.0.0.0/30"] } }),
    ],
    ["a key that is always there is not missing", true, when({ Null: { "aws:PrincipalArn": "true" } })],
    ["a principal is of the account", true, when({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:*" } })],
    [
      "a service-linked role is not asked about",
      true,
      when({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/aws-service-role/*" } }),
    ],
    ["a role with another path is", false, when({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/a*" } })],
    ["a resource is of the action's kind", true, requests({ resources: ["arn:aws:s3:::bucket"] })],
    [
      "an object of a bucket is",
      false,
      requests({ resources: ["arn:aws:s3:::bucket/*"], butResources: ["arn:aws:s3:::bucket/a*"] }),
    ],
    [
      "a variable takes the account's value",
      true,
      when({ StringEquals: { k: "${aws:PrincipalAccount}" }, StringNotEquals: { k: "111122223333" } }),
    ],
    [
      "two keys are of one value",
      false,
      when({ StringEquals: { k: "${aws:PrincipalTag/team}" }, StringLike: { k: "a*" } }),
    ],
    [
      "and then of one pattern",
      true,
      when({
        StringEquals: { k: "${aws:PrincipalTag/team}" },
        StringLike: { k: "a*" },
        StringNotLike: { "aws:PrincipalTag/team": "a*" },
      }),
    ],
    [
      "a variable without a value matches nothing",
      true,
      when({ StringEquals: { k: "${v}" }, StringLike: { k: "?*" }, Null: { v: "true" } }),
    ],
    ["and its negation everything", false, when({ StringNotEquals: { k: "${v}" }, Null: { v: "true", k: "false" } })],
    ["a default stands in", false, when({ StringEquals: { k: "${v, 'x'}" }, Null: { v: "true" } })],
  ];
  test.each(cases)("%s", (_sentence, empty, set) => {
    expect(witness(set, "s3:PutObject", domain) === undefined).toBe(empty);
  });
});

test("a witness carries no key that it could do without", () => {
  const unless = requests({
    unless: [{ StringEquals: { a: "1" } }, { StringLike: { b: "x*" } }],
    when: { Bool: { c: "true" } },
  });
  expect(witness(unless, "s3:PutObject", domain)?.context).toEqual({ c: "true" });
});

test("a witness looks like what AWS has", () => {
  const request = witness(
    when({ ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:role/team/*" } }),
    "s3:PutObject",
    domain,
  );
  expect(request).toEqual({
    action: "s3:PutObject",
    resource: "arn:aws:s3:::example/example",
    context: { "aws:PrincipalArn": expect.stringMatching(/^arn:aws:iam::111122223333:role\/team\//) },
  });
});

test("a set implies the wider one and not the other way round; equals itself said another way", () => {
  const narrow = when({ StringEquals: { k: "eu-west-1" } });
  const wide = when({ StringLike: { k: "eu-*" } });
  expect(implies(narrow, wide, domain)).toBe(true);
  expect(implies(wide, narrow, domain)).toBe(false);
  expect(
    equivalent(when({ StringNotEquals: { k: ["a", "b"] } }), not(when({ StringEquals: { k: ["b", "a"] } })), domain),
  ).toBe(true);
});

test("what stands always, never or on a condition depends on the requests that exist", () => {
  const secure = when({ Bool: { "aws:SecureTransport": ["true", "false"] } });
  expect(standing(secure, "s3:PutObject", domain)).toBe("always");
  expect(standing(not(secure), "s3:PutObject", domain)).toBe("never");
  expect(standing(when({ Bool: { "aws:SecureTransport": "true" } }), "s3:PutObject", domain)).toBe("conditional");
  const sometimes: Domain = {
    ...domain,
    keyDomain: () => ({ presence: "sometimes", multivalued: false, values: undefined }),
  };
  expect(standing(secure, "s3:PutObject", sometimes)).toBe("conditional");
});
