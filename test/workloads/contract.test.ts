import { describe, expect, test } from "@jest/globals";
import { parseContract } from "../../workloads/contract/load-contract";
import { methodsOf, pathsOf } from "../../workloads/contract/model";

const head = ["openapi: 3.1.0", "info: { title: T, version: 1.0.0 }"];

/** A document whose first path starts on line 4. */
function contract(...paths: readonly string[]): string {
  return [...head, "paths:", ...paths].join("\n");
}

function get(...more: readonly string[]): string {
  return contract("  /things:", "    get:", "      operationId: listThings", ...more);
}

const answers = "      responses: { '200': { description: ok } }";

describe("a contract", () => {
  test("gives its operations with references resolved and the path's parameters joined", () => {
    const { operations } = parseContract(
      [
        ...head,
        "paths:",
        "  /things/{id}:",
        "    parameters: [{ $ref: '#/components/parameters/Id' }]",
        "    get:",
        "      operationId: getThing",
        "      responses:",
        "        '200':",
        "          description: ok",
        "          content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }",
        "components:",
        "  parameters:",
        "    Id: { name: id, in: path, required: true, schema: { type: string } }",
        "  schemas:",
        "    Thing: { type: object, properties: { id: { type: string } } }",
      ].join("\n"),
      "t.yaml",
    );
    expect(operations).toEqual([
      {
        id: "getThing",
        method: "GET",
        path: "/things/{id}",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        body: undefined,
        responses: [
          {
            status: 200,
            mediaType: "application/json",
            schema: { type: "object", properties: { id: { type: "string" } } },
            requiredHeaders: [],
            links: [],
          },
        ],
        access: { hasKey: false },
      },
    ]);
  });

  test("knows the methods of a path", () => {
    const parsed = parseContract(
      contract("  /things:", "    get:", "      operationId: a", answers, "    post:", "      operationId: b", answers),
      "t.yaml",
    );
    expect(pathsOf(parsed)).toEqual(["/things"]);
    expect(methodsOf(parsed, "/things")).toEqual(["GET", "POST"]);
  });

  test.each([
    [
      "an older version",
      "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}",
      "t.yaml:1 openapi: a 3.1 version",
    ],
    ["text that is not YAML", "openapi: [", "t.yaml:1 Flow sequence in block collection must be sufficiently indented"],
    ["servers of an operation", get("      servers: []", answers), "t.yaml:7 servers is not supported here"],
    ["servers", `servers: []\n${get(answers)}`, "t.yaml:1 servers is not supported here"],
    ["callbacks", get(answers, "      callbacks: {}"), "t.yaml:8 callbacks is not supported here"],
    ["a HEAD operation", contract("  /things:", "    head: {}"), "t.yaml:5 head is not supported here"],
    [
      "a keyword of OpenAPI 3.0",
      get(
        "      parameters:",
        "        - name: q",
        "          in: query",
        "          schema: { nullable: true, type: string }",
        answers,
      ),
      "t.yaml:10 nullable is not supported here",
    ],
    [
      "a cookie parameter",
      get("      parameters:", "        - { name: q, in: cookie, schema: { type: string } }", answers),
      't.yaml:8 paths./things.get.parameters.0.in: Invalid option: expected one of "path"|"query"|"header"',
    ],
    [
      "a list as a parameter",
      get("      parameters:", "        - { name: q, in: query, schema: { type: array } }", answers),
      "t.yaml:5 parameter q must be of a scalar type",
    ],
    [
      "a reference to another file",
      get("      responses: { '200': { $ref: 'other.yaml#/x' } }"),
      "t.yaml:7 other.yaml#/x does not exist in this file; only local references are supported",
    ],
    [
      "a schema that contains itself",
      `${get("      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/T' } } } }", answers)}
components:
  schemas:
    T: { type: object, properties: { t: { $ref: '#/components/schemas/T' } } }`,
      "t.yaml:11 #/components/schemas/T contains itself",
    ],
    [
      "an undeclared path parameter",
      contract("  /things/{id}:", "    get:", "      operationId: getThing", answers),
      "t.yaml:5 path parameter id is not declared",
    ],
    [
      "a link to nowhere",
      get(
        "      responses:",
        "        '200':",
        "          description: ok",
        "          links: { next: { operationId: nothing } }",
      ),
      "t.yaml:3 a link names the operation nothing, which does not exist",
    ],
    [
      "an operation without a name",
      contract("  /things:", "    get:", answers),
      "t.yaml:5 paths./things.get.operationId: Invalid input: expected string, received undefined",
    ],
    [
      "an alias",
      `x-a: &a 1\n${get("      summary: *a", answers)}`,
      "t.yaml:8 YAML aliases are not supported; use $ref",
    ],
    [
      "a path with a trailing slash",
      contract("  /things/:", "    get:", "      operationId: a", answers),
      "t.yaml:4 /things/ is not a path such as /orders/{orderId}",
    ],
    [
      "a default response",
      get("      responses: { default: { description: any } }"),
      "t.yaml:7 default is not a status code",
    ],
  ])("with %s is refused at its line", (_what, text, message) => {
    const errors = (() => {
      try {
        parseContract(text, "t.yaml");
        return [];
      } catch (error) {
        return String(error instanceof Error ? error.message : error).split("\n");
      }
    })();
    expect(errors).toContainEqual(expect.stringContaining(message));
  });

  test("is refused with all its problems at once, in the order of lines", () => {
    const text = get("      servers: []", "      callbacks: {}", answers);
    expect(() => parseContract(text, "t.yaml")).toThrow(
      "t.yaml:7 servers is not supported here\nt.yaml:8 callbacks is not supported here",
    );
  });
});
