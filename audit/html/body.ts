import type { AuditReport } from "../report/report";
import { counted } from "../report/verdict";
import { escaped } from "./escaped";

/** What the page holds before its script has run. */
export function body(report: AuditReport): string {
  const { organization, universe, verdict, claims, findings, live, matrix } = report;
  const { account, action } = report.scope;
  const about = [
    counted(matrix.accounts.length, "account"),
    `${counted(universe.actions, "action")} of AWS as of ${universe.date} (iam-data ${universe.version})`,
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(action === undefined ? [] : [`actions ${action}`]),
  ];
  return `
<header><h1>Audit of ${escaped(organization)}</h1><span class="dim">${escaped(about.join("; "))}</span>
<button id="theme" type="button">Light or dark</button></header>
<p id="verdict" class="verdict ${verdict.clean ? "clean" : "findings"}">${escaped([verdict.sentence, live?.sentence].filter(Boolean).join(" "))}</p>
<div class="filters" role="search">
<label>Search <input id="search" type="search" aria-keyshortcuts="/" placeholder="press /"></label>
<label>Account <input id="account" type="search"></label>
<label>Organizational unit <select id="unit"><option value="">any</option></select></label>
<label>Service <input id="service" type="search" placeholder="s3"></label>
<label>Action <input id="action" type="search" placeholder="s3:Put*"></label>
<span id="shown" class="dim" role="status"></span></div>
<div role="tablist" aria-label="Parts of the report">
<button role="tab" type="button" id="tab-matrix" aria-controls="panel-matrix" aria-selected="true">Matrix</button>
<button role="tab" type="button" id="tab-claims" aria-controls="panel-claims" aria-selected="false" tabindex="-1">Claims (${claims.length})</button>
<button role="tab" type="button" id="tab-findings" aria-controls="panel-findings" aria-selected="false" tabindex="-1">Findings (${findings.length})</button></div>
<section role="tabpanel" id="panel-matrix" aria-labelledby="tab-matrix">
<div id="grid" role="grid" tabindex="0" aria-label="Accounts and services; arrows move, Enter opens"><div id="grid-content"></div></div>
<aside id="detail" role="region" aria-labelledby="detail-title" hidden><button id="detail-close" type="button">Close (Esc)</button>
<h2 id="detail-title"></h2><p id="detail-path" class="dim"></p>
<table><thead><tr><th>Action</th><th>Stands</th></tr></thead><tbody id="detail-actions"></tbody></table></aside></section>
<section role="tabpanel" id="panel-claims" aria-labelledby="tab-claims" hidden><ul id="claim-list"></ul></section>
<section role="tabpanel" id="panel-findings" aria-labelledby="tab-findings" hidden><ul id="finding-list"></ul></section>`;
}
