import type { FailureData } from "../../failure";
import type { FailuresWords, FailureWords } from "./tellFailure";
import { policyProblem } from "../policyProblem";
import { policyProblemsEn } from "../policyProblemsEn";
import { clock, fact, listed, meant } from "./facts";

const same =
  (what: string, next: string): FailureWords =>
  () => [what, next];

const nothingWritten = "Nothing was written.";

/** English words for every failure. */
export const failuresEn: FailuresWords = {
  "no-table": same(
    "This workbook has no table.",
    "Select a cell of your customer list, press Ctrl+T to make it a table, then look again.",
  ),
  "missing-table": same(
    "The customer table is no longer in this workbook.",
    "Choose the table again. If it was deleted by mistake, undo that in Excel.",
  ),
  "empty-table": same("The table has no rows.", "Fill in the customers, then read the table again."),
  "no-header": same(
    "The table shows no header row, so its columns have no names.",
    "Tick Header Row under Table Design in Excel, then read the table again.",
  ),
  "missing-column": (failure) => [
    `A column that the segmentation needs is not in the table${meant(failure, (name) => `; did you mean “${name}”?`, ".")}`,
    `If it was renamed or deleted, choose another column, or give it its old name back.${listed(failure, "columns", (names) => ` The table has: ${names}.`)}`,
  ],
  "same-column-names": same(
    "Two columns have names that look alike, so it is unclear which one is meant.",
    "Rename one of them. Names must differ in more than capitals and spaces.",
  ),
  "no-key-column": same(
    "No column tells the customers apart: every column has blanks or repeats.",
    "Choose another table, or let Tierbook add an id column of its own.",
  ),
  "blank-key": (failure) => [
    `Rows without a key: ${fact(failure, "count", "at least one")}. Their labels could not be matched to a customer.`,
    "Fill in the key of these rows, or choose another key column.",
  ],
  "duplicate-key": (failure) => [
    `Keys that stand in more than one row: ${fact(failure, "count", "at least one")}${firstKey(failure)}.`,
    "Merge or remove the repeated rows, or choose a column in which each customer stands once.",
  ],
  "digits-lost": same(
    "The key holds numbers of more than 15 digits. Excel has rounded them, so customers can no longer be told apart.",
    "Import that column again as text, or choose another key column.",
  ),
  "not-a-number": same(
    "The value column holds nothing that could be added up.",
    "Choose a column of numbers. Numbers stored as text have to be converted first (Data, Text to Columns).",
  ),
  "no-positive-value": same(
    "No customer has a value above zero, so there is nothing to share out.",
    "Choose another value column, or check its sign and unit.",
  ),
  "bad-parameter": same(
    "A setting of the segmentation lies outside what the method allows.",
    "Check the cut-offs: they rise, and lie between 0 and 100 %.",
  ),
  "mixed-currencies": (failure) => [
    `The column “${fact(failure, "column", "of the amounts")}” shows amounts in several currencies: ${fact(failure, "currencies", "at least two")}, first in ${fact(failure, "cells", "the cells named")}. Tierbook does not add currencies.`,
    "Choose a column of amounts in one currency whose name says so, such as “Balance (CNY)”, or keep the customers of one currency in a table of their own. If the column does not say what currency the amounts are in, take that role from it under Data.",
  ],
  "missing-orders": same(
    "The table of orders that a segmentation goes by is not in this workbook.",
    "Choose the table of orders again, or put the orders back into the workbook as a table of that name.",
  ),
  "no-dates": (failure) => [
    `Not one cell of the column “${fact(failure, "column", "of dates")}” can be read as a date. A year such as 2026, or a month such as 202610 in a cell of numbers, is no day.`,
    "Choose the column that says when a line was ordered, or say under Data in which order its dates name day, month and year.",
  ],
  "no-matching-orders": (failure) => [
    `Not one line of the table “${fact(failure, "table", "of orders")}” belongs to a customer of the customer table: no value of “${fact(failure, "column", "the customer column")}” is one of its keys.`,
    "Choose the column that holds the same ids as the key column. Ids must be alike to the letter: 007 and 7 are two.",
  ],
  "orders-changed": (failure) => [
    `The table “${fact(failure, "table", "of orders")}” changed while the run was reading. ${nothingWritten}`,
    "Run again when nobody is changing the orders.",
  ],
  "sheet-protected": same(
    "The sheet is protected, so no labels can be written.",
    "Unprotect it under Review in Excel, then try again. The preview works without that.",
  ),
  "structure-protected": same(
    "The structure of the workbook is protected, so no sheet can be added.",
    "Unprotect the workbook under Review in Excel, then try again.",
  ),
  "workbook-read-only": same(
    "The workbook is open for reading only.",
    "Save a copy that you may change, then run the segmentation there.",
  ),
  "access-denied": same(
    "Excel does not allow this change. A sensitivity label or missing permission is the likely cause.",
    "Ask the person who set the permissions, or work in a copy that you may change.",
  ),
  "table-filtered": (failure) => [
    failure.detail?.["column"]
      ? `The table is filtered, and the filter of “${fact(failure, "column", "a column")}” could not be set again: it goes by colours, icons, ranks or groups of dates.`
      : "The table is filtered. Excel may put values into the wrong rows while rows are hidden by a filter.",
    "Clear the filter, then run again.",
  ],
  "cells-in-the-way": same(
    "There is no room for a label column: the cells right of the table are in use.",
    "Move what stands there, or insert an empty column right of the table, then run again.",
  ),
  "merged-cells": same(
    "There are merged cells where the labels have to go.",
    "Unmerge them under Home in Excel, then run again.",
  ),
  "sheet-full": same(
    "The sheet has no room left for what has to be written.",
    "Remove rows or columns that are no longer needed, or move the table to a sheet of its own.",
  ),
  "workbook-busy": same(
    "Excel is busy, most likely because a cell is being edited.",
    "Press Enter in Excel to finish editing, then try again.",
  ),
  "workbook-behind": same(
    "Another workbook is in front, and Excel works for the one in front alone.",
    "Bring this workbook to the front, then try again.",
  ),
  "workbook-changed": same(
    "A sheet, a table or a name that Tierbook was working with was deleted, renamed or made meanwhile.",
    "Look at the workbook, then try again.",
  ),
  "session-lost": same(
    "Excel has lost touch with this pane, as after a long pause or without network.",
    "Close the pane and open it again; in a browser, load the page again. It will say whether a run is unfinished.",
  ),
  "too-many-cells": same(
    "Excel refuses to hand over or to take so many cells.",
    "Remove rows and columns that are not needed, or split the table.",
  ),
  "excel-too-old": same(
    "This Excel, or the kind of sheet in front, does not offer something that Tierbook needs.",
    "Go to a sheet with cells and try again. If it happens again, update Excel (ExcelApi 1.13).",
  ),
  "table-changed": same(
    `The table was sorted or changed while the run was going on. ${nothingWritten}`,
    "Run again when nobody is changing the table.",
  ),
  "run-unfinished": same(
    "An earlier run was interrupted and has not been finished.",
    "First finish it or roll it back.",
  ),
  "being-written": (failure) => {
    const [by, kind] = [fact(failure, "by", ""), fact(failure, "kind", "")];
    const since = clock(fact(failure, "since", ""));
    const does = { run: "a run", undo: "an undoing", owners: "a change of owners", finish: "the end of a run" }[kind];
    const who = by === "" ? "Somebody else" : by;
    return [
      `${who} is writing to this workbook${since === "" ? "" : ` since ${since}`}: ${does ?? "another writing"}. ${nothingWritten}`,
      "Wait until that has ended, look again, and write again.",
    ];
  },
  "nothing-to-undo": same(
    "There is no run that could be undone: only the last one can, once, and not one of an earlier Tierbook.",
    "Nothing was changed. To get other segments, change the settings and run again.",
  ),
  "carry-broken": same(
    "This is no file that Tierbook saved for the next month, or it was changed or damaged since.",
    "Save it again from last month's workbook. Nothing was taken over.",
  ),
  "carry-too-new": same(
    "A newer Tierbook saved this file.",
    "Open the workbook with that version of Tierbook. Nothing was taken over.",
  ),
  "carry-too-large": same(
    "There are too many clients for one file.",
    "Copy next month's table into this workbook instead, and choose it there.",
  ),
  "carry-not-empty": same(
    "This workbook has a run of its own, which would be lost.",
    "Undo it first, or begin in a workbook without a run. Nothing was taken over.",
  ),
  "carry-few-match": (failure) => [
    `Of ${fact(failure, "former", "the")} clients in the file of last month ${fact(failure, "matched", "few")} are among the ${fact(failure, "now", "")} of this table. Nothing was written.`,
    "Check that it is the file of this portfolio, and that the key column is the same as then.",
  ],
  "pack-exists": same(
    "The workbook has a sheet of this name already, and a frozen pack is never written over.",
    "Give another name, such as one with a number. Nothing was written.",
  ),
  "cell-changed": (failure) => [
    `Somebody changed this cell meanwhile. It now holds: ${fact(failure, "found", "nothing")}. Yours was not saved.`,
    "Look at both, then enter what holds.",
  ],
  "missing-range": same(
    "The workbook has no such cells or name.",
    "Select the cells of your list in Excel, its header included, then try again.",
  ),
  "no-cells-selected": same(
    "What is selected is not one range of cells, but a chart or a picture, several ranges, or several sheets at once.",
    "Click one cell of your list on its own sheet, then try again.",
  ),
  "empty-range": same(
    "There is nothing in these cells.",
    "Select the cells of your list in Excel, its header included, then try again.",
  ),
  "header-not-found": same(
    "No row of column names was found in these cells.",
    "Say which row is the header (in a plan's file: reading.header), put a name above every column in one row, or select the list together with its header.",
  ),
  "range-has-table": same(
    "A table stands in these cells already.",
    "Choose that table from the list, or select cells beside it.",
  ),
  "list-not-in-place": same(
    "These cells cannot become a table as they stand: names are missing, repeated or merged, or rows are blank or totals.",
    "Let Tierbook make a clean copy on a new sheet, or put the list in order first.",
  ),
  "reading-undeclared": (failure) => [
    `Text can be read in more than one way in: ${fact(failure, "columns", fact(failure, "column", "the column concerned"))} (${fact(failure, "cells", "see the list")}).`,
    `Say how numbers and dates that are text are written, then try again. In a plan's file: ${fact(failure, "keys", "reading")}. Nothing was written.`,
  ],
  "reading-contradicted": (failure) => [
    `What was said of how text is written does not fit: ${fact(failure, "columns", "the column concerned")}, for example ${fact(failure, "cells", "see the list")}.`,
    `Say it of these columns by themselves, then try again. In a plan's file: ${fact(failure, "keys", "reading.columns")}. Nothing was written.`,
  ],
  "merged-undeclared": (failure) => [
    `Cells are merged down over several rows in: ${fact(failure, "columns", "the column concerned")} (blank: ${fact(failure, "cells", "see the list")}).`,
    `Say that what they hold stands in each of their rows, or take them apart in Excel. In a plan's file: ${fact(failure, "keys", "reading.mergedCells")}. Nothing was written.`,
  ],
  "merged-amounts": (failure) => [
    `An amount is merged over several rows of “${fact(failure, "column", "the list")}”: ${fact(failure, "cells", "see the list")}. Nobody can say how much of it is whose.`,
    "Unmerge these cells in Excel and write into each row what belongs to it. Nothing was written.",
  ],
  "totals-row": same(
    "The Owners table shows a totals row, which is where new segments go. Nothing was written.",
    "Untick Total Row under Table Design in Excel, then run again.",
  ),
  "policy-invalid": (failure) => {
    const [what, next] = policyProblem(
      policyProblemsEn,
      fact(failure, "problem", ""),
      fact(failure, "found", ""),
      fact(failure, "of", ""),
    );
    return [`${what} ${nothingWritten}`, next];
  },
  "policy-changed": same(
    `The Policy sheet changed since the pane read it. ${nothingWritten}`,
    "Look again: take over what the sheet says, then run.",
  ),
  "plan-changed": (failure) => {
    const person = fact(failure, "person", "");
    return [
      `${person === "" ? "Somebody" : person} saved other settings in this workbook since the pane read them. ${nothingWritten}`,
      "Look at the differences under Segments: take theirs over, or keep yours and write again. Theirs stay among the earlier settings under History.",
    ];
  },
  "plan-broken": (failure) => {
    const where = failure.subject === undefined ? "" : ` at ${failure.subject}`;
    switch (fact(failure, "problem", "")) {
      case "no-cell-mapped":
        return [
          `The policy matrix says nothing of any combination, so nobody would have a policy. ${nothingWritten}`,
          "Choose a class for at least one combination, then run again.",
        ];
      case "text-too-long":
        return [
          `A name or text in the settings is longer than ${fact(failure, "limit", "255")} characters. ${nothingWritten}`,
          "Shorten it, then run again.",
        ];
      default:
        return [
          "The stored settings are damaged or incomplete and cannot be used.",
          `Your data is untouched. Set the segmentation up again, or correct the plan${where}.`,
        ];
    }
  },
  "plan-hostile": same(
    "The stored settings look as if someone had tampered with them. They were not used.",
    "Your data is untouched. Ask where this file comes from, then set the segmentation up again.",
  ),
  "plan-too-new": (failure) => [
    `The settings were saved by a newer Tierbook (format ${fact(failure, "found", "unknown")}; this one knows format ${fact(failure, "known", "1")}).`,
    "Update Tierbook. Until then, the settings stay as they are and nothing is saved over them.",
  ],
  "plan-file": (failure) => [
    fact(failure, "says", "it is no plan that could be run."),
    "Correct the file, then run again. Nothing was written.",
  ],
  "no-plan": same(
    "This workbook holds no segmentation yet.",
    "Choose a table and set one up. For the headless run, give a plan with --plan.",
  ),
  "file-not-read": same("The file is not there, or may not be read.", "Check its path and who may read it."),
  "file-not-written": same(
    "The file cannot be written there. Nothing was written.",
    "Check that the folder exists, that the file is not marked read-only and that no program has it open, or give another path.",
  ),
  "not-a-workbook": same(
    "The file is not an .xlsx workbook, or it is damaged.",
    "Open it in Excel and save it as an .xlsx workbook.",
  ),
  "file-too-large": same(
    "The file unpacks to more than Tierbook reads.",
    "Remove what is not needed, or split the workbook.",
  ),
  "file-encrypted": same(
    "The file is protected by a password.",
    "Open it in Excel, remove the password, and save a copy.",
  ),
  "file-xls": same("The file is an .xls of Excel 97 to 2003.", "Open it in Excel and save it as an .xlsx workbook."),
  "file-xlsb": same(
    "The file is an .xlsb, a binary workbook.",
    "Open it in Excel and save it as an .xlsx workbook, or as .xlsm if it has macros.",
  ),
  "file-macros": same(
    "The workbook has macros, and Excel opens no .xlsx file with macros. Nothing was written.",
    "Give the output a name that ends in .xlsm.",
  ),
  "file-ending": same(
    "Tierbook writes workbooks as .xlsx, or as .xlsm with macros. Nothing was written.",
    "Give the output a name that ends so.",
  ),
  cancelled: same(`Stopped as you asked. ${nothingWritten}`, "Run again whenever you like."),
  "no-answer": same(
    "Excel is not answering.",
    "Wait a little. If nothing happens, close and reopen the workbook: it will say whether a run is unfinished.",
  ),
  "rolled-back": same(
    "Something went wrong on the way. The workbook is as it was before the run.",
    "Try again. If it happens again, save the workbook under another name and run it there.",
  ),
  "rollback-failed": (failure) => [
    `The run failed, and so did putting the workbook back. Do not rely on: ${fact(failure, "columns", "the label columns")}.`,
    "Close the workbook without saving it, or open Tierbook again to roll back.",
  ],
  "formula-failed": (failure) => [
    failure.detail?.["shown"]
      ? `A formula that Tierbook wrote shows ${fact(failure, "shown", "an error")}.`
      : "Excel did not keep a formula that Tierbook wrote.",
    "Run again. If it happens again, rename the columns that the settings use to plain words, and run once more.",
  ],
  "engine-stopped": same(
    `The calculation stopped unexpectedly. ${nothingWritten}`,
    "Try again. If it happens again, close other programs to free memory, or use fewer columns.",
  ),
  "part-missing": same(
    "A part of Tierbook could not be loaded.",
    "Check the network, then try again. If it happens again, close the pane and open it once more.",
  ),
  unexpected: same(
    "Something went wrong that Tierbook does not know.",
    "Try again. If it happens again, save your workbook and reopen it.",
  ),
};

/** The first repeated key and where it stands. */
function firstKey(failure: FailureData): string {
  const key = fact(failure, "key", "");
  return key === "" ? "" : `; the first is ${key}, in ${fact(failure, "cells", failure.subject ?? "")}`;
}
