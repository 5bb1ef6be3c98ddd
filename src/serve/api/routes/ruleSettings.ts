import { z } from 'zod';
import { describedRules } from '../../../check/describe.ts';
import { rules } from '../../../check/rules.ts';
import { knownRules } from '../../../check/settings/settings.ts';
import { changeSetting } from '../../../store/settings.ts';
import { decisionsOf, ruleDecisions, settingNames, type RuleDecision } from '../../basis.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { moment, passage } from '../shapes/words.ts';
import { languageIn } from './filings.ts';

const severity = z.enum(['error', 'warning', 'info', 'off']);
const threshold = z.object({
  ...{ name: z.string(), words: z.string() },
  ...{ usual: z.number(), least: z.number(), most: z.number() },
});
const decision = z
  .object({
    severity: severity.nullable().describe('Null: the one of the rule'),
    thresholds: z.record(z.string(), z.number()),
    ...{ reason: z.string(), by: z.string(), at: moment },
  })
  .meta({ id: 'RuleDecision' });
const ruleSetting = z
  .object({
    ...{ rule: z.string(), title: z.string(), help: z.string(), authority: z.string().nullable() },
    severity: severity.nullable().describe('The usual one; null where it depends on what is found'),
    thresholds: z.array(threshold),
    decision: decision.nullable(),
  })
  .meta({ id: 'RuleSetting' });
const newDecision = z.object({
  severity: severity.nullable(),
  thresholds: z.record(z.string().max(40), z.number()).default({}),
  reason: passage(500).pipe(z.string().min(2)),
});

/** What the system administrator decides about the rules: which are off, how grave they are, their thresholds. */
export function registerRuleSettings(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['administration'];
  const params = z.object({ rule: z.string().max(80) });
  const config = { access: ['systemAdministrator'] } as const;
  api.get(
    '/rule-settings',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'Every rule with what was decided about it',
        ...{ tags, response: answers(z.array(ruleSetting)) },
      },
    },
    async (request) => {
      const decided = await ruleDecisions(db);
      const known = new Map(rules.map((rule) => [rule.id, rule]));
      const language = languageIn(request);
      return describedRules(language).map(({ id, title, help, authority }) => ({
        ...{ rule: id, title, help, authority, severity: known.get(id)?.severity ?? null },
        thresholds: Object.entries(known.get(id)?.thresholds ?? {}).map(([name, { meaning, ...limits }]) => {
          return { name, words: meaning[language], ...limits };
        }),
        decision: viewOf(decided[id]),
      }));
    },
  );
  api.put(
    '/rule-settings/:rule',
    {
      config,
      schema: {
        summary: 'Decide about a rule; it holds for what is checked from now on',
        ...{ tags, params, body: newDecision, response: answers(nothing, 204) },
      },
    },
    async (request, reply) => {
      const { rule } = request.params;
      const { severity: set, thresholds, reason } = request.body;
      if (!knownRules().includes(rule)) throw new ApiProblem('notFound');
      requireWithin(rule, thresholds);
      const caller = callerOf(request);
      const made: RuleDecision = {
        ...{ severity: set, thresholds, reason, by: caller.name },
        at: new Date().toISOString(),
      };
      const details = { severity: set, thresholds, reason };
      await change((decided) => ({ ...decided, [rule]: made }), caller.user, rule, details);
      return reply.code(204).send(null);
    },
  );
  api.delete(
    '/rule-settings/:rule',
    {
      config,
      schema: {
        summary: 'Take a decision back: the rule is as it was shipped',
        ...{ tags, params, response: answers(nothing, 204) },
      },
    },
    async (request, reply) => {
      const { rule } = request.params;
      // Also of a rule that there is no longer.
      const isKnown = knownRules().includes(rule) || Object.hasOwn(await ruleDecisions(db), rule);
      if (!isKnown) throw new ApiProblem('notFound');
      const without = (decided: Decisions): Decisions =>
        Object.fromEntries(Object.entries(decided).filter(([id]) => id !== rule));
      await change(without, callerOf(request).user, rule, { usual: true });
      return reply.code(204).send(null);
    },
  );

  function change(
    changed: (decided: Decisions) => Decisions,
    actor: string,
    rule: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const entry = { actor, action: 'rule.set', object: `rule:${rule}`, details };
    return changeSetting(db, settingNames.rules, (value) => changed(decisionsOf(value)), entry);
  }
}

type Decisions = Readonly<Record<string, RuleDecision>>;

function viewOf(decided: RuleDecision | undefined): z.output<typeof decision> | null {
  if (decided === undefined) return null;
  return { ...decided, thresholds: { ...decided.thresholds }, at: new Date(decided.at) };
}

/** Refuses a threshold that the rule does not have, or that is out of its limits. */
function requireWithin(rule: string, given: Readonly<Record<string, number>>): void {
  const known = rules.find(({ id }) => id === rule)?.thresholds ?? {};
  for (const [name, value] of Object.entries(given)) {
    const limits = Object.hasOwn(known, name) ? known[name] : undefined;
    if (limits === undefined || value < limits.least || value > limits.most)
      throw new ApiProblem('badRequest', [
        limits === undefined ? name : `${name}: ${limits.least}–${limits.most}`,
      ]);
  }
}
