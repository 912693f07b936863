import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/**
 * Takes the place of `@aws-sdk/credential-provider-node` in bundles. Lambda gives a function its role's credentials in
 * the environment, so the rest of that chain (files, SSO, web identity, instance metadata) would be 130 kB never run.
 */
export function defaultProvider(): NonNullable<DynamoDBClientConfig["credentials"]> {
  return () => {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
    if (accessKeyId === undefined || secretAccessKey === undefined) {
      return Promise.reject(new Error("the environment holds no credentials"));
    }
    const sessionToken = process.env["AWS_SESSION_TOKEN"];
    return Promise.resolve({ accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) });
  };
}
