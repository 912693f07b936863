import { row, type TypeActions } from "./row";

/** Something that is put where it belongs, and put again to change it. */
const put = row("apigateway", { create: "PUT", read: "GET", update: "PATCH PUT", delete: "DELETE" });
/** Something that is added to a collection. */
const posted = row("apigateway", { create: "POST", read: "GET", update: "PATCH", delete: "DELETE" });

/**
 * What REST APIs and the firewalls before them are made of. API Gateway's actions are HTTP methods on its paths (Service Authorization Reference,
 * API Gateway Management); a web ACL needs a permission of the stage beside AWS WAF's own ("Actions defined by AWS WAF V2").
 */
export const restApiActions: Readonly<Record<string, TypeActions>> = {
  aws_api_gateway_account: row("apigateway", {
    create: "PATCH iam:PassRole",
    read: "GET",
    update: "PATCH iam:PassRole",
    delete: "PATCH",
  }),
  aws_api_gateway_base_path_mapping: posted,
  aws_api_gateway_deployment: posted,
  aws_api_gateway_domain_name: row("apigateway", {
    create: "POST iam:CreateServiceLinkedRole",
    read: "GET",
    update: "PATCH PUT",
    delete: "DELETE",
  }),
  aws_api_gateway_gateway_response: put,
  aws_api_gateway_integration: put,
  aws_api_gateway_integration_response: put,
  aws_api_gateway_method: put,
  aws_api_gateway_method_response: put,
  aws_api_gateway_method_settings: row("apigateway", {
    create: "PATCH",
    read: "GET",
    update: "PATCH",
    delete: "PATCH",
  }),
  aws_api_gateway_model: posted,
  aws_api_gateway_request_validator: posted,
  aws_api_gateway_resource: posted,
  aws_api_gateway_rest_api: row("apigateway", { create: "POST", read: "GET", update: "PATCH PUT", delete: "DELETE" }),
  aws_api_gateway_stage: row("apigateway", {
    create: "POST PATCH",
    read: "GET",
    update: "PATCH PUT",
    delete: "DELETE",
  }),
  aws_wafv2_web_acl: row("wafv2", {
    create: "CreateWebACL TagResource",
    read: "GetWebACL ListTagsForResource",
    update: "UpdateWebACL TagResource UntagResource",
    delete: "DeleteWebACL",
  }),
  aws_wafv2_web_acl_association: row("wafv2", {
    create: "AssociateWebACL apigateway:SetWebACL",
    read: "GetWebACLForResource",
    delete: "DisassociateWebACL apigateway:SetWebACL",
  }),
};
