export function address(context: Excel.RequestContext): string {
  const range = context.workbook.getSelectedRange();
  range.load("address");
  return range.address;
}
