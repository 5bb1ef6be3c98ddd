import type { Culprit, Evidence, PrintedValue } from '../../model/finding.ts';
import type { Observation, Rule } from '../rule.ts';
import { changeOf, contraryChange, type StatedChange } from './changes.ts';
import type { StatedClaim } from './claimFigures.ts';
import { evidenceAt, observeClaims, type SeeClaim } from './observed.ts';
import { opposingRate, reversedChange, reversedRate } from './opposed.ts';
import { referred } from './references.ts';

/** 增加 where the amounts fall by just the stated change, and the reverse; a change and its rate in two directions. */
export const directionRule: Rule = {
  id: 'narrative.direction',
  severity: 'error',
  authority: '算术',
  check: (context) => {
    const seen = [
      observeClaims(context, 'change', seeChange),
      observeClaims(context, 'rate', seeRate),
      observeClaims(context, 'list', seeList),
    ];
    return {
      observations: seen.flatMap(({ observations }) => observations),
      pass: seen.reduce((sum, { pass }) => sum + pass, 0),
    };
  },
};

/** 由8万元增加到10万元，下降25%. */
const seeRate: SeeClaim = (stated, claims) => {
  const reversed = referred(stated, claims, 'change') === null ? reversedRate(stated, claims) : null;
  if (reversed === null) return null;
  const says = directionOf(stated);
  const evidence = [evidenceAt(reversed.current, 'part'), evidenceAt(reversed.previous, 'base')];
  return [{ ...wrongWord(wordAt(stated, rateWords, -says)), evidence }];
};

/** 共减少3万元，其中：甲增加1万元，乙减少2万元. */
const seeList: SeeClaim = (stated, claims) => {
  const reversed = reversedChange(stated, claims);
  if (reversed === null) return null;
  const says = directionOf(reversed);
  const others = stated.claim.refersTo.flatMap((r) => claims[r.claim] ?? []);
  const evidence = others.flatMap(({ variable }) =>
    variable === null ? [] : [evidenceAt(variable, 'addend')],
  );
  return [{ ...wrongWord(wordAt(reversed, changeWords, -says)), variant: 'list', evidence }];
};

const seeChange: SeeClaim = (stated, claims, narrative) => {
  const change = changeOf(stated, claims, narrative);
  const rate = opposingRate(stated, claims);
  if (rate !== null) return [opposedWords(stated, rate, change)];
  if (change?.current == null || change.previous === null) return null;
  return contraryChange(change) ? [contraryWord(change)] : [];
};

function contraryWord(change: StatedChange): Observation {
  return {
    ...wrongWord(wordAt(change.stated, changeWords, -change.sign)),
    evidence: evidenceOf(change),
  };
}

/** Of a claim that says one of the two. */
function directionOf({ claim }: StatedClaim): 1 | -1 {
  return claim.direction === 'increase' ? 1 : -1;
}

function wrongWord(culprit: Culprit): Observation {
  return { rule: 'narrative.direction', severity: 'error', culprits: [culprit] };
}

/** 减少3万元，增长12%: the amounts say which word is wrong; where they do not, both are named. */
function opposedWords(stated: StatedClaim, rate: StatedClaim, change: StatedChange | null): Observation {
  const says = directionOf(stated);
  const ofChange = wordAt(stated, changeWords, -says);
  const ofRate = wordAt(rate, rateWords, says);
  const culprits = change === null ? [ofRate, ofChange] : [change.sign === says ? ofRate : ofChange];
  return {
    rule: 'narrative.direction',
    severity: 'error',
    variant: change === null ? 'opposed' : 'opposedDecided',
    params: {
      first: wordFor(changeWords, says).text,
      amount: stated.variable?.text ?? '',
      second: wordFor(rateWords, -says).text,
      quote: rate.variable?.quote ?? '',
    },
    culprits,
    evidence: change === null ? [] : evidenceOf(change),
  };
}

function evidenceOf({ current, previous, change }: StatedChange): readonly Evidence[] {
  return [
    ...(current === null ? [] : [evidenceAt(current, 'part')]),
    ...(previous === null ? [] : [evidenceAt(previous, 'base')]),
    evidenceAt(change, 'part'),
  ];
}

type Words = readonly [up: string, down: string];

const changeWords: Words = ['增加', '减少'];
const rateWords: Words = ['增长', '下降'];

/** The word before the number, and what it should be. */
function wordAt({ place }: StatedClaim, words: Words, expected: number): Culprit {
  return {
    reported: wordFor(words, -expected),
    expected: wordFor(words, expected),
    support: 1,
    slip: 'sign',
    place,
  };
}

function wordFor([up, down]: Words, sign: number): PrintedValue {
  return { text: sign > 0 ? up : down, fen: null };
}
