import type { ordersEn } from "./ordersEn";

/** 订单表相关的工作表用语。 */
export const ordersZh: typeof ordersEn = {
  headers: { lastOrder: "最近下单日", orders: "订单数", score: "RFM得分" },
};
