const label =
  /^(as (of|at)|date|(report|data|print(ed)?|run|statement|cut-?off)[\s_]*(date|on|time)|unit|currency|period|page|prepared( by| on)?|printed( by| on)?|checked( by)?|approved( by)?|reviewed( by)?|source|notes?|remarks?|from|to|report|branch|generated( by| on)?|截[至止](日期|时间)?|统计日期|数据日期|报表日期|报送日期|报告日期|填报日期|打印日期|制表日期|日期|时间|期间|报告期|(金额|数量|货币|计量)?单位|币种|页码|制表人?|编制人?|填表人?|填报人?|填报(单位|机构)|编制单位|报送(单位|机构)|机构名称|复核人?|审核人?|审批人?|负责人|经办人?|联系人|联系电话|主管|备\s*注|注|说明|来源|数据来源)$/iu;
const begins =
  /^(as (of|at)\b|截[至止]|(金额|数量|货币|计量)?单位\s*[::]|币种\s*[::]|in (thousands|millions|billions)\b|(amounts?|figures) in\b|page \d|第\s*\d+\s*页|共\s*\d+\s*页|制表|编制|填表人|填报|复核|审核|审批|(备\s*)?注\s*\d*\s*[::.]|说明\s*[::]|数据来源|打印|source\s*:|notes?\s*:|prepared by|printed|generated)/iu;
/** "of which" names a part of an amount, and is a header's word. */
const part = /^\s*(其中|of which|thereof|davon)/iu;

/** True for a text that tells of a list instead of naming a column: "报表日期：2026-10-31", "单位：万元", "Prepared by: Li". */
export function isInformation(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  if (part.test(plain)) return false;
  const bare = plain.replace(/[(（[【].*?[)）\]】]/gu, "");
  return begins.test(bare) || /^[^:]{1,30}:\s*\S/u.test(bare) || (bare.endsWith(":") && isInformationLabel(bare));
}

/** True for a text behind which the next cell says what it is: "As of", "单位". */
export function isInformationLabel(text: string): boolean {
  return label.test(text.normalize("NFKC").trim().replace(/\s*:$/u, ""));
}

/** True for words that tell a reader what to do, where a name would stand: "do not edit! --->". */
export function isInstruction(text: string): boolean {
  return /^(please )?(do not|don't)\b|^请(勿|不要)|^勿|[-=]{2,}>|<[-=]{2,}|→|!{1,}\s*$/iu.test(
    text.normalize("NFKC").trim(),
  );
}
