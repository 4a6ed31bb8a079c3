/** Words of programs that mean nothing is there, in any column. */
const ofPrograms =
  /^(nan|null|\(null\)|<null>|none|nil|#n\/a|n\/?a|n\.a\.?|not (applicable|available)|\(blank\)|nat)$/iu;
/** Words and dashes of people that mean it among numbers and days; among words they may be a value of their own. */
const ofPeople = /^(无|没有|暂无|空|未填|不适用|缺失|-+|[—–―－_/]+|\?+)$/iu;

/** True for a text that commonly stands for a blank cell. */
export function saysBlank(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return plain.length <= 16 && (ofPrograms.test(plain) || ofPeople.test(plain));
}

/** True for one that does so in any column: only programs write it. */
export function isProgramsBlank(text: string): boolean {
  return ofPrograms.test(text.normalize("NFKC").trim());
}
