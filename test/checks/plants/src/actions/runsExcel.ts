export const sheets = (): Promise<void> => Excel.run((context) => context.sync());
