import type { Rule } from '../rule.ts';
import { changeOf } from './changes.ts';
import { culpritAt, evidenceAt, observeClaims, quoteOf, type SeeClaim } from './observed.ts';
import { referred } from './references.ts';

/** A rate of growth over a previous amount of zero has no meaning, whatever number is given. */
export const zeroBaseRule: Rule = {
  id: 'narrative.zeroBase',
  severity: 'warning',
  authority: '算术',
  check: (context) => observeClaims(context, 'rate', seeRate),
};

/** 100% in millionths. */
const wholeRate = 1_000_000;

const seeRate: SeeClaim = (stated, claims, narrative) => {
  const rate = stated.variable;
  // 增加0万元，增长0%: nothing grew, whatever the base.
  if (rate === null || rate.value === 0) return null;
  const changed = referred(stated, claims, 'change');
  const change = changed === null ? null : changeOf(changed, claims, narrative);
  const previous = referred(stated, claims, 'previous')?.variable ?? change?.previous ?? null;
  const grewFromNothing = change?.sign === 1 && change.current?.value === change.change.value;
  const fromZero = previous === null ? grewFromNothing : previous.value === 0;
  if (!fromZero) return [];
  // What grew from nothing grew by 100%, as some say it; another rate says that an amount may be wrong instead.
  const open = previous === null && rate.value !== wholeRate && change !== null;
  const culprits = open ? [rate, change.change, change.current].filter((each) => each !== null) : [rate];
  const evidence = [previous, change?.change ?? null].flatMap((v) =>
    v === null ? [] : [evidenceAt(v, 'base')],
  );
  return [
    {
      rule: 'narrative.zeroBase',
      severity: 'warning',
      params: quoteOf(rate),
      culprits: culprits.map((number) => culpritAt(number, null)),
      // A base that another number implies by being wrong is not zero.
      unless: [change?.change, change?.current, previous].flatMap((number) => number?.id ?? []),
      evidence,
    },
  ];
};
