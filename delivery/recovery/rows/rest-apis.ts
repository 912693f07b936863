import { ApiGatewayApi } from "../../../live/api-gateway-api";
import { WebAclApi } from "../../../live/web-acl-api";
import type { PlannedResource } from "../planned-resource";
import { joined, named, repeatable, type Row, type Rows } from "../row";
import { hasTags, present, type Search } from "../search";

interface Item {
  readonly id?: string;
  readonly name?: string;
  readonly parentId?: string;
  readonly pathPart?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Terraform's ids of the items of a collection of API Gateway that fit. */
async function itemsOf(search: Search, path: string, fits: (item: Item) => boolean): Promise<readonly string[]> {
  const items = await search.once(`apigateway ${path}`, () => search.client(ApiGatewayApi).list<Item>(path));
  return present(items.filter(fits).map(({ id }) => id));
}

/** Of the stack by its tags, which names need not be different by. */
function tagged(path: string): Row {
  return {
    is: "searched",
    find: (planned, search) =>
      itemsOf(
        search,
        path,
        ({ name, tags = {} }) =>
          name === planned.text("name") &&
          hasTags(
            planned.tags,
            Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
          ),
      ),
  };
}

/** A part of an API that AWS chose the id of; there is one that fits. */
function partOf(collection: string, fits: (item: Item, planned: PlannedResource) => boolean): Row {
  return {
    is: "searched",
    find: async (planned, search) => {
      const api = planned.text("rest_api_id");
      if (api === undefined) return undefined;
      return itemsOf(search, `/restapis/${api}/${collection}`, (item) => fits(item, planned));
    },
    importId: (id, planned) => joined([planned.text("rest_api_id"), id], "/"),
  };
}

const put = repeatable("it is put, and putting the same again changes nothing");
const ofMethod = ["rest_api_id", "resource_id", "http_method"];

/** What a REST API and the firewall before it are made of. */
export const restApiRows: Rows = {
  aws_api_gateway_account: repeatable("it is a setting of the account, which is set again"),
  aws_api_gateway_api_key: tagged("/apikeys"),
  aws_api_gateway_authorizer: partOf("authorizers", ({ name }, planned) => name === planned.text("name")),
  aws_api_gateway_base_path_mapping: {
    is: "named",
    importId: (planned) => joined([planned.text("domain_name"), planned.text("base_path") ?? ""], "/"),
  },
  aws_api_gateway_deployment: repeatable(
    "it is another snapshot of the same API; the one that no stage serves costs nothing and goes with the API",
  ),
  aws_api_gateway_domain_name: named(["domain_name"]),
  aws_api_gateway_gateway_response: put,
  aws_api_gateway_integration: named(ofMethod, "/"),
  aws_api_gateway_integration_response: named([...ofMethod, "status_code"], "/"),
  aws_api_gateway_method: named(ofMethod, "/"),
  aws_api_gateway_method_response: named([...ofMethod, "status_code"], "/"),
  aws_api_gateway_method_settings: repeatable("it is a setting of the stage, which is set again"),
  aws_api_gateway_model: named(["rest_api_id", "name"], "/"),
  aws_api_gateway_request_validator: partOf("requestvalidators", ({ name }, planned) => name === planned.text("name")),
  aws_api_gateway_resource: {
    is: "searched",
    find: async (planned, search) => {
      const [api, parent] = [planned.text("rest_api_id"), planned.text("parent_id")];
      if (api === undefined || parent === undefined) return undefined;
      const part = planned.text("path_part");
      return itemsOf(
        search,
        `/restapis/${api}/resources`,
        ({ parentId, pathPart }) => parentId === parent && pathPart === part,
      );
    },
    importId: (id, planned) => joined([planned.text("rest_api_id"), id], "/"),
  },
  aws_api_gateway_rest_api: tagged("/restapis"),
  aws_api_gateway_stage: named(["rest_api_id", "stage_name"], "/"),
  aws_api_gateway_usage_plan: tagged("/usageplans"),
  aws_api_gateway_usage_plan_key: named(["usage_plan_id", "key_id"], "/"),
  aws_wafv2_web_acl: {
    is: "searched",
    find: async (planned, search) => {
      const acls = await search.client(WebAclApi).list();
      return acls.filter(({ Name }) => Name === planned.text("name")).map(({ Id }) => Id);
    },
    importId: (id, planned) => joined([id, planned.text("name"), planned.text("scope")], "/"),
  },
  aws_wafv2_web_acl_association: put,
  aws_wafv2_web_acl_logging_configuration: put,
};
