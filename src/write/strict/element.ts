import { readXml } from '../../file/xml.ts';

/** An element of an office part, names with their prefixes as written. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The characters directly inside it. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/** The root element of a part. @throws Error when it is not well-formed. */
export function elementOf(source: string): Element {
  const reader = readXml(source);
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [top];
  for (let event = reader.next(); event !== 'end'; event = reader.next()) {
    const current = open.at(-1) ?? top;
    if (event === 'text') current.text += reader.text();
    else if (event === 'open') {
      open.push({ name: reader.name, attributes: new Map(reader.attributes()), children: [], text: '' });
    } else {
      open.pop();
      open.at(-1)?.children.push(current);
    }
  }
  const [root] = top.children;
  if (reader.problem !== undefined || root === undefined) throw new Error(reader.problem ?? 'no element');
  return root;
}

/** The element and all inside it, in the order of the part. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

/** The elements of a name inside one, in order. */
export function elementsNamed(root: Element, name: string): readonly Element[] {
  return [...everyElement(root)].filter((element) => element.name === name);
}

/** Children that stand before one that must precede them; `order` lists local names, others are not looked at. */
export function misplaced(element: Element, order: readonly string[]): readonly string[] {
  const ranks = element.children.flatMap(({ name }) => {
    const rank = order.indexOf(name.slice(name.indexOf(':') + 1));
    return rank < 0 ? [] : [{ name, rank }];
  });
  return ranks.flatMap(({ name, rank }, i) => {
    const before = ranks[i - 1];
    return before !== undefined && before.rank > rank
      ? [`${element.name}: ${name} behind ${before.name}`]
      : [];
  });
}

/** Children whose name the schema does not list. */
export function unknownChildren(element: Element, order: readonly string[]): readonly string[] {
  return element.children
    .filter(({ name }) => !order.includes(name.slice(name.indexOf(':') + 1)))
    .map(({ name }) => `${element.name}: ${name} is not in the schema`);
}
