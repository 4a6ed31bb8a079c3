import { parseArea } from "../model/address";
import type { FilterCriteria, FilterState } from "../model/book";
import { attribute, childrenOf, flag, numberOf, type XmlElement } from "./xmlTree";

/** Reads an `autoFilter` element; null where there is none. */
export function readFilter(element: XmlElement | undefined): FilterState | null {
  const area = parseArea(attribute(element, "ref") ?? "");
  if (!element || !area) return null;
  const criteria = new Map<number, FilterCriteria>();
  for (const column of childrenOf(element, "filterColumn")) {
    const how = column.children[0];
    const id = numberOf(column, "colId");
    if (how && id !== undefined) criteria.set(id, readCriteria(how));
  }
  return { area, criteria };
}

function readCriteria(how: XmlElement): FilterCriteria {
  if (how.local === "filters") {
    const values = childrenOf(how, "filter").map((entry) => attribute(entry, "val") ?? "");
    return { filterOn: "Values", values: flag(how, "blank") ? [...values, ""] : values };
  }
  if (how.local === "customFilters") {
    const [criterion1, criterion2] = childrenOf(how, "customFilter").map(
      (entry) => comparison(attribute(entry, "operator")) + (attribute(entry, "val") ?? ""),
    );
    return {
      filterOn: "Custom",
      ...(criterion1 === undefined ? {} : { criterion1 }),
      ...(criterion2 === undefined ? {} : { criterion2 }),
      // Either may hold unless the file says both. [ECMA-376 part 1, 18.3.2.2]
      ...(criterion2 === undefined || flag(how, "and") ? {} : { operator: "Or" as const }),
    };
  }
  if (how.local === "top10") return { filterOn: "TopItems", criterion1: attribute(how, "val") ?? "10" };
  if (how.local === "dynamicFilter") return { filterOn: "Dynamic", criterion1: attribute(how, "type") ?? "" };
  return { filterOn: how.local === "iconFilter" ? "Icon" : "CellColor" };
}

function comparison(operator: string | undefined): string {
  return (
    { notEqual: "<>", greaterThan: ">", greaterThanOrEqual: ">=", lessThan: "<", lessThanOrEqual: "<=" }[
      operator ?? ""
    ] ?? "="
  );
}
