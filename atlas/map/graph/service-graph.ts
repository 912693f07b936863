import type { ServicePicture } from "../model/service-parts";
import type { Graph, GraphEdge } from "./graph";

/** What a service is made of, from its API to what it keeps. */
export function serviceGraph({ name, parts, links }: ServicePicture): Graph {
  const lines = new Map<string, GraphEdge>();
  for (const { from, to } of links) lines.set(`${from} ${to}`, { from, to, kind: "use" });
  return {
    title: `What ${name} is made of`,
    layout: "flow",
    nodes: parts.map((part) => ({
      id: `${part.kind} ${part.name}`,
      label: part.name,
      detail: wordOf[part.kind],
      kind: `part-${part.kind}`,
    })),
    edges: [...lines.values()],
  };
}

const wordOf: Readonly<Record<ServicePicture["parts"][number]["kind"], string>> = {
  api: "API Gateway",
  function: "function",
  table: "table",
  queue: "queue",
  topic: "topic",
  schedule: "schedule",
  bucket: "bucket",
  secret: "secret",
  database: "database",
  dataStream: "data stream",
  stream: "delivery stream",
  email: "address mails come from",
  machine: "state machine",
  userPool: "user pool",
  bus: "event bus",
};
