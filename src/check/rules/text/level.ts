/** The level of government that a place belongs to, as the word that stands before 级 or 直. */
export interface OwnLevel {
  /** The word that the place itself uses. */
  readonly word: string;
  /** Words that are right for it. */
  readonly allowed: readonly string[];
}

/** Bodies that are paid from another level than the place they are named after. */
const paidElsewhere =
  /法院|检察院|监狱|戒毒|税务|气象|海关|消防|大学|学院|高等专科|森林公安|烟草|地震|邮政|统计局.*调查队/;

/**
 * The level by the last word of the region. Null where it is not decided: no region, an undivided zone,
 * or a body whose money comes from a higher level (courts and procuratorates, universities).
 */
export function ownLevel(region: string | null, department: string | null): OwnLevel | null {
  if (region === null || paidElsewhere.test(department ?? '')) return null;
  // The region of “…县城市管理局” is the county; 城市 belongs to the body's name.
  const place = region.replace(/城市$/, '城').replace(/(县|区|旗)城$/, '$1');
  if (/(?:开发区|高新区|新区|园区|示范区|保税区|风景区|管理区)$/.test(place)) return null;
  if (place.endsWith('自治区')) return { word: '自治区', allowed: ['区', '自治区'] };
  if (place.endsWith('地区')) return { word: '地区', allowed: ['地', '市'] };
  return levels[place.slice(-1)] ?? null;
}

const levels: Readonly<Record<string, OwnLevel>> = {
  省: { word: '省', allowed: ['省'] },
  // A city may be of the county level.
  市: { word: '市', allowed: ['市', '县'] },
  州: { word: '州', allowed: ['州', '市'] },
  盟: { word: '盟', allowed: ['盟', '市'] },
  区: { word: '区', allowed: ['区', '县'] },
  县: { word: '县', allowed: ['县'] },
  旗: { word: '旗', allowed: ['旗', '县'] },
};
