import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** The service's own domain as a sender, and the configuration sets of its mails; no action here sends one. */
export function mailPermissions(arns: AccountArns, domainName: string): readonly PolicyStatement[] {
  return [
    {
      Sid: "Sender",
      Effect: "Allow",
      Action: [
        "ses:CreateConfigurationSet",
        "ses:CreateConfigurationSetEventDestination",
        "ses:CreateEmailIdentity",
        "ses:DeleteConfigurationSet",
        "ses:DeleteConfigurationSetEventDestination",
        "ses:DeleteEmailIdentity",
        "ses:GetConfigurationSet",
        "ses:GetConfigurationSetEventDestinations",
        "ses:GetEmailIdentity",
        "ses:ListTagsForResource",
        "ses:PutConfigurationSetDeliveryOptions",
        "ses:PutConfigurationSetReputationOptions",
        "ses:PutConfigurationSetSendingOptions",
        "ses:PutConfigurationSetSuppressionOptions",
        "ses:PutEmailIdentityConfigurationSetAttributes",
        "ses:PutEmailIdentityDkimSigningAttributes",
        "ses:TagResource",
        "ses:UntagResource",
        "ses:UpdateConfigurationSetEventDestination",
      ],
      Resource: [arns("ses", `identity/${domainName}`), arns("ses", "configuration-set/*")],
    },
  ];
}
