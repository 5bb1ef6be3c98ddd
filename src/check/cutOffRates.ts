import type { Evidence, Finding } from '../model/finding.ts';
import type { Change } from './explanation.ts';
import { ownValues, type Network } from './network.ts';
import { nominalRate } from './ratio.ts';
import type { Outcome } from './relation.ts';

const mostEvidence = 12;

/** Percentages that are cut off instead of rounded (99.868% as 99.86%): one advice for the document. */
export function cutOffRates(
  network: Network,
  states: readonly Outcome[],
  told: (relation: number, change: Change) => Finding,
): readonly Finding[] {
  const rates = new Map<number, number>();
  network.relations.forEach(({ ratio }, r) => {
    if (states[r] === 'tail' && ratio !== undefined && !rates.has(ratio.rate)) rates.set(ratio.rate, r);
  });
  const [first, ...others] = rates;
  if (first === undefined) return [];
  const [figure, r] = first;
  const ratio = network.relations[r]?.ratio;
  const nominal = ratio === undefined ? null : nominalRate(ratio, ownValues(network));
  if (nominal === null) return [];
  const unit = network.variables[figure]?.unit ?? 1;
  const expected = Math.round(nominal / unit) * unit;
  const found = told(r, { figure, expected, support: 1, slip: null });
  const evidence = others.slice(0, mostEvidence).flatMap(([rate]) => wordsOf(network, rate));
  return [
    {
      ...found,
      severity: 'info',
      variant: 'cutOff',
      params: { ...found.params, count: rates.size },
      evidence: [...found.evidence, ...evidence],
    },
  ];
}

function wordsOf({ variables }: Network, id: number): readonly Evidence[] {
  const variable = variables[id];
  if (variable === undefined) return [];
  return [{ role: 'text', text: variable.quote ?? variable.text, fen: null, place: variable.place }];
}
