import { replaceText } from "./amendment";
import type { Amendment } from "./amendment";
import { flowLogOptions } from "./flow-log-options";

/** Every amendment, each with its evidence; those that remember start with nothing. */
export const amendments = (): readonly Amendment[] => [
  ...flowLogOptions(),
  ...[
    "CreateHostedZone",
    "ChangeResourceRecordSets",
    "DeleteHostedZone",
    "AssociateVPCWithHostedZone",
    "DisassociateVPCFromHostedZone",
  ].map((operation): Amendment => ({
    service: "route53",
    operation,
    evidence:
      "AWS names the change; hashicorp/aws 5.100.0 then sleeps 10 to 30 seconds before it first asks (route53 waitChangeInsync), though the emulators apply at once. Without a ChangeInfo it does not wait",
    response: (response) => ({
      ...response,
      body: replaceText(response.body, /<ChangeInfo>.*?<\/ChangeInfo>/gs, ""),
    }),
  })),
  {
    service: "sso",
    evidence:
      "moto 5.2.5 names a permission set arn:aws:sso:::instance/ssoins-…/ps-…; the model's pattern and AWS have arn:aws:sso:::permissionSet/ssoins-…/ps-…",
    request: (call) => ({
      ...call,
      body: replaceText(call.body, /:permissionSet\/(ssoins-\w+\/ps-)/g, ":instance/$1"),
    }),
    response: (response) => ({
      ...response,
      body: replaceText(response.body, /:instance\/(ssoins-\w+\/ps-)/g, ":permissionSet/$1"),
    }),
  },
];
