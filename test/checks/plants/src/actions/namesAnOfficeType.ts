export const address = (range: Excel.Range): string => range.address;
