import type { SeenGolden } from './goldenFindings.ts';
import type { Verdict } from './planting/judging.ts';
import { share, tallyCells, tallyHead, tallyOf } from './planting/tally.ts';

export interface Measured {
  readonly plants: number;
  readonly seed: number;
  readonly documents: number;
  readonly judged: readonly {
    readonly name: string;
    readonly real: boolean;
    readonly figures: number;
    readonly verified: number;
    readonly verdicts: readonly Verdict[];
  }[];
  readonly alarms: number;
  readonly golden: readonly SeenGolden[];
}

/** The page docs/accuracy.md with current figures. */
export function accuracyPage(measured: Measured): string {
  const { plants, seed, documents, judged, alarms, golden } = measured;
  const of = (real: boolean): readonly Verdict[] =>
    judged.filter((each) => each.real === real).flatMap(({ verdicts }) => verdicts);
  return `${[
    intro,
    '## Generated documents',
    `Every shipped form in three sizes, ${plants} mistakes each (at least one a family), seed ${seed}.`,
    table(of(false), ({ plant }) => plant.target.family),
    table(of(false), ({ plant }) => plant.kind),
    '## The example and real documents',
    table(of(true), ({ plant }) => plant.target.family),
    '## Each document',
    perDocument(measured),
    '## False alarms and verified mistakes',
    `${alarms} errors and warnings on ${documents} composed documents, each checked as composed and as read back from text.`,
    goldenTable(golden),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

const intro = `# Accuracy

What checking makes of single mistakes in documents that are right otherwise. \`npm run bench:accuracy -- --write 1\` measures it and writes this page; the same seed plants the same mistakes. Real documents are measured where \`MINGSUAN_CORPUS\` names their folder.

A mistake is one digit replaced, two digits swapped, a digit dropped, the decimal point moved, a neighbour's value copied, a cell left blank, or a name misspelt. It is planted in what was read from the file, and the document is recognised and checked anew. The columns:

- *visible*: some relation leaves its rounding interval. What no relation sees cannot be found by arithmetic.
- *found*: of the visible, a finding names the place. *first*: it is the first culprit. *tied*: named as one of several. *corrected*: first, and the expected value is the original.
- *decidable*: no other single change would satisfy every relation. An oracle finds that by trying (\`bench/oracle.ts\`), without the localiser. *its first*, *its corrected*: rates among these.
- *false*: errors and warnings that name untouched figures only.`;

function table(verdicts: readonly Verdict[], keyOf: (verdict: Verdict) => string): string {
  const keys = [...new Set(verdicts.map(keyOf))];
  const rows = keys.map((key) => [key, ...tallyCells(tallyOf(verdicts.filter((v) => keyOf(v) === key)))]);
  return markdown(['', ...tallyHead], [...rows, ['all', ...tallyCells(tallyOf(verdicts))]]);
}

function perDocument({ judged }: Measured): string {
  const rows = judged.map(({ name, figures, verified, verdicts }) => {
    const tally = tallyOf(verdicts);
    return [
      ...[name.replace(/\.txt$/, ''), String(figures), share(verified, figures)],
      ...[String(tally.visible), share(tally.found, tally.visible)],
      ...[share(tally.decidableFirst, tally.decidable), share(tally.decidableCorrected, tally.decidable)],
      String(tally.falseAlarms),
    ];
  });
  const head = ['document', 'figures', 'verified', 'visible', 'found', 'its first', 'its corrected', 'false'];
  return markdown(head, rows);
}

function goldenTable(golden: readonly SeenGolden[]): string {
  if (golden.length === 0) return '';
  const rows = golden.map(({ file, wanted, missing, tableErrors }) => [
    ...[file, String(wanted), String(wanted - missing.length), String(tableErrors)],
  ]);
  return markdown(['document', 'mistakes verified by hand', 'found and corrected', 'errors on tables'], rows);
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
