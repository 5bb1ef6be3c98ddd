import { Button, DatePicker, Empty, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { amountText, wanText } from '../words/money.ts';
import { MoneyInput, useAmountUnit } from './amountUnit.tsx';
import { changed as withParts, type Book, type BookProject, type BookSheet, type Sources } from './book.ts';
import { Field, useFieldTarget } from './fields.tsx';
import { Indicators } from './indicators.tsx';
import { LinkedText } from './linkedText.tsx';
import type { PartProps } from './partProps.ts';
import { useProblems, wholeProblems } from './problemPlaces.tsx';
import { renamedProject } from './renaming.ts';
import { bookWords } from './words.ts';

/** Projects at the left, the chosen one's performance sheet at the right. */
export function ProjectsTab({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const within = useFieldTarget(target);
  const { projects, units } = book;
  const [index, setIndex] = useState(0);
  const project = projects[index];
  const sums = projectSums(book);
  const sum = ({ id, name }: BookProject): number => sums.get(id ?? name) ?? 0;
  const wrong = (i: number): number =>
    problems.filter(({ path }) => path.startsWith(`projects[${i}]`)).length;
  const onProjects = (next: readonly BookProject[]): void => {
    onChange(withParts(book, renamedProject(book, next)));
  };
  useEffect(() => {
    const match = /^projects\[(\d+)\]/.exec(target ?? '');
    if (match !== null) setIndex(Number(match[1]));
  }, [target]);
  const add = (): void => {
    onProjects([...projects, { name: say('projectName'), unit: units[0]?.name ?? '' }]);
    setIndex(projects.length);
  };
  return (
    <div className="projects" ref={within}>
      <nav className="project-list" aria-label={say('projects')}>
        <h2 className="printed-title">{say('projects')}</h2>
        <ul className="plain-list">
          {projects.map((each, i) => (
            <li key={i}>
              <button
                type="button"
                aria-current={i === index}
                onClick={() => {
                  setIndex(i);
                }}
              >
                <span>
                  {wrong(i) > 0 && <b className="bad numbers">✕ {wrong(i)} </b>}
                  {each.name}
                </span>
                <span className="numbers soft">
                  {say('wanOf', wanText(sum(each)))}
                  {each.sheet === undefined ? ` · ${say('noSheet')}` : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Button size="small" disabled={readOnly} onClick={add}>
          {say('addProject')}
        </Button>
      </nav>
      {project === undefined ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noProjects')} />
      ) : (
        <fieldset className="project" disabled={readOnly} key={index}>
          <ProjectForm
            path={`projects[${index}]`}
            book={book}
            readOnly={readOnly}
            project={project}
            total={sum(project)}
            onChange={(changed) => {
              onProjects(projects.with(index, changed));
            }}
            onRemove={() => {
              onProjects(projects.toSpliced(index, 1));
              setIndex(Math.max(0, index - 1));
            }}
          />
        </fieldset>
      )}
    </div>
  );
}

/** What the lines of each project sum to, in 分. */
function projectSums({ facts }: Book): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { project, fen } of facts)
    if (project !== undefined) sums.set(project, (sums.get(project) ?? 0) + fen);
  return sums;
}

interface ProjectFormProps {
  readonly path: string;
  readonly book: Book;
  readonly readOnly: boolean;
  readonly project: BookProject;
  /** What the lines of this project sum to, in 分. */
  readonly total: number;
  readonly onChange: (project: BookProject) => void;
  readonly onRemove: () => void;
}

function ProjectForm(props: ProjectFormProps): ReactNode {
  const { path, book, readOnly, project, total, onChange, onRemove } = props;
  const say = useSay(bookWords);
  const all = useProblems();
  const { sheet } = project;
  const whole = [...wholeProblems(all, path), ...wholeProblems(all, `${path}.sheet.funds.annual`)];
  return (
    <>
      {[...whole, ...wholeProblems(all, `${path}.sheet.funds.period`)].map((message) => (
        <p key={message} className="bad small" role="alert">
          ✕ {message}
        </p>
      ))}
      <div className="project-head">
        <Field label={say('projectName')} path={`${path}.name`}>
          <Input
            value={project.name}
            onChange={({ target }) => {
              onChange({ ...project, name: target.value });
            }}
          />
        </Field>
        <Button danger size="small" onClick={onRemove}>
          {say('remove')}
        </Button>
      </div>
      <ProjectIdentity {...{ path, book, project, readOnly, onChange }} />
      {sheet === undefined ? (
        <p>
          <Button
            onClick={() => {
              onChange({ ...project, sheet: emptySheet(total) });
            }}
          >
            {say('addSheet')}
          </Button>
        </p>
      ) : (
        <SheetForm
          {...{ path: `${path}.sheet`, book, readOnly }}
          sheet={sheet}
          total={total}
          onChange={(changed) => {
            onChange({ ...project, sheet: changed });
          }}
        />
      )}
    </>
  );
}

/** The unit of a project, what tells it from others of its name, and whether it is published. */
function ProjectIdentity({
  path,
  book: { units, decisions = [] },
  project,
  readOnly,
  onChange,
}: Omit<ProjectFormProps, 'total' | 'onRemove'>): ReactNode {
  const say = useSay(bookWords);
  const without = (key: 'id' | 'withheld'): BookProject =>
    Object.fromEntries(Object.entries(project).filter(([field]) => field !== key)) as unknown as BookProject;
  return (
    <div className="fields-3">
      <Field label={say('unit')} path={`${path}.unit`}>
        <Select
          disabled={readOnly}
          aria-label={say('unit')}
          value={project.unit}
          options={units.map(({ name }) => ({ value: name, label: name }))}
          onChange={(unit) => {
            onChange({ ...project, unit });
          }}
        />
      </Field>
      <Field label={say('projectId')} path={`${path}.id`}>
        <Input
          value={project.id ?? ''}
          onChange={({ target }) => {
            onChange(target.value === '' ? without('id') : { ...project, id: target.value });
          }}
        />
      </Field>
      {decisions.length > 0 && (
        <Field label={say('withheld')} path={`${path}.withheld`}>
          <Select
            disabled={readOnly}
            aria-label={say('withheld')}
            value={project.withheld ?? ''}
            options={[
              { value: '', label: say('notWithheld') },
              ...decisions.map(({ document }) => ({ value: document, label: document })),
            ]}
            onChange={(withheld) => {
              onChange(withheld === '' ? without('withheld') : { ...project, withheld });
            }}
          />
        </Field>
      )}
    </div>
  );
}

function emptySheet(total: number): BookSheet {
  const sources = { central: 0, provincial: 0, local: total, own: 0 };
  const kinds = [
    ['产出指标', '数量指标'],
    ['产出指标', '质量指标'],
    ['产出指标', '时效指标'],
    ['产出指标', '成本指标'],
    ['效益指标', '社会效益'],
    ['满意度指标', '服务对象满意度'],
  ] as const;
  const indicators = kinds.flatMap(([level1, level2]) =>
    (['period', 'annual'] as const).map((horizon) => ({ horizon, level1, level2, level3: '', value: '' })),
  );
  const filedAt = dayjs().format('YYYY-MM-DD');
  return {
    attribute: '',
    term: '1年',
    funds: { period: sources, annual: sources },
    texts: {},
    indicators,
    filedAt,
  };
}

interface SheetFormProps {
  readonly path: string;
  readonly book: Book;
  readonly readOnly: boolean;
  readonly sheet: BookSheet;
  readonly total: number;
  readonly onChange: (sheet: BookSheet) => void;
}

const texts = ['overview', 'basis', 'necessity', 'safeguards', 'plan', 'periodGoal', 'annualGoal'] as const;
/** A shorter text says nothing about this project. */
const shortText = 10;

function SheetForm({ path, book, readOnly, sheet, total, onChange }: SheetFormProps): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const annual = Object.values(sheet.funds.annual).reduce<number>((all, fen) => all + fen, 0);
  return (
    <>
      <div className="fields-3">
        <Field label={say('attribute')} path={`${path}.attribute`}>
          <Input
            value={sheet.attribute}
            onChange={({ target }) => {
              onChange({ ...sheet, attribute: target.value });
            }}
          />
        </Field>
        <Field label={say('term')} path={`${path}.term`}>
          <Input
            value={sheet.term}
            onChange={({ target }) => {
              onChange({ ...sheet, term: target.value });
            }}
          />
        </Field>
        <Field label={say('filedAt')} path={`${path}.filedAt`}>
          <DatePicker
            value={sheet.filedAt === '' ? null : dayjs(sheet.filedAt)}
            allowClear={false}
            disabled={readOnly}
            onChange={(day) => {
              if (day !== null) onChange({ ...sheet, filedAt: day.format('YYYY-MM-DD') });
            }}
          />
        </Field>
      </div>
      {(['period', 'annual'] as const).map((horizon) => (
        <FundsRow
          key={horizon}
          title={say(`${horizon}Funds`)}
          funds={sheet.funds[horizon]}
          onChange={(funds) => {
            onChange({ ...sheet, funds: { ...sheet.funds, [horizon]: funds } });
          }}
        />
      ))}
      <p className={annual === total ? 'good small' : 'warn small'} role="status">
        {annual === total
          ? `✓ ${say('fundsAgree')}`
          : `! ${say('fundsDiffer', `${amountText(total, unit)} ${say(unit)}`)}`}
      </p>
      {texts.map((key) => {
        const text = sheet.texts[key] ?? '';
        const advice =
          text !== '' && text.length < shortText && key !== 'basis' ? say('adviseShort', text.length) : null;
        return (
          <LinkedText
            key={key}
            label={say(key)}
            path={`${path}.texts.${key}`}
            {...{ book, readOnly, advice, text }}
            rows={1}
            onText={(next) => {
              onChange({ ...sheet, texts: { ...sheet.texts, [key]: next } });
            }}
          />
        );
      })}
      <Indicators
        sheet={sheet}
        onChange={(indicators) => {
          onChange({ ...sheet, indicators });
        }}
      />
    </>
  );
}

interface FundsRowProps {
  readonly title: string;
  readonly funds: Sources;
  readonly onChange: (funds: Sources) => void;
}

function FundsRow({ title, funds, onChange }: FundsRowProps): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const total = Object.values(funds).reduce<number>((all, fen) => all + fen, 0);
  return (
    <div className="funds-row">
      <span>
        {title}
        <br />
        <span className="soft small">{say(unit)}</span>
      </span>
      {(['central', 'provincial', 'local', 'own'] as const).map((source) => (
        <Field key={source} label={say(source)}>
          <MoneyInput
            fen={funds[source] ?? 0}
            onChange={(fen) => {
              onChange({ ...funds, [source]: fen });
            }}
          />
        </Field>
      ))}
      <Field label={say('total')}>
        <output className="numbers">{amountText(total, unit)}</output>
      </Field>
    </div>
  );
}
