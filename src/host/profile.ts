/** Which Excel is played. */
export type Client = "web" | "desktop" | "mac";

/** How this Excel behaves where Excels differ. */
export interface Profile {
  /** Writing an array to a range with filtered rows puts values into the wrong rows. [I] P21 office-js#224 */
  readonly misplaceInFilteredRange: boolean;
  /** Writing a formula into a table's empty column fills the column with it. [I] P09 office-js#2093 */
  readonly fillCalculatedColumns: boolean;
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

const alike = { misplaceInFilteredRange: false, fillCalculatedColumns: true, refuseEmptySeries: true, eventsLate: 0 };

/** What is known of the clients; a user's own settings and printers make them differ further. */
export const profiles: Readonly<Record<Client, Profile>> = {
  web: { ...alike, saysWhoEdits: true, hasPrinter: true, sleepsBehind: false },
  desktop: { ...alike, saysWhoEdits: true, hasPrinter: true, sleepsBehind: false },
  mac: { ...alike, saysWhoEdits: false, hasPrinter: false, sleepsBehind: true },
};
