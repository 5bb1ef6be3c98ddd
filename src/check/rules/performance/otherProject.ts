import type { ProjectSheet, SheetText } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import { remembered } from '../../../model/remembered.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, quoted, textEvidence } from './observation.ts';
import { textPlace, textsOf } from './sheetFacts.ts';
import { areSiblings, nameCoverage, nameForms, nameSimilarity, pairAt } from './similarity.ts';

const id = 'performance.otherProject';

interface Found {
  readonly named: string;
  /** The sheet that the name belongs to; null for a project without one. */
  readonly source: ProjectSheet | null;
}

interface Naming {
  readonly found: Found;
  readonly fields: SheetText[];
}

/** A text that names another project, or only places of another project. */
export const otherProject: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2015〕88号',
  check: ({ disclosure }) => {
    const sheets = disclosure.projects;
    const names = sheets.map((sheet) => nameForms(sheet).folded);
    const mayName = mentionTest(names);
    const observations: Observation[] = [];
    let pass = 0;
    for (const sheet of sheets) {
      const places = new Map<string, Naming>();
      for (const { field, text } of textsOf(sheet)) {
        const folded = fold(text);
        const found = findOther(sheet, folded, mayName(folded) ? sheets : [], sheets);
        if (found === null) {
          pass++;
          continue;
        }
        const known = places.get(found.named);
        if (known === undefined) places.set(found.named, { found: resolve(found, sheets), fields: [field] });
        else known.fields.push(field);
      }
      for (const naming of places.values()) observations.push(observation(sheet, naming));
    }
    return { observations, pass };
  },
};

/** May a folded text hold one of the names, or be a part of one? One look spares a comparison with each. */
function mentionTest(names: readonly string[]): (text: string) => boolean {
  const long = new Set(names.filter((name) => name.length >= longName));
  if (long.size === 0) return () => false;
  const all = names.join('\u0000');
  const byBeginning = new Map<number, string[]>();
  for (const name of long) {
    const same = byBeginning.get(pairAt(name, 0));
    if (same === undefined) byBeginning.set(pairAt(name, 0), [name]);
    else same.push(name);
  }
  const holdsName = (text: string): boolean => {
    for (let at = 0; at <= text.length - longName; at += 1)
      if (byBeginning.get(pairAt(text, at))?.some((name) => text.startsWith(name, at)) === true) return true;
    return false;
  };
  return (text) => holdsName(text) || all.includes(text.replace(/[。.,;]+$/, ''));
}

/** Takes the folded text; `named` are the sheets whose names it may hold. */
function findOther(
  sheet: ProjectSheet,
  text: string,
  named: readonly ProjectSheet[],
  sheets: readonly ProjectSheet[],
): Found | null {
  return (
    namedProject(sheet, text, sheets) ?? otherName(sheet, text, named) ?? otherPlace(sheet, text, sheets)
  );
}

function resolve(found: Found, sheets: readonly ProjectSheet[]): Found {
  const source = found.source ?? sheets.find((other) => isNamed(other.name, found.named)) ?? null;
  return { ...found, source };
}

/** The texts of one sheet that name the same other project are one finding. */
function observation(sheet: ProjectSheet, { found, fields }: Naming): Observation {
  const [first = 'overview', ...rest] = fields;
  const params = { project: sheet.name, named: found.named, source: found.source?.name ?? '' };
  const evidence = [
    ...(found.source === null ? [] : [textEvidence(found.source.place, found.source.name)]),
    ...rest.map((field) => textEvidence(textPlace(sheet, field), quoted(sheet.texts[field] ?? ''))),
  ];
  const variant = found.source === null ? '' : 'known';
  return observe(id, 'warning', culpritAt(textPlace(sheet, first), quoted(found.named)), {
    variant,
    params,
    evidence,
  });
}

function isNamed(name: string, named: string): boolean {
  const [x, y] = [fold(name), fold(named)];
  return x.includes(y) || y.includes(x) || nameSimilarity(name, named) >= 0.75;
}

