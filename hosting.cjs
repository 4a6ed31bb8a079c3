/** What a static host has to be told of dist, and where the pane gets Office.js from. */

/** Microsoft's address of Office.js that the pages in the tree name; TIERBOOK_OFFICE_JS puts another in its place. */
const officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** Hosts that scripts may come from: the two that Office.js always used, and the domain that Microsoft moves it to. */
const scriptHosts = ["https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com", "https://*.static.microsoft"];

/**
 * Who may show the pane: Excel on the web, and Office, SharePoint, OneDrive and Teams around it, in the worldwide cloud,
 * in those of the United States and in that of 21Vianet.
 */
const frameAncestors = [
  "https://*.officeapps.live.com",
  "https://onedrive.live.com",
  "https://*.office.com",
  "https://*.office.net",
  "https://*.office365.com",
  "https://*.microsoft365.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.office365.us",
  "https://*.sharepoint.us",
  "https://*.sharepoint-mil.us",
  "https://*.teams.microsoft.us",
  "https://*.partner.officewebapps.cn",
  "https://*.office365.cn",
  "https://*.sharepoint.cn",
];

/** The address of Office.js that a build was asked for, checked. */
function officeJsAddress(asked = officeJs) {
  const url = URL.canParse(asked) ? new URL(asked) : null;
  // Office.js finds its other files by its own name, and the policy names its host.
  if (url?.protocol !== "https:" || !url.pathname.endsWith("/office.js") || url.search !== "" || url.hash !== "")
    throw new Error(`TIERBOOK_OFFICE_JS requires an https address that ends in /office.js, e.g. ${officeJs}`);
  return url.href;
}

/** The pane's Content-Security-Policy for a response header. */
function panePolicy(address) {
  const { origin, hostname } = new URL(address);
  const known = scriptHosts.includes(origin) || hostname.endsWith(".static.microsoft");
  const scripts = ["'self'", ...scriptHosts, ...(known ? [] : [origin])];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'", // for the Fluent controls
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "worker-src 'self'",
    "child-src 'self'", // what Safari before 15.5 goes by for workers
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${frameAncestors.join(" ")}`,
  ].join("; ");
}

/** A page with the address of Office.js, and with its policy for hosts that send no headers of ours. */
function paneHtml(page, address) {
  // A policy in the page cannot say who may show it: browsers pass that over and complain.
  const policy = panePolicy(address).replace(/; frame-ancestors .*$/, "");
  return page
    .replaceAll(officeJs, address)
    .replace(/(<meta charset="utf-8"\s*\/?>)/, `$1<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/** `assets/_headers` with the pane's policy in its places. */
function headersFile(text, address) {
  return text.replaceAll("{pane-policy}", panePolicy(address));
}

module.exports = { officeJsAddress, paneHtml, headersFile };
