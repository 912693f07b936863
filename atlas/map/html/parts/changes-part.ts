import { escaped } from "../../../../audit/html/escaped";
import type { Change } from "../../difference/change";

/** Everything a change does, by what it does. */
export function changesPart(changes: readonly Change[], base: string | undefined): string {
  if (base === undefined) return "<p>Compared with nothing: --base REVISION says with what.</p>";
  if (changes.length === 0) return `<p>Nothing on the map is other than at ${escaped(base)}.</p>`;
  const rows = changes.map(
    ({ id, kind, words }) =>
      `<tr class="${kind}"><td><span class="mark ${kind}">${kind}</span></td><td>${escaped(id)}</td><td>${escaped(words)}</td></tr>`,
  );
  return `<table><caption>Since ${escaped(base)}</caption><thead><tr><th scope="col">What</th><th scope="col">Of</th><th scope="col">How</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