/** A looser test: authors shorten their own project's name, or call it by its programme's. */
function isOwn(name: string, named: string): boolean {
  return isNamed(name, named) || nameSimilarity(name, named) >= 0.35 || nameCoverage(name, named) >= 0.45;
}

/** 围绕…项目需要 says which project the text was written for. */
function namedProject(sheet: ProjectSheet, text: string, sheets: readonly ProjectSheet[]): Found | null {
  const named = /围绕([^,，。;；]{6,60}?)(?:项目)?(?:的)?需要/.exec(text)?.[1];
  if (named === undefined || isNamed(sheet.name, named)) return null;
  const source =
    sheets.find((other) => nameForms(other).folded === named && !areSiblings(other, sheet)) ?? null;
  return source === null && isOwn(sheet.name, named) ? null : { named, source };
}

/** A name of this many characters is not met by chance. */
const longName = 10;

/** Another sheet's whole name, or a text that is nothing but a part of it. */
function otherName(sheet: ProjectSheet, text: string, sheets: readonly ProjectSheet[]): Found | null {
  if (sheets.length === 0) return null;
  const own = nameForms(sheet).folded;
  const words = text.replace(/[。.,;]+$/, '');
  const source = sheets.find((other) => {
    const name = nameForms(other).folded;
    // Every text meets every name: the lengths tell most pairs apart.
    if (name.length < longName && words.length < longName) return false;
    const holds = name.length >= longName && words.length >= name.length && words.includes(name);
    const isPart = words.length >= longName && name.length >= words.length && name.includes(words);
    if (!holds && !(isPart && nameCoverage(words, own) < 0.5)) return false;
    return !areSiblings(other, sheet) && !own.includes(name) && !name.includes(own);
  });
  return source === undefined ? null : { named: source.name, source };
}

const placeName =
  /[\u4e00-\u9fff]{2}(?:小区|花园|家园|社区|村|镇|乡|水库|公园|广场|中学|小学|医院|卫生院|大桥)/g;

/**
 * The text speaks of a place that another project is named after, of the kind that this project is named after
 * itself, and not of this project's own. Roads and rivers are left out: they bound and cross other places.
 */
function otherPlace(sheet: ProjectSheet, text: string, sheets: readonly ProjectSheet[]): Found | null {
  const own = placesIn(sheet.name);
  const kinds = new Set(own.map(kindOf));
  const named = own.length === 0 ? [] : placesIn(text).filter((place) => kinds.has(kindOf(place)));
  if (named.length === 0 || named.some((place) => own.includes(place) || sheet.name.includes(place)))
    return null;
  if (own.some((place) => text.includes(place.slice(0, 2)))) return null;
  const source = sheets.find(
    (other) => other !== sheet && placesIn(other.name).some((place) => named.includes(place)),
  );
  return source === undefined ? null : { named: named[0] ?? '', source };
}

/** An estate is an estate whatever it is called; every other ending is a kind of its own. */
function kindOf(place: string): string {
  const ending = place.slice(2);
  return ['花园', '家园', '社区'].includes(ending) ? '小区' : ending;
}

/** 住宅小区, 部分小区, 自然村, 病险水库 and the like name no place. */
const noPlace =
  /^(?:住宅|部分|老旧|各个|多个|物业|安置|新建|城区|居民|本区|该区|所在|周边|附近|行政|自然|示范|重点|移民|中心|脱贫|美丽|小型|中型|大型|病险|森林|湿地|城市|口袋|体育|文化|健身|休闲|实验|附属|人民|乡镇|公立|定点|各级|县级|区级|市级|农村|特色|建制|全[县区市镇]|[各全本该乡城].|.[个该本各全些在的及农乡城新旧老空驻入进到每我对为和与])/;

const placesIn = remembered((text): readonly string[] =>
  (text.match(placeName) ?? []).filter((place) => !noPlace.test(place)),
);
