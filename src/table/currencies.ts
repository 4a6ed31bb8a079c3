/** Names and signs of currencies that stand for one code. Dollars and yen without a country stay what they are. */
const names: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "CNY:RMB,CNH,人民币,元,人民币元,圆,块,YUAN,RENMINBI,CN¥,CNY¥,¥CNY|USD:美元,美金,美圆,US$,USD$,$US,US DOLLAR,US DOLLARS|" +
    "EUR:欧元,€,EURO,EUROS|HKD:港币,港元,港圆,HK$|JPY:日元,日圆,円,JP¥,YEN|GBP:英镑,£,STERLING,POUNDS STERLING|" +
    "AUD:澳元,澳大利亚元,A$,AU$|CAD:加元,加拿大元,C$,CA$|SGD:新加坡元,新元,S$|TWD:新台币,NT$|NZD:新西兰元,NZ$|BRL:R$|" +
    "MXN:MX$|CHF:瑞士法郎,瑞郎|KRW:韩元,₩|INR:卢比,₹|RUB:卢布,₽|TRY:₺|VND:₫,越南盾|THB:泰铢,฿|" +
    "ILS:₪|PHP:₱|NGN:₦|UAH:₴|KZT:₸|PLN:ZŁ|CZK:KČ|IDR:印尼盾|MYR:林吉特|ZAR:兰特|" +
    "MOP:澳门元,澳门币,MOP$|SAR:﷼"
  )
    .split("|")
    .flatMap((line) => {
      const [code = "", words = ""] = line.split(":");
      return words.split(",").map((word) => [word.normalize("NFKC"), code]);
    }),
);

const codes = new Set(
  (
    "AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW " +
    "KWD KZT LKR MAD MOP MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH UYU " +
    "USD UZS VND XAF XOF ZAR"
  ).split(" "),
);

/** The currency that a text names, as one code whatever its spelling; null if it names none that is known. */
export function currencyOfText(text: string): string | null {
  const plain = text.normalize("NFKC").trim().toUpperCase();
  const code = names[plain] ?? plain;
  return codes.has(code) ? code : null;
}

/** Short words that name money beside an amount only: by themselves they are a relationship manager, or feet. */
const shortWords: Readonly<Record<string, string>> = {
  ...{ FR: "CHF", SFR: "CHF", RS: "INR", TL: "TRY", FT: "HUF", LEI: "RON", RP: "IDR", RM: "MYR", R: "ZAR" },
  ...{ РУБ: "RUB", ГРН: "UAH", ЛВ: "BGN", DIN: "RSD", ДИН: "RSD" },
};

/** True for a word that names money only apart from the digits behind it: "RM 500", but no id "RM500". */
export function isShortMoney(word: string): boolean {
  const plain = word.normalize("NFKC").replace(/\.$/, "").toUpperCase();
  return shortWords[plain] !== undefined || (openSigns[plain] !== undefined && /\p{Letter}/u.test(plain));
}

const signs = /US\$|HK\$|NT\$|NZ\$|R\$|[$€£¥￥₹₩₽₺₫฿₪₱₦₴₸]/u;
/** Where a sign is a country's own money, by Excel's number of its language. */
const moneyByPlace: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "¥": { "804": "CNY", "411": "JPY" },
  $: { "409": "USD", "404": "TWD", C04: "HKD", "1004": "SGD", C09: "AUD", "1009": "CAD", "1409": "NZD", "80A": "MXN" },
  kr: { "41D": "SEK", "414": "NOK", "406": "DKK", "40F": "ISK" },
};
/** Signs without a country, and the money that they may stand for. */
const openSigns: Readonly<Record<string, readonly string[]>> = {
  "¥": ["CNY", "JPY"],
  $: ["USD"],
  KR: ["SEK", "NOK", "DKK", "ISK"],
};

/** The currency that a number format shows: a code or a sign; null for a format without one. */
export function currencyOfFormat(format: string): string | null {
  const bracketed = /\[\$([^\]-]+)(?:-([0-9a-f]+))?[^\]]*\]/iu.exec(format);
  if (bracketed) {
    const sign = (bracketed[1] ?? "").normalize("NFKC").trim();
    const place = (bracketed[2] ?? "").toUpperCase().replace(/^0+/, "");
    const here =
      moneyByPlace[sign.toLowerCase()]?.[place.slice(-4)] ?? moneyByPlace[sign.toLowerCase()]?.[place.slice(-3)];
    return here ?? currencyOfWord(sign) ?? (sign === "" ? null : sign);
  }
  // What is left in brackets is a colour, a condition or a language; behind a backslash stands a character as it is.
  const shown = format
    .replace(/\[[^\]]*\]/g, "")
    .replace(/_.|\*./gu, "")
    .replace(/\\(.)/gu, '"$1"')
    .replace(/""/g, "");
  const quoted = [...shown.matchAll(/"([^"]*)"/g)].map(([, text]) => currencyOfWord((text ?? "").trim()));
  const named = quoted.find((code) => code !== null);
  if (named !== undefined) return named;
  const sign = signs.exec(shown)?.[0].normalize("NFKC");
  return sign === undefined ? null : (currencyOfText(sign) ?? sign);
}

/** The currency that a word beside an amount names: a code, or its sign where that alone does not tell; null for none. */
export function currencyOfWord(word: string): string | null {
  const plain = word.normalize("NFKC").trim();
  const code = currencyOfText(plain);
  if (code !== null) return code;
  const bare = plain.replace(/\.$/, "").toUpperCase();
  if (shortWords[bare] !== undefined) return shortWords[bare];
  if (openSigns[bare]) return bare;
  const parts = plain.split(/\s+/u);
  if (parts.length === 2) {
    const [first, second] = parts.map((part) => currencyOfWord(part));
    return first && second ? sameCurrency(first, second) : null;
  }
  return /^\p{Sc}$/u.test(plain) ? plain : null;
}

/** One currency of two words, where a bare sign may stand for the other; null for two currencies. */
export function sameCurrency(one: string, other: string): string | null {
  if (one === other) return one;
  if (openSigns[one]?.includes(other)) return other;
  return openSigns[other]?.includes(one) ? one : null;
}

/** Currencies without the bare signs that one of the others explains: ¥ beside CNY is no second one. */
export function distinctCurrencies<T>(found: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const kept = new Map(found);
  for (const sign of found.keys()) {
    const same = [...found.keys()].filter((code) => code !== sign && openSigns[sign]?.includes(code));
    if (same.length === 1) kept.delete(sign);
  }
  return kept;
}

/** The one currency that a column's name states; null where it names none or several, or that amounts were converted. */
export function currencyOfHeader(header: string): string | null {
  if (/折|等值|本位币|本币|equivalent|converted/iu.test(header)) return null;
  const words = header
    .normalize("NFKC")
    .split(/[^\p{Letter}$€£]+/u)
    .filter((word) => word !== "元");
  const isName = (word: string): boolean => word === word.toUpperCase() && currencyOfText(word) !== null;
  const found = new Set(words.filter(isName).map(currencyOfText));
  for (const name of ["人民币", "美元", "欧元", "港币", "日元", "英镑"])
    if (header.includes(name)) found.add(currencyOfText(name));
  return found.size === 1 ? ([...found][0] ?? null) : null;
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
