/** What a handler answers. A body is sent as JSON; without one the response is empty. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A part of a request that does not conform to the contract. `field` is a name or, in a body, a JSON pointer. */
export interface InvalidField {
  readonly in: "path" | "query" | "header" | "body";
  readonly field: string;
  readonly message: string;
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export const problemMediaType = "application/problem+json";

/** An error as RFC 9457 (Problem Details for HTTP APIs) has it; `serve` adds the correlation id. */
export function problem(
  status: number,
  detail: string,
  more: { readonly errors?: readonly InvalidField[]; readonly headers?: Readonly<Record<string, string>> } = {},
): Reply {
  const errors = more.errors ? { errors: more.errors } : {};
  return {
    status,
    headers: { ...more.headers, "content-type": problemMediaType },
    body: { type: "about:blank", title: titles[status] ?? "Error", status, detail, ...errors },
  };
}

export function isProblem(reply: Reply): boolean {
  return reply.headers?.["content-type"] === problemMediaType;
}
