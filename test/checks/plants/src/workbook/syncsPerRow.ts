export async function clear(context: Excel.RequestContext, rows: readonly Excel.Range[]): Promise<void> {
  for (const row of rows) {
    row.clear();
    await context.sync();
  }
}
