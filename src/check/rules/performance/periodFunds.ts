import type { Observation, Rule } from '../../rule.ts';
import { brokenSums } from './fundsTotal.ts';
import { observe } from './observation.ts';

const id = 'performance.periodFunds';

/** The funds of the whole term include those of the year: every source of the term is at least the year's. */
export const periodFunds: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2015〕88号',
  check: ({ disclosure }) => {
    const observations: Observation[] = [];
    let pass = 0;
    for (const sheet of disclosure.projects) {
      const [period, annual] = [sheet.funds.period.total, sheet.funds.annual.total];
      if (period === null || annual === null || brokenSums(sheet).length > 0) continue;
      if (period.fen + period.unitFen / 2 >= annual.fen - annual.unitFen / 2) {
        pass++;
        continue;
      }
      const reported = { text: period.text, fen: period.fen };
      const culprit = { reported, expected: null, support: 1, slip: null, place: period.place };
      const evidence = [{ role: 'part' as const, text: annual.text, fen: annual.fen, place: annual.place }];
      observations.push(
        observe(id, 'warning', culprit, { params: { project: sheet.name, annual: annual.text }, evidence }),
      );
    }
    return { observations, pass };
  },
};
