/** Beginnings of the names of China's provinces and of the regions that banks divide it into. */
const chineseRegions =
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 华东 华北 华中 华南 东北 西北 西南 长三角 珠三角 京津冀".split(
    " ",
  );

const regions =
  /^((north|south|east|west|central|middle)([\s-]?(east|west))?(ern)?|midwest|northeast|northwest|southeast|southwest|emea|apac|amer(icas)?|europe|asia([\s-]pacific)?|africa|latam|(north|south|latin)\s+america|middle\s+east|oceania)$/iu;

const sizes =
  /^(特?大|中|小|微)(型|微型|微)?(企业|客户)?$|^(micro|small|medium|mid|large|sme)([\s-]?(sized|cap))?([\s-]?(enterprise|company|client)s?)?$/iu;

const industries =
  /^(agricultur|farming|forestry|fishing|mining|quarrying|manufactur|utilit|construction|wholesale|retail|transport|logistics|accommodation|hospitality|information|telecom|technology|financ|insurance|real\s?estate|education|health|entertainment|energy|chemical|pharma|automotive|food|textile|media|public administration)|^(农|林|牧|渔|采矿|制造|电力|建筑|批发|零售|交通|住宿|餐饮|信息|金融|房地产|租赁|科学研究|水利|居民服务|教育|卫生|文化|公共管理|软件|化工|医药|纺织|食品|机械|电子|物流|能源|钢铁|汽车)/iu;

/** The role of the column in which a value is customary; null for a value that says nothing. */
export function customaryRole(value: string): "region" | "size" | "industry" | null {
  const plain = value.normalize("NFKC").trim();
  if (chineseRegions.some((region) => plain.startsWith(region)) && plain.length <= 10) return "region";
  if (regions.test(plain)) return "region";
  if (sizes.test(plain)) return "size";
  return industries.test(plain) ? "industry" : null;
}
