import { ACMClient, ListTagsForCertificateCommand, paginateListCertificates } from "@aws-sdk/client-acm";
import {
  ApiGatewayV2Client,
  GetApiMappingsCommand,
  GetApisCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
} from "@aws-sdk/client-apigatewayv2";
import { dnsSuffix } from "../../../declaration/regions";
import { joined, logged, named, repeatable, type Rows } from "../row";
import { all, hasTags, present } from "../search";

/** API Gateway answers at most this many items at once, and has paginators for none of these operations. */
const MaxResults = "1000";

export const serviceRows: Rows = {
  aws_acm_certificate: {
    is: "searched",
    find: async (planned, search) => {
      const client = search.client(ACMClient);
      const input = { CertificateStatuses: ["PENDING_VALIDATION" as const, "ISSUED" as const] };
      const list = await all(paginateListCertificates({ client }, input), (page) => page.CertificateSummaryList);
      const ours = list
        .filter(({ DomainName }) => DomainName === planned.text("domain_name"))
        .map(async ({ CertificateArn }) => {
          const { Tags } = await client.send(new ListTagsForCertificateCommand({ CertificateArn }));
          return hasTags(planned.tags, Tags) ? CertificateArn : undefined;
        });
      return present(await Promise.all(ours));
    },
  },
  aws_acm_certificate_validation: repeatable("it only waits for the certificate"),
  aws_cognito_resource_server: {
    is: "named",
    importId: (planned) => joined([planned.text("user_pool_id"), planned.text("identifier")], "|"),
  },
  aws_cognito_user_pool: logged("two user pools may have one name, and Cognito chooses their ids"),
  aws_cognito_user_pool_client: logged("two clients of a pool may have one name, and Cognito chooses their ids"),
  aws_cognito_user_pool_domain: named(["domain"]),
  aws_apigatewayv2_api: {
    is: "searched",
    find: async (planned, search) => {
      const { Items = [] } = await search.client(ApiGatewayV2Client).send(new GetApisCommand({ MaxResults }));
      const ours = Items.filter(
        ({ Name, Tags }) => Name === planned.text("name") && hasTags(planned.tags, asList(Tags)),
      );
      return present(ours.map(({ ApiId }) => ApiId));
    },
  },
  aws_apigatewayv2_api_mapping: {
    is: "searched",
    find: async (planned, search) => {
      const DomainName = planned.text("domain_name");
      if (DomainName === undefined) return undefined;
      try {
        const command = new GetApiMappingsCommand({ DomainName, MaxResults });
        const { Items = [] } = await search.client(ApiGatewayV2Client).send(command);
        const key = planned.text("api_mapping_key") ?? "";
        return present(
          Items.filter(({ ApiMappingKey = "" }) => ApiMappingKey === key).map((item) => item.ApiMappingId),
        );
      } catch (error) {
        // The domain name is known before it exists.
        if (error instanceof Error && error.name === "NotFoundException") return [];
        throw error;
      }
    },
    importId: (id, planned) => joined([id, planned.text("domain_name")], "/"),
  },
  // The page imports by ARN, which ends in characters that AWS chose; DescribeSecret takes the name as well.
  aws_secretsmanager_secret: named(["name"]),
  aws_apigatewayv2_domain_name: named(["domain_name"]),
  aws_apigatewayv2_integration: {
    is: "searched",
    find: async (planned, search) => {
      const [ApiId, uri] = [planned.text("api_id"), planned.text("integration_uri")];
      if (ApiId === undefined || uri === undefined) return undefined;
      const client = search.client(ApiGatewayV2Client);
      const { Items = [] } = await client.send(new GetIntegrationsCommand({ ApiId, MaxResults }));
      return present(Items.filter(({ IntegrationUri }) => IntegrationUri === uri).map((item) => item.IntegrationId));
    },
    importId: (id, planned) => joined([planned.text("api_id"), id], "/"),
  },
  aws_apigatewayv2_route: {
    is: "searched",
    find: async (planned, search) => {
      const ApiId = planned.text("api_id");
      if (ApiId === undefined) return undefined;
      const client = search.client(ApiGatewayV2Client);
      const { Items = [] } = await client.send(new GetRoutesCommand({ ApiId, MaxResults }));
      return present(
        Items.filter(({ RouteKey }) => RouteKey === planned.text("route_key")).map((item) => item.RouteId),
      );
    },
    importId: (id, planned) => joined([planned.text("api_id"), id], "/"),
  },
  aws_apigatewayv2_stage: named(["api_id", "name"], "/"),
  aws_lambda_event_source_mapping: logged(
    "AWS chooses its id, and a second one of the same source and function is refused by that id",
  ),
  aws_lambda_function: named(["function_name"]),
  aws_lambda_permission: named(["function_name", "statement_id"], "/"),
  aws_sesv2_configuration_set: named(["configuration_set_name"]),
  aws_sesv2_configuration_set_event_destination: named(["configuration_set_name", "event_destination_name"], "|"),
  aws_sesv2_email_identity: named(["email_identity"]),
  aws_sqs_queue: {
    is: "named",
    importId: (planned, { place: { partition, region, account } }) => {
      const name = planned.text("name");
      return name && `https://sqs.${region}.${dnsSuffix(partition)}/${account}/${name}`;
    },
  },
};

function asList(tags: Readonly<Record<string, string>> | undefined) {
  return Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
}
