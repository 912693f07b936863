/** Matches a path against a model's `requestUri`; returns its decoded labels, or `undefined` when it does not match. */
export function matchUri(requestUri: string, path: string): Readonly<Record<string, string>> | undefined {
  const template = (requestUri.split("?")[0] ?? "").replace(/\/$/, "");
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^}]+\})/)
    .map((part) => {
      const label = /^\{([^}+]+)(\+?)\}$/.exec(part);
      if (!label?.[1]) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(label[1]);
      return label[2] ? "(.+)" : "([^/]+)";
    })
    .join("");
  const match = new RegExp(`^${pattern}/?$`).exec(path);
  if (!match) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]));
}
