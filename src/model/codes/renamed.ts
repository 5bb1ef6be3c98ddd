import { foldName } from './names.ts';

/** A classification item that kept its code and got another name. */
export interface RenamedTerm {
  readonly axis: 'function' | 'deptEconomic';
  readonly code: string;
  readonly former: string;
  readonly name: string;
  /** The first budget year of the new name. */
  readonly since: number;
}

const term = (
  axis: RenamedTerm['axis'],
  code: string,
  former: string,
  name: string,
  since: number,
): RenamedTerm => ({
  axis,
  code,
  former,
  name,
  since,
});

/** Renamings of 政府收支分类科目, oldest first; the list holds only those that are certain. */
export const renamedTerms: readonly RenamedTerm[] = [
  term('function', '211', '环境保护', '节能环保', 2011),
  term('function', '210', '医疗卫生', '医疗卫生与计划生育支出', 2014),
  term('function', '212', '城乡社区事务', '城乡社区支出', 2014),
  term('function', '213', '农林水事务', '农林水支出', 2014),
  term('function', '215', '资源勘探电力信息等事务', '资源勘探信息等支出', 2014),
  term('function', '216', '商业服务业等事务', '商业服务业等支出', 2014),
  term('function', '220', '国土资源气象等事务', '国土海洋气象等支出', 2014),
  term('deptEconomic', '309', '基本建设支出', '资本性支出（基本建设）', 2018),
  term('deptEconomic', '310', '其他资本性支出', '资本性支出', 2018),
  term('function', '207', '文化体育与传媒支出', '文化旅游体育与传媒支出', 2019),
  term('function', '210', '医疗卫生与计划生育支出', '卫生健康支出', 2019),
  term('function', '220', '国土海洋气象等支出', '自然资源海洋气象等支出', 2019),
  term('function', '20701', '文化', '文化和旅游', 2019),
  term('function', '21302', '林业', '林业和草原', 2019),
  term('function', '22001', '国土资源事务', '自然资源事务', 2019),
  term('function', '215', '资源勘探信息等支出', '资源勘探工业信息等支出', 2020),
  term('function', '20805', '行政事业单位离退休', '行政事业单位养老支出', 2020),
  term('function', '2080501', '归口管理的行政单位离退休', '行政单位离退休', 2020),
];

/** The name that a code bore in a year, where it was another than today's; null where it was the same. */
export function formerName(axis: string, code: string, year: number): string | null {
  const later = renamedTerms.filter((t) => t.axis === axis && t.code === code && year < t.since);
  return later[0]?.former ?? null;
}

let formerCodes: ReadonlyMap<string, readonly string[]> | null = null;
const none: readonly string[] = [];

/** Codes that once bore this name. */
export function formerlyNamed(axis: string, name: string): readonly string[] {
  formerCodes ??= codesByFormerName();
  return formerCodes.get(`${axis} ${foldName(name)}`) ?? none;
}

/** The codes of each former name, by axis and folded name. */
function codesByFormerName(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, readonly string[]>();
  for (const { axis, former, code } of renamedTerms) {
    const key = `${axis} ${foldName(former)}`;
    codes.set(key, [...new Set([...(codes.get(key) ?? []), code])]);
  }
  return codes;
}
