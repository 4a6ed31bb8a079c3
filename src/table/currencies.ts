/** Names and signs of currencies that stand for one code. Dollars and yen without a country stay what they are. */
const names: Readonly<Record<string, string>> = {
  RMB: "CNY",
  人民币: "CNY",
  元: "CNY",
  人民币元: "CNY",
  美元: "USD",
  美金: "USD",
  US$: "USD",
  欧元: "EUR",
  "€": "EUR",
  港币: "HKD",
  港元: "HKD",
  HK$: "HKD",
  日元: "JPY",
  日圆: "JPY",
  英镑: "GBP",
  "£": "GBP",
};

const codes = new Set(
  (
    "AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW " +
    "KWD KZT LKR MAD MOP MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH UYU " +
    "USD VND ZAR"
  ).split(" "),
);

/** The currency that a text names, as one code whatever its spelling; null if it names none that is known. */
export function currencyOfText(text: string): string | null {
  const plain = text.normalize("NFKC").trim().toUpperCase();
  const code = names[plain] ?? plain;
  return codes.has(code) ? code : null;
}

const signs = /US\$|HK\$|[$€£¥￥₹₩₽₺₫฿₪]/u;
/** Where ¥ is a country's own money, by Excel's number of its language. */
const yenByPlace: Readonly<Record<string, string>> = { "804": "CNY", "411": "JPY" };

/** The currency that a number format shows: a code or a sign; null for a format without one. */
export function currencyOfFormat(format: string): string | null {
  const bracketed = /\[\$([^\]-]+)(?:-([0-9a-f]+))?[^\]]*\]/iu.exec(format);
  if (bracketed) {
    const sign = (bracketed[1] ?? "").normalize("NFKC").trim();
    const place = (bracketed[2] ?? "").replace(/^0+/, "").slice(-3);
    return (sign === "¥" ? yenByPlace[place] : null) ?? currencyOfText(sign) ?? (sign === "" ? null : sign);
  }
  // What is left in brackets is a colour, a condition or a language.
  const shown = format.replace(/\[[^\]]*\]/g, "");
  const quoted = [...shown.matchAll(/"([^"]*)"/g)].map(([, text]) => currencyOfText(text ?? ""));
  const named = quoted.find((code) => code !== null);
  if (named !== undefined) return named;
  const sign = signs.exec(shown)?.[0].normalize("NFKC");
  return sign === undefined ? null : (currencyOfText(sign) ?? sign);
}

const declared = /折|等值|本位币|本币|人民币|美元|欧元|港币|equivalent|converted|[€£]/iu;

/** True if a column's name says which currency its amounts are in, or that they were converted. */
export function namesCurrency(header: string): boolean {
  const words = header.normalize("NFKC").split(/[^\p{Letter}$]+/u);
  return (
    declared.test(header) ||
    words.some((word) => word !== "元" && word === word.toUpperCase() && currencyOfText(word) !== null)
  );
}

/** True if a column's name says that it holds currencies. */
export function isCurrencyHeader(header: string): boolean {
  return /^\s*(account |loan )?(currency|ccy|curr?)([\s_.]*code)?\s*$|币种|币别|货币代码/iu.test(
    header.normalize("NFKC"),
  );
}
