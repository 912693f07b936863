import type { AuditReport, ClaimResult, Refutation } from "../../report/report";
import { consequenceLines } from "../../diff/change-lines";
import type { Finding } from "../../finding";
import { requestInWords } from "../../report/request-words";
import { placeInWords, subjectInWords } from "../../report/where";
import { byId, element } from "./dom";

/** The claims and findings in which the search is found and which concern the account that is filtered for. */
export function showLists({ claims, findings }: AuditReport, search: string): void {
  const order = { refuted: 0, undecided: 1, vacuous: 2, proved: 3 } as const;
  const sorted = [...claims].sort((one, other) => order[one.outcome] - order[other.outcome]);
  byId("claim-list").replaceChildren(...sorted.map(claimItem).filter(holding(search)));
  byId("finding-list").replaceChildren(...findings.map(findingItem).filter(holding(search)));
}

function holding(search: string): (item: HTMLElement) => boolean {
  return (item) => (item.textContent ?? "").toLowerCase().includes(search);
}

function claimItem({
  guardrail,
  claim,
  sentence,
  outcome,
  why,
  accounts,
  refutations,
  place,
}: ClaimResult): HTMLElement {
  const reach = `${accounts} account${accounts === 1 ? "" : "s"}${why === undefined ? "" : `; ${why}`}`;
  return element("li", {
    class: outcome,
    children: [
      element("span", { class: "badge", text: outcome }),
      element("code", { text: `${guardrail}/${claim}` }),
      element("p", { text: sentence }),
      element("p", { class: "dim", text: [reach, place && placeInWords(place)].filter(Boolean).join(" · ") }),
      ...refutations.map(refutationItem),
    ],
  });
}

function refutationItem({ accounts, request, escape }: Refutation): HTMLElement {
  return element("details", {
    children: [
      element("summary", {
        text: `Allowed in ${accounts.length} account${accounts.length === 1 ? "" : "s"}${escape === undefined ? "" : `: ${escape}`}`,
      }),
      element("p", { text: accounts.join(", ") }),
      element("pre", { text: requestInWords(request) }),
    ],
  });
}

function findingItem({ rule, severity, message, where, remedy, request, changes = [] }: Finding): HTMLElement {
  return element("li", {
    class: severity,
    children: [
      element("span", { class: "badge", text: severity }),
      element("code", { text: rule }),
      element("p", { text: `${subjectInWords(where)}: ${message}` }),
      ...(request === undefined || changes.length > 0 ? [] : [element("pre", { text: requestInWords(request) })]),
      ...(changes.length === 0 ? [] : [element("pre", { text: consequenceLines(changes).join("\n") })]),
      element("p", { text: remedy }),
      element("p", { class: "dim", text: placeInWords(where) ?? "" }),
    ],
  });
}
