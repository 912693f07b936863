import type { ChangeKind } from "../difference/change";

/** A picture before anything has a place. */
export interface Graph {
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Boxes in rows where nothing leads from one to another; from left to right otherwise. */
  readonly layout: "flow" | "boxes";
}

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** Its look: a class of the style sheet. */
  readonly kind: string;
  readonly change?: ChangeKind | undefined;
  readonly children?: readonly GraphNode[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly kind: string;
  /** Whether it leads the other way too. */
  readonly both?: boolean;
  readonly change?: ChangeKind | undefined;
}

/** What a box is called in its picture: what a change does to it is no matter of colour alone. */
export function saidOf({ label, change }: GraphNode): string {
  return change ? `${label} (${change})` : label;
}
