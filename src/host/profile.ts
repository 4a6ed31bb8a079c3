/** Which Excel is played. */
export type Client = "web" | "desktop" | "mac";

/** How this Excel behaves where Excels differ. */
export interface Profile {
  /** Writing an array to a range with filtered rows puts values into the wrong rows. [I] P21 office-js#224 */
  readonly misplaceInFilteredRange: boolean;
  /** Writing a formula into a table's empty column fills the column with it. [I] P09 office-js#2093 */
  readonly fillCalculatedColumns: boolean;
  /**
   * Writing different formulas into a column of a standing table leaves the bottommost of them in all its cells: where
   * none of them held a constant before, or always. [I] P07 office-js#5909, #6745, #1916; that constants protect is [K].
   */
  readonly uniteFormulas: "never" | "without-constants" | "always";
  /** Writing "" into a cell of text leaves an empty text there, which is not blank. [I] P05 office-js#1943 */
  readonly keepEmptyText: boolean;
  /** Type, axis and look of a series without values are refused: EmptyChartSeries. [I] P11 office-js#1729, #1688 */
  readonly refuseEmptySeries: boolean;
  /** False: no printer is at hand, and whatever belongs to the page is refused. [K] H11 as PageSetup of Excel on the desktop */
  readonly hasPrinter: boolean;
  /** Says of a change whether the add-in made it: `triggerSource`, ExcelApi 1.14. [D] */
  readonly saysWhoEdits: boolean;
  /** Milliseconds after which events arrive; seconds on the web. [I] P28 office-js#521, #1502 */
  readonly eventsLate: number;
  /** While another workbook is in front, requests wait until this one is again. [I] H4 office-js#6309 */
  readonly sleepsBehind: boolean;
}

const alike = {
  misplaceInFilteredRange: false,
  fillCalculatedColumns: true,
  uniteFormulas: "without-constants",
  keepEmptyText: false,
  refuseEmptySeries: true,
  eventsLate: 0,
} as const;

/** What is known of the clients; a user's own settings and printers make them differ further. */
export const profiles: Readonly<Record<Client, Profile>> = {
  web: { ...alike, saysWhoEdits: true, hasPrinter: true, sleepsBehind: false },
  desktop: { ...alike, uniteFormulas: "never", saysWhoEdits: true, hasPrinter: true, sleepsBehind: false },
  mac: { ...alike, keepEmptyText: true, saysWhoEdits: false, hasPrinter: false, sleepsBehind: true },
};
