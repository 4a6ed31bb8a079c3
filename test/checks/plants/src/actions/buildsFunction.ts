export const answer = (formula: string): unknown => new Function(`return ${formula}`)();
