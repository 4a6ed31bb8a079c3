const idName =
  /(^|[\s_-])(id|no|nr|key|code|account|phone|tel|mobile|zip|postcode)\.?$|编号|代号|代码|账号|证件|电话|手机|邮编|序号|客户号/iu;
const amountName =
  /outstanding|balance|amount|value|revenue|sales|exposure|turnover|profit|total|deposit|limit|余额|金额|合计|销售|收入|敞口|贷款|存款|利润|额度|授信/iu;
const dateName = /\bdate\b|\bday$|_dt$|\bmonth\b|\bperiod\b|日期|时间|日$|月份|年月|^月$/iu;

/** True for a column that is named like one of ids, whose digits are no amount. */
export function isIdName(name: string): boolean {
  return idName.test(name);
}

/** True for a column that is named like one of amounts. */
export function isAmountName(name: string): boolean {
  return amountName.test(name) && !idName.test(name);
}

/** True for a column that is named like one of days or months. */
export function isDateName(name: string): boolean {
  return dateName.test(name);
}
