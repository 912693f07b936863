import { describe, expect, test } from "@jest/globals";
import { keyFacts, keyNames } from "../../../engine/universe/key-domains";
import { globalKeys } from "../../../engine/universe/global-keys";

describe("condition keys", () => {
  test.each([
    ["aws:PrincipalArn", "ARN", false, "signed"],
    ["aws:PrincipalOrgID", "String", false, "organization"],
    ["aws:PrincipalOrgPaths", "String", true, "organization"],
    ["aws:PrincipalServiceName", "String", false, "service"],
    ["aws:RequestedRegion", "String", false, "all"],
    ["aws:SecureTransport", "Bool", false, "all"],
    ["aws:CurrentTime", "Date", false, "all"],
    ["aws:SourceIp", "IPAddress", false, "some"],
    ["aws:TagKeys", "String", true, "some"],
    ["aws:CalledVia", "String", true, "some"],
    ["aws:MultiFactorAuthAge", "Numeric", false, "some"],
    ["ec2:MetadataHttpTokens", "String", false, "some"],
    ["s3:TlsVersion", "Numeric", false, "some"],
    ["dynamodb:LeadingKeys", "String", true, "some"],
    ["ec2:SourceInstanceARN", "ARN", false, "some"],
    ["token.actions.githubusercontent.com:sub", "String", false, "some"],
  ])("%s is of type %s, multivalued %s, present in %s requests", (key, type, multivalued, presence) => {
    expect(keyFacts(key)).toMatchObject({ type, multivalued, presence });
  });

  test("are found in any case", () => {
    expect(keyFacts("AWS:principalARN")?.key).toBe("aws:PrincipalArn");
  });

  test.each([
    ["aws:PrincipalTag/team", "aws:PrincipalTag/*"],
    ["aws:requesttag/Cost/Center", "aws:RequestTag/*"],
    ["s3:ExistingObjectTag/class", "s3:ExistingObjectTag/*"],
    ["kms:EncryptionContext:app", "kms:EncryptionContext:*"],
    ["codebuild:secondarySources/x.location", "codebuild:secondarySources/*.location"],
  ])("%s is %s with its variable part", (key, pattern) => {
    expect(keyFacts(key)?.key).toBe(pattern);
  });

  test.each(["aws:PrincipalTag/", "aws:PrincipalTag", "aws:Principal", "s3:nothing", "constructor", "s3:sub"])(
    "%s does not exist",
    (key) => expect(keyFacts(key)).toBeUndefined(),
  );

  test("name the services that list them, but for global ones", () => {
    expect(keyFacts("ec2:MetadataHttpTokens")?.services).toEqual(["ec2"]);
    expect(keyFacts("aws:ResourceTag/team")?.services).toBeUndefined();
  });

  test("of the global table are named once", () => {
    const names = globalKeys.map(({ key }) => key.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(keyNames()).size).toBe(keyNames().length);
  });
});
