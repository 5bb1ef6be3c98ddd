import type { AccuracyRecord, AlarmsPart, PlantedPart, Run, Tallies } from './accuracyRecord.ts';
import type { SeenGolden } from './goldenFindings.ts';
import { share, tallyCells, tallyHead } from './planting/tally.ts';

/** The page docs/accuracy.md: what the largest runs so far have measured. */
export function accuracyPage({ generated, real, alarms, golden }: AccuracyRecord): string {
  return `${[
    intro,
    ...planted('Generated documents', 'Every shipped form in three sizes', generated),
    ...planted('The example and real documents', 'Mistakes planted where the document itself is right', real),
    ...perDocument([...(generated?.documents ?? []), ...(real?.documents ?? [])]),
    ...falseAlarms(alarms),
    ...goldenTable(golden ?? []),
  ].join('\n\n')}\n`;
}

const intro = `# Accuracy

What checking makes of single mistakes in documents that are right otherwise. \`npm run bench:accuracy -- --write 1\` measures it and writes this page; the same seed plants the same mistakes. Each part says which run it is from: a smaller run leaves the results of a larger one standing (\`bench/accuracy.json\` keeps them). Real documents are measured where \`MINGSUAN_CORPUS\` names their folder.

A mistake is one digit replaced, two digits swapped, a digit dropped, the decimal point moved by one or two places, 万元 printed as 元, a neighbour's value copied, a cell left blank, a name misspelt, another department's name in a sentence, or a text of another project's performance sheet. It is planted in what was read from the file, and the document is recognised and checked anew. The columns:

- *visible*: some relation leaves its rounding interval. What no relation sees cannot be found by arithmetic. Changed words always count as visible.
- *found*: of the visible, a finding names the place. *first*: it is the first culprit. *tied*: named as one of several. *corrected*: first, and the expected value is the original.
- *decidable*: no other single change would satisfy every relation. An oracle finds that by trying (\`bench/oracle.ts\`), without the localiser. A name is decidable where its right form stands elsewhere in the document or in the lists of codes; a text copied over another never is. *its first*, *its corrected*: rates among these.
- *false*: errors and warnings that name untouched figures only.`;

function planted(title: string, what: string, part: PlantedPart | undefined): readonly string[] {
  if (part === undefined) return [];
  return [
    `## ${title}`,
    `${what}, ${runWords(part.run, 'mistakes')} in each (at least one a family).`,
    ...[part.byFamily, part.byKind].filter((each) => Object.keys(each).length > 0).map(table),
  ];
}

function runWords({ seed, size }: Run, what: string): string {
  return `seed ${seed}, ${size.toLocaleString('en')} ${what}`;
}

function table(tallies: Tallies): string {
  const rows = Object.entries(tallies).map(([key, tally]) => [key, ...tallyCells(tally)]);
  return markdown(['', ...tallyHead], rows);
}

function perDocument(documents: PlantedPart['documents']): readonly string[] {
  if (documents.length === 0) return [];
  const rows = documents.map(({ name, figures, verified, tally }) => [
    ...[name, String(figures), share(verified, figures)],
    ...[String(tally.visible), share(tally.found, tally.visible)],
    ...[share(tally.decidableFirst, tally.decidable), share(tally.decidableCorrected, tally.decidable)],
    String(tally.falseAlarms),
  ]);
  const head = ['document', 'figures', 'verified', 'visible', 'found', 'its first', 'its corrected', 'false'];
  return ['## Each document', markdown(head, rows)];
}

function falseAlarms(part: AlarmsPart | undefined): readonly string[] {
  if (part === undefined) return [];
  const told = `${part.alarms} errors and warnings on composed documents of every form (${runWords(part.run, 'documents')}), each checked as composed and as read back from text.`;
  return ['## False alarms', told];
}

function goldenTable(golden: readonly SeenGolden[]): readonly string[] {
  if (golden.length === 0) return [];
  const rows = golden.map(({ file, wanted, missing, tableErrors }) => [
    ...[file, String(wanted), String(wanted - missing.length), String(tableErrors)],
  ]);
  const head = ['document', 'mistakes verified by hand', 'found and corrected', 'errors on tables'];
  return ['## Verified mistakes of real documents', markdown(head, rows)];
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
