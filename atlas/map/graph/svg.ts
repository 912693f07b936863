import { saidOf } from "./graph";
import type { Placed, PlacedEdge, PlacedNode, Point } from "./layout";
import { lineHeight } from "./text-size";
import { escaped } from "../../../audit/html/escaped";

/** Arrow heads as paths of their own: what a line's colour is, its head has too. */
const head = { length: 9, half: 4.5 } as const;

/** A placed picture as SVG, whose looks are in a style sheet: `picture.css`. @param id unique in its page */
export function asSvg({ title, width, height, nodes, edges }: Placed, id: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-labelledby="${id}-title" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    ...nodes.filter(({ node }) => node.children !== undefined).map(nodeSvg),
    ...edges.map(edgeSvg),
    ...nodes.filter(({ node }) => node.children === undefined).map(nodeSvg),
    "</svg>",
  ].join("\n");
}

function nodeSvg({ node, x, y, width, height }: PlacedNode): string {
  const { id, detail, kind, change, children } = node;
  const classes = ["node", kind, ...(children ? ["box"] : []), ...(change ? [change] : [])].join(" ");
  const left = round(x + 12);
  return [
    `<g class="${escaped(classes)}" data-id="${escaped(id)}">`,
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`,
    `<text class="label" x="${left}" y="${round(y + 21)}">${escaped(saidOf(node))}</text>`,
    ...(detail ? [`<text class="detail" x="${left}" y="${round(y + 37)}">${escaped(detail)}</text>`] : []),
    "</g>",
  ].join("");
}

function edgeSvg({ edge, points, label }: PlacedEdge): string {
  const classes = ["edge", edge.kind, ...(edge.change ? [edge.change] : [])].join(" ");
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
  const lines = label && edge.label ? edge.label.split("\n") : [];
  return [
    `<g class="${escaped(classes)}" data-from="${escaped(edge.from)}" data-to="${escaped(edge.to)}"${edge.both ? ' data-both="true"' : ""}>`,
    `<path class="line" d="${path}"/>`,
    arrow(points.at(-2), points.at(-1)),
    ...(edge.both ? [arrow(points[1], points[0])] : []),
    ...lines.map(
      (line, index) =>
        `<text class="detail" x="${round((label?.x ?? 0) + 3)}" y="${round((label?.y ?? 0) + 11 + index * lineHeight)}">${escaped(line)}</text>`,
    ),
    "</g>",
  ].join("");
}

/** A head at the end of a line that comes from a point. */
function arrow(from: Point | undefined, to: Point | undefined): string {
  if (from === undefined || to === undefined) return "";
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [x, y] = [to.x - dx * head.length, to.y - dy * head.length];
  const corner = (side: number): string => `${round(x - dy * head.half * side)} ${round(y + dx * head.half * side)}`;
  return `<path class="head" d="M${round(to.x)} ${round(to.y)}L${corner(1)}L${corner(-1)}Z"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
