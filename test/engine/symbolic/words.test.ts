import { expect, test } from "@jest/globals";
import { all, always, any, never, not, requests } from "../../../engine/symbolic/build";
import type { Conditions } from "../../../engine/symbolic/requests";
import { inWords } from "../../../engine/symbolic/words";

const exempt: Conditions = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } };
const elsewhere: Conditions = { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } };

const cases = [
  ["always", always],
  ["never", never],
  ["only when aws:RequestedRegion is one of eu-central-1, eu-west-1", not(requests({ when: elsewhere }))],
  [
    "only when aws:RequestedRegion is one of eu-central-1, eu-west-1 or the principal is like arn:aws:iam::*:role/deploy",
    not(requests({ when: { ...exempt, ...elsewhere } })),
  ],
  [
    "if the resource is like arn:aws:s3:::logs/*, only when the principal is like arn:aws:iam::*:role/deploy",
    not(requests({ resources: ["arn:aws:s3:::logs/*"], when: exempt })),
  ],
  ["unless aws:SecureTransport is false", not(requests({ when: { Bool: { "aws:SecureTransport": "false" } } }))],
  [
    "unless some value of aws:TagKeys is owner",
    not(requests({ when: { "ForAnyValue:StringEquals": { "aws:TagKeys": "owner" } } })),
  ],
  [
    "only when every value of k is like one of a*, b*",
    requests({ when: { "ForAllValues:StringLike": { k: ["b*", "a*"] } } }),
  ],
  ["unless k is a", requests({ when: { StringNotEquals: { k: "a" } } })],
  ["only when k is missing or k is a", requests({ when: { StringEqualsIfExists: { k: "a" } } })],
  ["unless k is present", requests({ when: { Null: { k: "true" } } })],
  ["only when s3:max-keys is less than 10", requests({ when: { NumericLessThan: { "s3:max-keys": "10" } } })],
  [
    "unless aws:SourceIp is within one of 10.0.0.0/8, 192.0.2.0/24",
    requests({ when: { NotIpAddress: { "aws:SourceIp": ["10.0.0.0/8", "192.0.2.0/24"] } } }),
  ],
  [
    "only when k is a or (l is b and m is c)",
    any([requests({ when: { StringEquals: { k: "a" } } }), requests({ when: { StringEquals: { l: "b", m: "c" } } })]),
  ],
] as const;

test.each(cases)("%s", (words, formula) => {
  expect(inWords(formula)).toBe(words);
});

test("a denial that follows from another is left out, whichever comes first", () => {
  const region = not(requests({ when: elsewhere }));
  const narrower = not(requests({ when: { ...elsewhere, ...exempt } }));
  expect(inWords(all([region, narrower]))).toBe(inWords(region));
  expect(inWords(all([narrower, region]))).toBe(inWords(region));
});

test("denials that each say something are all there", () => {
  const insecure = not(requests({ when: { Bool: { "aws:SecureTransport": "false" } } }));
  const words = inWords(all([insecure, not(requests({ when: elsewhere }))]));
  expect(words).toContain("unless aws:SecureTransport is false");
  expect(words).toContain("; and ");
  expect(words).toContain("only when aws:RequestedRegion is one of eu-central-1, eu-west-1");
});
