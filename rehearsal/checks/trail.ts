import { CloudTrailClient, GetTrailCommand, GetTrailStatusCommand } from "@aws-sdk/client-cloudtrail";
import { GetBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { logBucketName, trailName } from "../../declaration/names";
import { check, type Check, clientSettings, type RehearsedAws } from "./check";

/** The organisation trail logs into the log archive, whose bucket policy admits CloudTrail and refuses plain HTTP. */
export function checkTrail(aws: RehearsedAws): Promise<Check> {
  const { zone } = aws;
  return check("organisation trail and its bucket policy in place", `${trailName(zone)} is logging`, async () => {
    const bucket = logBucketName(zone, "cloudtrail");
    const trails = new CloudTrailClient(clientSettings(aws, aws.operator));
    const { Trail: trail } = await trails.send(new GetTrailCommand({ Name: trailName(zone) }));
    const status = await trails.send(new GetTrailStatusCommand({ Name: trailName(zone) }));
    const s3 = new S3Client({
      ...clientSettings(aws, await aws.platform(zone.foundation["log-archive"].name)),
      forcePathStyle: true,
    });
    const { Policy: policy = "" } = await s3.send(new GetBucketPolicyCommand({ Bucket: bucket }));
    const required: readonly (readonly [string, boolean])[] = [
      [`trail writes to ${trail?.S3BucketName}, not ${bucket}`, trail?.S3BucketName === bucket],
      ["trail is not an organisation trail", trail?.IsOrganizationTrail === true],
      ["trail covers one region only", trail?.IsMultiRegionTrail === true],
      ["log file validation is off", trail?.LogFileValidationEnabled === true],
      ["trail is not logging", status.IsLogging === true],
      ["bucket policy does not admit CloudTrail", policy.includes("cloudtrail.amazonaws.com")],
      ["bucket policy does not require TLS", policy.includes("aws:SecureTransport")],
    ];
    return required.filter(([, holds]) => !holds).map(([problem]) => problem);
  });
}
