import { describe, expect, test } from "@jest/globals";
import { checkEmail } from "../../../workloads/email/check-email";
import { dkimDomain } from "../../../workloads/email/dkim-domain";
import { defineService, email } from "../../../workloads/service-definition";
import { notifications } from "../../../workloads/services/notifications/service";
import { reports } from "../../../workloads/services/reports/service";
import { statementsOf } from "../../accounts/policy";
import { account, builtService } from "../built-service";

const resources = builtService(notifications);
const at = (type: string, name = "email") => resources[type]?.[name];
const roleOf = (id: string) => statementsOf(at("aws_iam_role_policy", id)?.["policy"]);
const variablesOf = (id: string): object =>
  Object((at("aws_lambda_function", id)?.["environment"] as { variables?: object } | undefined)?.variables);
const settings = `arn:aws:ses:eu-west-1:${account}:configuration-set/notifications`;

describe("a service that has an address", () => {
  test("is its own domain as an identity, signed for by keys in its own zone", () => {
    expect(at("aws_sesv2_email_identity")).toMatchObject({
      email_identity: "shop.example",
      configuration_set_name: "${aws_sesv2_configuration_set.email.configuration_set_name}",
      dkim_signing_attributes: { next_signing_key_length: "RSA_2048_BIT" },
    });
    const tokens = "aws_sesv2_email_identity.email.dkim_signing_attributes[0].tokens";
    for (const nth of [1, 2, 3])
      expect(at("aws_route53_record", `dkim-${nth}`)).toMatchObject({
        zone_id: "Z0",
        type: "CNAME",
        name: `\${element(${tokens}, ${nth - 1})}._domainkey.shop.example`,
        records: [`\${element(${tokens}, ${nth - 1})}.dkim.amazonses.com`],
      });
    expect(at("aws_route53_record", "dmarc")).toMatchObject({
      name: "_dmarc.shop.example",
      type: "TXT",
      records: ["v=DMARC1; p=reject; adkim=s"],
    });
    expect(dkimDomain("eu-south-1")).toBe("dkim.eu-south-1.amazonses.com");
  });

  test("sends over TLS or not at all, never again to who bounced or complained", () => {
    expect(at("aws_sesv2_configuration_set")).toMatchObject({
      configuration_set_name: "notifications",
      delivery_options: { tls_policy: "REQUIRE" },
      suppression_options: { suppressed_reasons: ["BOUNCE", "COMPLAINT"] },
    });
  });

  test("has its owner told of bounces and complaints, by a topic that SES may publish to for this configuration set alone", () => {
    expect(at("aws_sesv2_configuration_set_event_destination")).toMatchObject({
      event_destination: {
        enabled: true,
        matching_event_types: expect.arrayContaining(["BOUNCE", "COMPLAINT"]),
        sns_destination: { topic_arn: "${aws_sns_topic.alarms.arn}" },
      },
    });
    const publishers = statementsOf(at("aws_sns_topic_policy", "alarms")?.["policy"]);
    expect(publishers.map(({ Sid }) => Sid)).toEqual(["AlarmsPublish", "MailPublishes"]);
    expect(publishers[1]).toMatchObject({
      Principal: { Service: "ses.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": account, "aws:SourceArn": settings } },
    });
    expect(at("aws_cloudwatch_metric_alarm", "mail-bounces")).toMatchObject({ threshold: 0.05 });
    expect(at("aws_cloudwatch_metric_alarm", "mail-complaints")).toMatchObject({ threshold: 0.001 });
  });

  test("without one has none of it, and SES may not publish to its topic", () => {
    const none = builtService(reports);
    expect(Object.keys(none).filter((type) => type.startsWith("aws_ses"))).toEqual([]);
    expect(statementsOf(none["aws_sns_topic_policy"]?.["alarms"]?.["policy"])).toHaveLength(1);
  });
});

describe("a function that declares that it sends", () => {
  test("may send from the service's address under its configuration set, and knows both", () => {
    expect(roleOf("sendReceipt")).toContainEqual({
      Sid: "SendEmail",
      Effect: "Allow",
      Action: ["ses:SendEmail"],
      Resource: [`arn:aws:ses:eu-west-1:${account}:identity/shop.example`, settings],
      Condition: { StringEquals: { "ses:FromAddress": "receipts@shop.example" } },
    });
    expect(variablesOf("sendReceipt")).toMatchObject({
      LANDFALL_EMAIL_FROM: "receipts@shop.example",
      LANDFALL_EMAIL_SETTINGS: "notifications",
    });
  });

  test("is the only one", () => {
    expect(JSON.stringify(roleOf("getReceipt"))).not.toContain("ses:");
    expect(variablesOf("getReceipt")).not.toHaveProperty("LANDFALL_EMAIL_FROM");
  });
});

describe("a definition", () => {
  const at = { name: "notes", contract: "openapi.yaml", handlers: "handlers", tables: {} };

  test("cannot send without an address", () => {
    // @ts-expect-error there is no address to send from
    const notes = defineService({ ...at, operations: { tell: { uses: [email.send()] } } });
    expect(() => checkEmail(notes)).toThrow("the service notes: tell sends mails, and its service has no address");
  });

  test.each(["Receipts", "receipts@shop.example", "a b", ""])("cannot have the address %j", (from) => {
    const notes = defineService({ ...at, email: { from }, operations: { tell: { uses: [email.send()] } } });
    expect(() => checkEmail(notes)).toThrow("is not what an address has before its @");
  });
});
