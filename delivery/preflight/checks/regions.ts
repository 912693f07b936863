import { DescribeRegionsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { clientSettings } from "../../../live/aws-client";
import { byHand, type Check, finding, ok, type Outcome } from "../check";

/** Regions launched since 2019 are off until an account enables them (Account Management Reference Guide, "Enable or disable Regions"). */
export const regions: Check = {
  id: "regions",
  asksAws: true,
  look: async ({ zone, caller }) => {
    const off = await disabledRegions(caller.region, caller.environment);
    const governed = [...new Set([zone.regions.home, ...zone.regions.governed])];
    const missing = governed.filter((region) => off.has(region));
    const allowed = zone.regions.allowed.filter((region) => off.has(region) && !governed.includes(region));
    const enabled = governed.length - missing.length;
    const outcomes: readonly Outcome[] = [
      ...missing.map((region) =>
        finding(
          `${region} is governed and not enabled in the management account`,
          `Enable it in the Account page of the console, here and in every account: \`aws account enable-region --region-name ${region}\`.`,
        ),
      ),
      ...(allowed.length === 0
        ? []
        : [
            byHand(
              `${allowed.join(", ")} ${allowed.length === 1 ? "is" : "are"} allowed and not enabled`,
              "Each account enables a region itself before anything can run there.",
            ),
          ]),
    ];
    return enabled > 0 && missing.length === 0 ? [ok(governed.join(", ")), ...outcomes] : outcomes;
  },
};

async function disabledRegions(region: string, environment: NodeJS.ProcessEnv): Promise<ReadonlySet<string>> {
  const client = new EC2Client(clientSettings(region, environment));
  try {
    const { Regions = [] } = await client.send(new DescribeRegionsCommand({ AllRegions: true }));
    const off = Regions.filter(({ OptInStatus }) => OptInStatus === "not-opted-in");
    return new Set(off.map(({ RegionName }) => RegionName ?? ""));
  } finally {
    client.destroy();
  }
}
