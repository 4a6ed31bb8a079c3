/** Languages of the pane and of the sheets, chosen apart. */
export type Language = "en" | "zh";

export const languages: readonly Language[] = ["en", "zh"];

/** The locale by which numbers and dates are shown. */
export const localeOf: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };
