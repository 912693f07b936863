import { randomUUID } from "node:crypto";
import type { AwsResponse } from "../../gateway/call";
import { isMembers, shapeOf } from "../shape";
import type { Members, OperationModel, ServiceModel, Value } from "../shape";
import type { Failure, Outcome } from "./failure";
import { writeJson } from "./json-body";
import { formatTimestamp, timestampFormat } from "./timestamp";
import { element, escapeXml, writeMembers } from "./xml-body";

/** Writes an outcome as the service's protocol does: success by the operation's output shape, refusal as a modelled error. */
export function writeResponse(model: ServiceModel, operation: OperationModel, outcome: Outcome): AwsResponse {
  const isJson = model.metadata.protocol === "json" || model.metadata.protocol === "rest-json";
  if ("failure" in outcome) return isJson ? jsonFailure(model, outcome.failure) : xmlFailure(model, outcome.failure);
  return isJson ? jsonOutput(model, operation, outcome.output) : xmlOutput(model, operation, outcome.output);
}

function jsonOutput(model: ServiceModel, operation: OperationModel, output: Members): AwsResponse {
  const { protocol } = model.metadata;
  if (!operation.output) return json(model, operation.http.responseCode ?? 200, {});
  const shape = shapeOf(model, operation.output);
  const payload = shape.payload === undefined ? undefined : shape.members?.[shape.payload];
  const body =
    shape.payload !== undefined && payload
      ? writeJson(model, protocol, payload, output[shape.payload] ?? {})
      : writeJson(model, protocol, operation.output, output);
  return json(model, operation.http.responseCode ?? 200, body, headerMembers(model, operation, output));
}

function headerMembers(model: ServiceModel, operation: OperationModel, output: Members): Record<string, string> {
  const headers: Record<string, string> = {};
  const shape = operation.output && shapeOf(model, operation.output);
  for (const [name, member] of Object.entries(shape?.members ?? {})) {
    const value = output[name];
    if (member.location !== "header" || value === undefined || value === null) continue;
    const target = shapeOf(model, member);
    headers[member.locationName ?? name] = String(
      target.type === "timestamp" && typeof value === "number"
        ? formatTimestamp(value, timestampFormat(model.metadata.protocol, "header", member, target))
        : value,
    );
  }
  return headers;
}

function jsonFailure(model: ServiceModel, failure: Failure): AwsResponse {
  const shape = model.shapes[failure.code];
  const messageMember = Object.entries(shape?.members ?? {}).find(([name]) => name.toLowerCase() === "message");
  const messageName = messageMember?.[1].locationName ?? messageMember?.[0] ?? "message";
  const detail = shape ? writeJson(model, model.metadata.protocol, { shape: failure.code }, failure.detail ?? {}) : {};
  const body = { __type: failure.code, ...(isMembers(detail) ? detail : {}), [messageName]: failure.message };
  return json(model, failure.status, body, { "x-amzn-errortype": failure.code });
}

function json(model: ServiceModel, status: number, body: Value, headers: Record<string, string> = {}): AwsResponse {
  const type =
    model.metadata.protocol === "json"
      ? `application/x-amz-json-${model.metadata.jsonVersion ?? "1.1"}`
      : "application/json";
  return {
    status,
    headers: { "content-type": type, "x-amzn-requestid": randomUUID(), ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function xmlOutput(model: ServiceModel, operation: OperationModel, output: Members): AwsResponse {
  const { protocol, apiVersion, endpointPrefix } = model.metadata;
  const content = operation.output ? writeMembers(model, protocol, operation.output, output) : "";
  const { xmlNamespace = `http://${endpointPrefix}.amazonaws.com/doc/${apiVersion}/` } = model.metadata;
  const namespace = typeof xmlNamespace === "string" ? xmlNamespace : xmlNamespace.uri;
  const open = `<${operation.name}Response xmlns="${namespace}">`;
  if (protocol === "ec2")
    return xml(200, `${open}${element("requestId", randomUUID())}${content}</${operation.name}Response>`);
  if (protocol === "rest-xml") return xml(operation.http.responseCode ?? 200, content);
  const wrapper = operation.output?.resultWrapper;
  const metadata = element("ResponseMetadata", element("RequestId", randomUUID()));
  return xml(200, `${open}${wrapper ? element(wrapper, content) : content}${metadata}</${operation.name}Response>`);
}

function xmlFailure(model: ServiceModel, failure: Failure): AwsResponse {
  const code = model.shapes[failure.code]?.error?.code ?? failure.code;
  const error = element("Code", code) + element("Message", escapeXml(failure.message));
  const { protocol } = model.metadata;
  return xml(
    failure.status,
    protocol === "ec2"
      ? element("Response", element("Errors", element("Error", error)) + element("RequestID", randomUUID()))
      : element(
          "ErrorResponse",
          element("Error", element("Type", "Sender") + error) + element("RequestId", randomUUID()),
        ),
  );
}

function xml(status: number, content: string): AwsResponse {
  return {
    status,
    headers: { "content-type": "text/xml;charset=UTF-8" },
    body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${content}`),
  };
}
