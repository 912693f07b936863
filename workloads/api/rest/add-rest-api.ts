import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayGatewayResponse } from "@cdktf/provider-aws/lib/api-gateway-gateway-response";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";
import { pathsOf } from "../../contract/model";
import type { Placement } from "../../microservice/placement";
import type { RestApi } from "../api";
import type { ApiInput } from "../api-input";
import { addAuthorizers } from "./add-authorizers";
import { addFirewall } from "./add-firewall";
import { addMethod } from "./add-method";
import { addPreflight } from "./add-preflight";
import { addPaths } from "./add-paths";
import { addRefusal } from "./add-refusal";
import { addStage } from "./add-stage";
import { addUsagePlans } from "./add-usage-plans";
import { checkEdgeSchemas } from "./edge-schema";
import { gatewayAnswers, problemTemplate } from "./gateway-responses";
import { ownHeaders } from "./own-headers";
import { Parts } from "./parts";
import { checkStoredOperations } from "./stored-operations";
import { addValidators } from "./validators";

/**
 * The REST API of a contract: a resource for each segment of a path, a method for each operation, and one that refuses every other method. The
 * document itself is not imported (`body`), so that a plan shows each method.
 *
 * @throws UserError when the contract's bodies are validated by API Gateway and it cannot
 */
export function addRestApi(stack: TerraformStack, placement: Placement, input: ApiInput): RestApi {
  const { service, contract, api: definition } = input;
  if (definition.edgeValidation === true) checkEdgeSchemas(contract);
  checkStoredOperations(contract, definition);
  const parts = new Parts(stack);
  const api = parts.add(ApiGatewayRestApi, "api", {
    name: service,
    description: `${contract.title} ${contract.version}`,
    endpointConfiguration: { types: ["REGIONAL"] },
    // One way in: the custom domain, with its certificate and TLS version.
    disableExecuteApiEndpoint: true,
    lifecycle: { createBeforeDestroy: true },
  });
  const authorizationOf = addAuthorizers({ stack, placement, parts, api }, input);
  const context = {
    stack,
    placement,
    input,
    parts,
    api,
    validators: addValidators(parts, api, input),
    authorizationOf,
  };
  const resourceIds = addPaths(parts, api, contract);
  for (const operation of contract.operations) addMethod(context, operation, resourceIds.of(operation.path));
  for (const path of pathsOf(contract)) {
    addRefusal(context, path, resourceIds.of(path));
    addPreflight(context, path, resourceIds.of(path));
  }
  for (const answer of gatewayAnswers(contract)) {
    parts.add(ApiGatewayGatewayResponse, answer.type, {
      restApiId: api.id,
      responseType: answer.type,
      statusCode: String(answer.status),
      responseTemplates: { "application/json": problemTemplate(answer) },
      responseParameters: ownHeaders("gatewayresponse", input),
    });
  }
  const deployment = resource(stack, ApiGatewayDeployment, "api", {
    restApiId: api.id,
    triggers: { content: parts.hash() },
    dependsOn: [...parts.all],
    // The stage serves the old one until it has the new one.
    lifecycle: { createBeforeDestroy: true },
  });
  const stage = addStage(context, deployment);
  addUsagePlans(context, stage);
  addFirewall(context, stage);
  return { kind: "rest", api, stage };
}
