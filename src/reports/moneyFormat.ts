/** One format for a whole column, so that its decimals stand below each other. */
export function moneyFormat(amounts: readonly number[]): "money" | "smallMoney" {
  return amounts.some((amount) => Math.abs(amount) >= 1000) ? "money" : "smallMoney";
}
