import type { Matrix } from "../../report/report";
import { byId, element } from "./dom";
import type { Selection } from "./selection";
import { cellOf, symbols } from "./standing";

/** Pixels; the style sheet draws cells of this size. */
const size = { row: 26, column: 26, head: 120, name: 220 } as const;

/** Rows and columns drawn beyond what is in view, so that scrolling shows no gap. */
const margin = 4;

export interface Grid {
  show(selection: Selection): void;
  focus(): void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * The matrix as a grid of which only what is in view is drawn, with one place that the keyboard moves
 * (WAI-ARIA Authoring Practices, "Grid Pattern"; focus by aria-activedescendant).
 */
export function gridOf(matrix: Matrix, open: (account: number, service: number) => void): Grid {
  const view = byId("grid");
  const content = byId("grid-content");
  let selection: Selection = { accounts: [], services: [] };
  let active: Place = { row: 0, column: 0 };

  const draw = (): void => {
    const { accounts, services } = selection;
    const rows = inView(view.scrollTop, view.clientHeight - size.head, size.row, accounts.length);
    const columns = inView(view.scrollLeft, view.clientWidth - size.name, size.column, services.length);
    const parts: HTMLElement[] = [corner(view)];
    for (const column of columns) parts.push(heading(services[column]?.prefix ?? "", column, view.scrollTop));
    for (const row of rows) {
      const account = accounts[row];
      if (account === undefined) continue;
      const line = element("div", { attributes: { role: "row", "aria-rowindex": String(row + 2) } });
      line.append(rowName(account.name, row, view.scrollLeft));
      for (const column of columns) {
        const service = services[column];
        if (service === undefined) continue;
        const standing = cellOf(matrix, account.group, service);
        const isActive = active.row === row && active.column === column;
        const cell = element("div", {
          class: `cell ${standing}${isActive ? " active" : ""}`,
          text: symbols[standing],
          attributes: {
            role: "gridcell",
            id: `cell-${row}-${column}`,
            "aria-colindex": String(column + 2),
            "aria-selected": String(isActive),
            "aria-label": `${account.name}, ${service.prefix}: ${standing}`,
          },
        });
        put(cell, size.name + column * size.column, size.head + row * size.row);
        line.append(cell);
      }
      parts.push(line);
    }
    content.replaceChildren(...parts);
    view.setAttribute("aria-activedescendant", `cell-${active.row}-${active.column}`);
  };

  const move = (to: Place): void => {
    active = {
      row: within(to.row, selection.accounts.length),
      column: within(to.column, selection.services.length),
    };
    scrollTo(view, active);
    draw();
  };

  const openAt = ({ row, column }: Place): void => {
    const account = selection.accounts[row];
    const service = selection.services[column];
    if (account !== undefined && service !== undefined) open(matrix.accounts.indexOf(account), service.index);
  };

  view.addEventListener("scroll", () => requestAnimationFrame(draw));
  window.addEventListener("resize", () => move(active));
  view.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.floor((view.clientHeight - size.head) / size.row) - 1);
    const to = destination(event, active, page, selection);
    if (event.key === "Enter" || event.key === " ") openAt(active);
    else if (to === undefined) return;
    else move(to);
    event.preventDefault();
  });
  view.addEventListener("click", ({ target }) => {
    const place = target instanceof HTMLElement ? /^cell-(\d+)-(\d+)$/.exec(target.id) : null;
    if (place === null) return;
    move({ row: Number(place[1]), column: Number(place[2]) });
    openAt(active);
  });

  return {
    show: (next) => {
      selection = next;
      content.style.width = `${size.name + next.services.length * size.column}px`;
      content.style.height = `${size.head + next.accounts.length * size.row}px`;
      view.setAttribute("aria-rowcount", String(next.accounts.length + 1));
      view.setAttribute("aria-colcount", String(next.services.length + 1));
      move(active);
    },
    focus: () => view.focus(),
  };
}

function destination(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Place,
  page: number,
  { accounts, services }: Selection,
): Place | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    case "Home":
      return { row: ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: ctrlKey ? accounts.length - 1 : row, column: services.length - 1 };
    default:
      return undefined;
  }
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}

function inView(from: number, length: number, step: number, count: number): readonly number[] {
  const first = Math.max(0, Math.floor(from / step) - margin);
  const last = Math.min(count, Math.ceil((from + Math.max(length, 0)) / step) + margin);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

function scrollTo(view: HTMLElement, { row, column }: Place): void {
  const top = row * size.row;
  const left = column * size.column;
  const height = view.clientHeight - size.head - size.row;
  const width = view.clientWidth - size.name - size.column;
  if (top < view.scrollTop) view.scrollTop = top;
  else if (top > view.scrollTop + height) view.scrollTop = top - Math.max(0, height);
  if (left < view.scrollLeft) view.scrollLeft = left;
  else if (left > view.scrollLeft + width) view.scrollLeft = left - Math.max(0, width);
}

function corner(view: HTMLElement): HTMLElement {
  const made = element("div", { class: "corner" });
  put(made, view.scrollLeft, view.scrollTop);
  return made;
}

function heading(prefix: string, column: number, top: number): HTMLElement {
  const attributes = { role: "columnheader", "aria-colindex": String(column + 2), title: prefix };
  const made = element("div", { class: "heading", attributes, children: [element("span", { text: prefix })] });
  put(made, size.name + column * size.column, top);
  return made;
}

function rowName(name: string, row: number, left: number): HTMLElement {
  const made = element("div", { class: "name", text: name, attributes: { role: "rowheader", title: name } });
  put(made, left, size.head + row * size.row);
  return made;
}

function put(made: HTMLElement, left: number, top: number): void {
  made.style.left = `${left}px`;
  made.style.top = `${top}px`;
}
