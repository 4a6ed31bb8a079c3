/** What the pane needs to know about the Office it opened in. */
export interface OfficeStart {
  /** False where the page was opened outside Excel, or office.js did not load. */
  readonly inExcel: boolean;
  /** Language of Excel's own menus, e.g. "zh-CN". */
  readonly displayLanguage: string;
  /** Whether Excel's theme is dark; null where Excel does not say. */
  readonly dark: boolean | null;
}

/** Waits for Office and says where the pane stands. */
export async function officeReady(): Promise<OfficeStart> {
  // The script comes from Microsoft's servers: without network there is no global at all.
  if (typeof Office === "undefined") return { inExcel: false, displayLanguage: "", dark: null };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { inExcel: false, displayLanguage: "", dark: null };
  return {
    inExcel: true,
    displayLanguage: Office.context.displayLanguage,
    dark: themeIsDark(Office.context.officeTheme),
  };
}

/**
 * Whether a link that holds a file saves it. Where Excel shows the pane in Apple's web view, on a Mac and on an iPad, such
 * a link does nothing, and says nothing.
 */
export function officeSavesFiles(): boolean {
  const { platform } = Office.context;
  const inAppleView = navigator.userAgent.includes("AppleWebKit/605") && !navigator.userAgent.includes("Safari/");
  return (platform === Office.PlatformType.PC || platform === Office.PlatformType.OfficeOnline) && !inAppleView;
}

/** Excel on the web gives no theme, and older builds give its colours without saying whether it is dark. */
function themeIsDark(theme: Partial<Office.OfficeTheme> | undefined): boolean | null {
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme;
  const colour = /^#?([0-9a-f]{6})$/i.exec(theme?.bodyBackgroundColor ?? "")?.[1];
  if (colour === undefined) return null;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128; // perceived brightness, ITU-R BT.601
}
