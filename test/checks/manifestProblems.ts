import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import { pngSize } from "./pngSize";

/** Reads a file of the site by its path under the origin, such as "assets/icon-16.png"; null where there is none. */
export type ReadSiteFile = (path: string) => Uint8Array | null;

/**
 * Everything Excel would refuse, or a reader of another language would miss, in an add-in only manifest.
 *
 * Works without a network. Microsoft's own service (`npm run validate`) has the last word on what it accepts.
 * Source: the element pages of the add-in only manifest reference on learn.microsoft.com/javascript/api/manifest.
 *
 * @returns one line per problem, none for a sound manifest
 */
export function manifestProblems(xml: string, readSiteFile: ReadSiteFile): readonly string[] {
  const parsed = parse(xml);
  if (typeof parsed === "string") return [parsed];
  return [
    ...orderProblems(parsed, "OfficeApp"),
    ...identityProblems(parsed),
    ...urlProblems(parsed),
    ...iconProblems(parsed, readSiteFile),
    ...resourceProblems(parsed),
    ...languageProblems(parsed),
    ...lengthProblems(parsed),
  ];
}

function parse(xml: string): Element | string {
  let broken: string | undefined;
  try {
    const onError = (_level: string, message: string): void => void (broken ??= message);
    const root = new DOMParser({ onError }).parseFromString(xml, "text/xml").documentElement;
    if (broken === undefined && root?.localName === "OfficeApp") return root;
  } catch (error) {
    broken ??= String(error);
  }
  return `not well-formed: ${broken ?? "the root is no OfficeApp"}`;
}

/**
 * Children in the order that the schema asks for: "?" at most one, "+" one or more, "*" any number, else exactly one.
 * A name stands with its parent where one name means two things.
 */
