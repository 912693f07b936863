import type { Scalar } from "../case";

/** Values of one type: what policies write and what requests carry, so few that they often meet. */
export interface Family {
  readonly written: readonly [Scalar, ...Scalar[]];
  readonly given: readonly [string, ...string[]];
  /** Written values that always fit a given one, where most written ones seldom do. */
  readonly plain?: readonly [string, ...string[]];
}

const strings: Family = {
  plain: ["alice", "Alice", "bob", "abc"],
  written: [
    "alice",
    "Alice",
    "bob",
    "al*",
    "a?c",
    "*",
    "",
    "x-${aws:PrincipalTag/team}-*",
    "x-${aws:PrincipalTag/none}-1",
    "x-${AWS:principaltag/TEAM}-1",
    "${aws:username}",
    "${aws:username, 'alice'}",
    "${aws:PrincipalTag/none}",
    "${aws:PrincipalTag/none, 'bob'}",
    "${*}",
    "a${?}c",
    "${$}",
  ],
  given: ["alice", "Alice", "ALICE", "bob", "x-red-1", "x-blue-1", "x--1", "*", "a?c", "abc", "$", "${aws:username}"],
};

const numbers: Family = {
  written: ["1", "5", "10", 5, 2.5, "2.50", "-3"],
  given: ["1", "5", "10", "10.0", "-3", "2.5", "many"],
};

/** UNIX times of a few digits are left out: the page does not tell how one of four digits and a year are told apart. */
const dates: Family = {
  written: ["2024-01-01T00:00:00Z", "2024-01-01T02:00:00+02:00", "2025-06-01", "1704067200", "2023-12-31T23:59:59Z"],
  given: [
    "2024-01-01T00:00:00Z",
    "2023-12-31T19:00:00-05:00",
    "1704067200",
    "2025-06-01",
    "2023-12-31T23:59:59Z",
    "2024-01-01T00:00:00.500Z",
    "soon",
  ],
};

const booleans: Family = { written: ["true", "false", true, false], given: ["true", "false"] };

const bytes: Family = {
  written: ["QmluYXJ5VmFsdWVJbkJhc2U2NA==", "AAEC", "/+8="],
  given: ["QmluYXJ5VmFsdWVJbkJhc2U2NA==", "AAEC", "/+8=", "AAED"],
};

const addresses: Family = {
  written: [
    "203.0.113.0/24",
    "203.0.113.7",
    "198.51.100.0/25",
    "0.0.0.0/0",
    "2001:DB8:1234:5678::/64",
    "2001:db8:1234:5678:0:0:0:1/128",
    "::/0",
  ],
  given: ["203.0.113.7", "203.0.112.255", "198.51.100.1", "2001:db8:1234:5678::1", "2001:DB8:1234:5679::1"],
};

const arns: Family = {
  plain: [
    "arn:aws:sns:us-east-1:111122223333:topic",
    "arn:aws:someservice:*:111122223333:finance/*",
    "arn:aws:iam::111122223333:role/*",
  ],
  written: [
    "arn:aws:sns:us-east-1:111122223333:topic",
    "arn:aws:sns:*:111122223333:topic",
    "arn:aws:sn?:us-east-1:*:topic",
    "arn:aws:iam::*:role/${aws:username}",
    "arn:aws:iam::111122223333:role/${aws:username, 'alice'}",
    "arn:aws:iam::111122223333:role/*",
    "arn:aws:someservice:*:111122223333:finance/*",
    "arn:aws:logs:*:*:log-group:app:*",
    "arn:*:iam::111122223333:role/*b",
  ],
  given: [
    "arn:aws:sns:us-east-1:111122223333:topic",
    "arn:aws:sns:eu-west-1:111122223333:topic",
    "arn:aws:SNS:us-east-1:111122223333:topic",
    "arn:aws:iam::111122223333:role/alice",
    "arn:aws:iam::111122223333:role/x/bob",
    "arn:aws:logs:eu-west-1:111122223333:log-group:app:log-stream:one",
    "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
  ],
};

const families: readonly (readonly [RegExp, Family])[] = [
  [/^String/, strings],
  [/^Numeric/, numbers],
  [/^Date/, dates],
  [/^Bool/, booleans],
  [/^Binary/, bytes],
  [/^(Not)?Ip/, addresses],
  [/^Arn/, arns],
  [/^Null/, { written: ["true", "false", true, false], given: strings.given }],
];

/** The values an operator compares. */
export function familyOf(operator: string): Family {
  const found = families.find(([names]) => names.test(operator));
  if (found === undefined) throw new Error(`no values for ${operator}`);
  return found[1];
}
