import { paginateListServiceQuotas, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { clientSettings } from "../../../live/aws-client";
import { liveAccountOf } from "../../status/match";
import { type Check, couldNotCheck, finding, ok, type PreflightContext } from "../check";

/** Where Organizations is hosted and its quotas are shown, by partition (Organizations User Guide, "Quotas and service limits"). */
const quotaRegion: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
  "aws-us-gov": "us-gov-west-1",
};

/**
 * By name: AWS's guide says that the codes of these quotas may change, and two are in circulation for this one (L-29A0C5DF, L-E619E033).
 */
const quotaName = /maximum number of accounts/i;

export const accountQuota: Check = {
  id: "account-quota",
  asksAws: true,
  look: async (context) => {
    const { zone } = context;
    const live = await context.live();
    const there = live?.accounts.length ?? 1;
    // Closed accounts count until AWS has removed them for good, 90 days after (Organizations User Guide, "Quotas and service limits").
    const toBeMade = zone.accounts.filter(
      (account) => account !== zone.foundation.management && liveAccountOf({ zone, live }, account) === undefined,
    );
    const needed = there + toBeMade.length;
    const quota = await accountsAllowed(context);
    const need = `${needed} accounts are needed, ${there} of them there`;
    if (quota === undefined)
      return [
        couldNotCheck(
          `${need}; Service Quotas does not show how many are allowed`,
          "New organizations start with about 10.",
        ),
      ];
    if (needed <= quota) return [ok(`${need}; ${quota} are allowed`)];
    return [
      finding(
        `${need}; ${quota} are allowed`,
        `Ask for ${needed} or more: Service Quotas, AWS Organizations, ${regionOf(context)}, "maximum number of accounts". It takes days.`,
      ),
    ];
  },
};

function regionOf({ zone }: PreflightContext): string {
  return quotaRegion[zone.partition] ?? zone.regions.home;
}

async function accountsAllowed(context: PreflightContext): Promise<number | undefined> {
  const client = new ServiceQuotasClient(clientSettings(regionOf(context), context.caller.environment));
  try {
    for await (const { Quotas = [] } of paginateListServiceQuotas({ client }, { ServiceCode: "organizations" })) {
      const found = Quotas.find(({ QuotaName }) => quotaName.test(QuotaName ?? ""));
      if (found) return found.Value;
    }
    return undefined;
  } finally {
    client.destroy();
  }
}