const children: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...["Id", "AlternateId?", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
    ...[
      "HighResolutionIconUrl",
      "SupportUrl",
      "AppDomains?",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
    ],
    "VersionOverrides",
  ],
  DisplayName: ["Override*"],
  "OfficeApp/Description": ["Override*"],
  IconUrl: ["Override*"],
  HighResolutionIconUrl: ["Override*"],
  SupportUrl: ["Override*"],
  AppDomains: ["AppDomain+"],
  "OfficeApp/Hosts": ["Host+"],
  Requirements: ["Sets"],
  Sets: ["Set+"],
  DefaultSettings: ["SourceLocation"],
  "DefaultSettings/SourceLocation": ["Override*"],
  VersionOverrides: ["Description?", "Requirements?", "Hosts", "Resources"],
  "VersionOverrides/Hosts": ["Host+"],
  "VersionOverrides/Hosts/Host": ["DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted?", "FunctionFile?", "ExtensionPoint+"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  ExtensionPoint: ["OfficeTab"],
  OfficeTab: ["Group+"],
  Group: ["Label", "Icon", "Control+"],
  Icon: ["Image+"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "Title?"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  Images: ["Image+"],
  "Images/Image": ["Override*"],
  Urls: ["Url+"],
  Url: ["Override*"],
  ShortStrings: ["String+"],
  LongStrings: ["String+"],
  String: ["Override*"],
};

function orderProblems(element: Element, path: string): readonly string[] {
  const names = elements(element).map((child) => child.localName ?? "");
  const steps = path.split("/");
  const rule = [3, 2, 1].map((length) => children[steps.slice(-length).join("/")]).find((found) => found !== undefined);
  const pattern = new RegExp(`^${(rule ?? []).map((child) => child.replace(/^(\w+)/, "(?:$1,)")).join("")}$`);
  const here = pattern.test(names.map((name) => `${name},`).join(""))
    ? []
    : [`${path}: expects ${(rule ?? ["no children"]).join(", ")}; has ${names.join(", ") || "none"}`];
  return [...here, ...elements(element).flatMap((child) => orderProblems(child, `${path}/${child.localName ?? ""}`))];
}

function identityProblems(root: Element): readonly string[] {
  const expected: readonly (readonly [string, RegExp])[] = [
    ["Id", /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ["Version", /^\d{1,5}\.\d{1,5}\.\d{1,5}\.\d{1,5}$/],
    ["DefaultLocale", /^[a-z]{2}-[A-Z]{2}$/],
    ["Permissions", /^ReadWriteDocument$/],
  ];
  const problems = expected
    .filter(([name, pattern]) => !pattern.test(text(root, name)))
    .map(([name]) => `${name}: "${text(root, name)}" is not of the form expected`);
  const type = root.getAttribute("xsi:type") === "TaskPaneApp" ? [] : ["OfficeApp: is no TaskPaneApp"];
  const sets = all(root, "Set");
  const named = sets.some((set) => set.getAttribute("Name") === "ExcelApi");
  const late = sets.filter((set) => Number((set.getAttribute("MinVersion") ?? "").replace(/^1\./, "")) > 13);
  return [
    ...type,
    ...problems,
    ...(named ? [] : ["Requirements: the ExcelApi set is not stated"]),
    // Perpetual Office 2021 stops at 1.14; what is above the minimum is asked for at run time.
    ...late.map(() => "Requirements: a set above 1.13 shuts out Office 2021"),
  ];
}

function urlProblems(root: Element): readonly string[] {
  return everyValue(root)
    .filter(({ value }) => /^[a-z]+:\/\//i.test(value))
    .filter(({ value }) => !value.startsWith("https://") || value.length > 2048)
    .map(({ path, value }) => `${path}: ${value} is no https URL of at most 2048 characters`);
}

function iconProblems(root: Element, readSiteFile: ReadSiteFile): readonly string[] {
  const images = new Map(all(root, "Image").map((image) => [image.getAttribute("id"), image]));
  const asked: readonly (readonly [string, number, Element | undefined])[] = [
    ...all(root, "IconUrl").map((icon) => ["IconUrl", 32, icon] as const),
    ...all(root, "HighResolutionIconUrl").map((icon) => ["HighResolutionIconUrl", 64, icon] as const),
    ...all(root, "Icon").flatMap((icon) =>
      elements(icon).map((image) => {
        const id = image.getAttribute("resid") ?? "";
        return [id, Number(image.getAttribute("size")), images.get(id)] as const;
      }),
    ),
  ];
  const missing = all(root, "Icon").flatMap((icon) => {
    const sizes = elements(icon).map((image) => image.getAttribute("size"));
    return ["16", "20", "32", "80"]
      .filter((size) => !sizes.includes(size))
      .map((size) => `Icon: has no image of ${size} px`);
  });
  return [...missing, ...asked.flatMap(([name, size, element]) => iconProblem(name, size, element, readSiteFile))];
}

function iconProblem(
  name: string,
  size: number,
  element: Element | undefined,
  readSiteFile: ReadSiteFile,
): readonly string[] {
  if (element === undefined) return []; // a resid without a resource is reported as such
  const url = element.getAttribute("DefaultValue") ?? "";
  const bytes = URL.canParse(url) ? readSiteFile(new URL(url).pathname.slice(1)) : null;
  if (bytes === null) return [`${name}: there is no file for ${url}`];
  const found = pngSize(bytes);
  if (found === null) return [`${name}: ${url} is no PNG`];
  if (found.width === size && found.height === size) return [];
  return [`${name}: ${url} is ${found.width} × ${found.height} px, not ${size}`];
}

function resourceProblems(root: Element): readonly string[] {
  const defined = ["Image", "Url", "String"]
    .flatMap((kind) => all(root, kind))
    .flatMap((resource) => resource.getAttribute("id") ?? []);
  const used = everyElement(root).flatMap((element) => element.getAttribute("resid") ?? []);
  const controls = everyElement(root)
    .filter((element) => ["Group", "Control"].includes(element.localName ?? ""))
    .flatMap((element) => element.getAttribute("id") ?? []);
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `resid ${id}: there is no such resource`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id}: nothing uses it`),
    ...twice(defined).map((id) => `resource ${id}: stands twice`),
    ...twice(controls).map((id) => `control ${id}: stands twice`),
    ...defined.filter((id) => id.length > 32).map((id) => `resource ${id}: an id has at most 32 characters`),
  ];
}

/** The language that every text must have beside the default one. */
const second = "zh-CN";

function languageProblems(root: Element): readonly string[] {
  const texts = [...all(root, "DisplayName"), ...all(root, "Description"), ...all(root, "String")];
  return texts
    .filter((element) => element.hasAttribute("DefaultValue"))
    .filter((element) => elements(element).filter((child) => child.getAttribute("Locale") === second).length !== 1)
    .map((element) => `${element.getAttribute("id") ?? element.localName ?? ""}: has no ${second} text of its own`);
}

function lengthProblems(root: Element): readonly string[] {
  const limit = (element: Element): number =>
    element.localName === "DisplayName" || element.parentNode?.localName === "ShortStrings" ? 125 : 250;
  return [...all(root, "DisplayName"), ...all(root, "Description"), ...all(root, "String")].flatMap((element) =>
    [element.getAttribute("DefaultValue"), ...elements(element).map((child) => child.getAttribute("Value"))]
      .filter((value) => value !== null && (value.length > limit(element) || value.trim() === ""))
      .map((value) => `"${value ?? ""}": a text here has 1 to ${limit(element)} characters`),
  );
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function elements(parent: Element): readonly Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

function everyElement(root: Element): readonly Element[] {
  return [root, ...elements(root).flatMap(everyElement)];
}

function all(root: Element, name: string): readonly Element[] {
  return everyElement(root).filter((element) => element.localName === name);
}

function text(root: Element, name: string): string {
  return elements(root).find((element) => element.localName === name)?.textContent ?? "";
}

/** Attribute values and texts, where the manifest keeps its URLs. Namespace names are no URLs to load. */
function everyValue(root: Element): readonly { readonly path: string; readonly value: string }[] {
  return everyElement(root).flatMap((element) => {
    const path = element.getAttribute("id") ?? element.localName ?? "";
    const attributes = Array.from(element.attributes).filter(({ name }) => !name.startsWith("xmlns"));
    const own = elements(element).length === 0 ? [element.textContent ?? ""] : [];
    return [...attributes.map(({ value }) => value), ...own].map((value) => ({ path, value: value.trim() }));
  });
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
