/** True for a number format that shows a day or a time; dates are numbers, and only their format tells. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /[ymd年月日]/iu.test(bare) && !/general/iu.test(bare);
}
