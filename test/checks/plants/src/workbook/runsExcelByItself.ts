export const settle = (): Promise<void> => Excel.run((context) => context.sync());
