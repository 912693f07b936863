import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "../../audit/html/escaped";
import type { DrawnMap } from "./drawn-map";
import { eventGraph } from "./graph/event-graph";
import { placed } from "./graph/layout";
import { logGraph } from "./graph/log-graph";
import { networkGraph } from "./graph/network-graph";
import { organizationGraph } from "./graph/organization-graph";
import { serviceGraph } from "./graph/service-graph";
import { asSvg } from "./graph/svg";

const gap = { heading: 34, between: 24, side: 16 } as const;

/** Every picture of the map below one another in one SVG file, light or dark as its viewer is. */
export async function asSvgFile({ map, changes, base }: DrawnMap): Promise<string> {
  const graphs = [
    organizationGraph(map, changes),
    networkGraph(map.network, changes),
    eventGraph(map, changes),
    ...map.services.map(serviceGraph),
    logGraph(map, changes),
  ].filter(({ nodes }) => nodes.length > 0);
  const parts: string[] = [];
  let [width, top] = [600, 48];
  for (const [index, graph] of graphs.entries()) {
    const picture = await placed(graph);
    parts.push(`<text class="heading" x="${gap.side}" y="${top + 20}">${escaped(graph.title)}</text>`);
    parts.push(`<g transform="translate(${gap.side} ${top + gap.heading})">${asSvg(picture, `picture-${index}`)}</g>`);
    width = Math.max(width, picture.width + 2 * gap.side);
    top += gap.heading + picture.height + gap.between;
  }
  const title = `Map of ${map.organization}${base === undefined ? "" : `, with what is other than at ${base}`}`;
  const style = readFileSync(join(__dirname, "picture.css"), "utf8");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" role="img">`,
    `<title>${escaped(title)}</title><style>${style}</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    `<text class="heading" x="${gap.side}" y="32">${escaped(title)}</text>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}
