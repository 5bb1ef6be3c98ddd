import { Button, DatePicker, Empty, Input } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { parseMoney, wanText, yuanPlain, yuanText } from '../words/money.ts';
import { indicatorAdvice, missingKinds } from './advice.ts';
import type { Book, BookIndicator, BookProject, BookSheet, Sources } from './book.ts';
import { bookWords } from './words.ts';

interface ProjectsTabProps {
  readonly book: Book;
  readonly readOnly: boolean;
  readonly onProjects: (projects: readonly BookProject[]) => void;
}

/** Projects at the left, the chosen one's performance sheet at the right. */
export function ProjectsTab({ book, readOnly, onProjects }: ProjectsTabProps): ReactNode {
  const say = useSay(bookWords);
  const { projects, facts, units } = book;
  const [index, setIndex] = useState(0);
  const project = projects[index];
  const sum = ({ id, name }: BookProject): number =>
    facts.filter((fact) => fact.project === (id ?? name)).reduce((all, { fen }) => all + fen, 0);
  const add = (): void => {
    onProjects([...projects, { name: say('projectName'), unit: units[0]?.name ?? '' }]);
    setIndex(projects.length);
  };
  return (
    <div className="projects">
      <nav className="project-list" aria-label={say('projects')}>
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
                <span>{each.name}</span>
                <span className="numbers soft">
                  {wanText(sum(each))}
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

interface ProjectFormProps {
  readonly project: BookProject;
  /** What the lines of this project sum to, in 分. */
  readonly total: number;
  readonly onChange: (project: BookProject) => void;
  readonly onRemove: () => void;
}

function ProjectForm({ project, total, onChange, onRemove }: ProjectFormProps): ReactNode {
  const say = useSay(bookWords);
  const { sheet } = project;
  return (
    <>
      <div className="project-head">
        <Field label={say('projectName')}>
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
  readonly sheet: BookSheet;
  readonly total: number;
  readonly onChange: (sheet: BookSheet) => void;
}

const texts = ['overview', 'basis', 'necessity', 'safeguards', 'plan', 'periodGoal', 'annualGoal'] as const;
/** A shorter text says nothing about this project. */
const shortText = 10;

function SheetForm({ sheet, total, onChange }: SheetFormProps): ReactNode {
  const say = useSay(bookWords);
  const annual = Object.values(sheet.funds.annual).reduce((all, fen) => all + fen, 0);
  return (
    <>
      <div className="fields-3">
        <Field label={say('attribute')}>
          <Input
            value={sheet.attribute}
            onChange={({ target }) => {
              onChange({ ...sheet, attribute: target.value });
            }}
          />
        </Field>
        <Field label={say('term')}>
          <Input
            value={sheet.term}
            onChange={({ target }) => {
              onChange({ ...sheet, term: target.value });
            }}
          />
        </Field>
        <Field label={say('filedAt')}>
          <DatePicker
            value={dayjs(sheet.filedAt)}
            allowClear={false}
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
        {annual === total ? `✓ ${say('fundsAgree')}` : `! ${say('fundsDiffer', yuanText(total))}`}
      </p>
      {texts.map((key) => {
        const text = sheet.texts[key] ?? '';
        const advice =
          text !== '' && text.length < shortText && key !== 'basis' ? say('adviseShort', text.length) : null;
        return (
          <Field key={key} label={say(key)} advice={advice}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 8 }}
              value={text}
              onChange={({ target }) => {
                onChange({ ...sheet, texts: { ...sheet.texts, [key]: target.value } });
              }}
            />
          </Field>
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

interface FieldProps {
  readonly label: string;
  readonly advice?: string | null;
  readonly children: ReactNode;
}

function Field({ label, advice = null, children }: FieldProps): ReactNode {
  return (
    <label className="field">
      <span>
        {label} {advice !== null && <em className="warn small">! {advice}</em>}
      </span>
      {children}
    </label>
  );
}

interface FundsRowProps {
  readonly title: string;
  readonly funds: Sources;
  readonly onChange: (funds: Sources) => void;
}

function FundsRow({ title, funds, onChange }: FundsRowProps): ReactNode {
  const say = useSay(bookWords);
  return (
    <div className="funds-row">
      <span>{title}</span>
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
        <output className="numbers">
          {yuanText(Object.values(funds).reduce((all, fen) => all + fen, 0))}
        </output>
      </Field>
    </div>
  );
}

/** An amount in 元; 万 may be written behind it. What is not understood stays marked and is not taken. */
function MoneyInput({
  fen,
  onChange,
}: {
  readonly fen: number;
  readonly onChange: (fen: number) => void;
}): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const read = text === null ? fen : parseMoney(text === '' ? '0' : text);
  const take = (): void => {
    if (read === null) return;
    if (read !== fen) onChange(read);
    setText(null);
  };
  return (
    <Input
      className="numbers right"
      status={read === null ? 'error' : ''}
      value={text ?? yuanPlain(fen)}
      onChange={({ target }) => {
        setText(target.value);
      }}
      onBlur={take}
      onPressEnter={take}
    />
  );
}

interface IndicatorsProps {
  readonly sheet: BookSheet;
  readonly onChange: (indicators: readonly BookIndicator[]) => void;
}

const fields = ['level1', 'level2', 'level3', 'value'] as const;

function Indicators({ sheet: { indicators }, onChange }: IndicatorsProps): ReactNode {
  const say = useSay(bookWords);
  const missing = missingKinds(indicators);
  return (
    <section>
      <h3>
        {say('indicators')}{' '}
        {missing.length > 0 && <em className="warn small">! {say('adviseMissing', missing.join('、'))}</em>}
      </h3>
      <table className="lines indicators">
        <thead>
          <tr>
            <th scope="col">{say('term')}</th>
            {fields.map((field) => (
              <th scope="col" key={field}>
                {say(field)}
              </th>
            ))}
            <th scope="col">
              <span className="vh">{say('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator, i) => {
            const advice = indicatorAdvice(indicator);
            return (
              <tr key={i}>
                <td>{say(indicator.horizon)}</td>
                {fields.map((field) => (
                  <td key={field}>
                    <input
                      value={indicator[field]}
                      aria-label={`${say(field)} ${i + 1}`}
                      onChange={({ target }) => {
                        onChange(indicators.with(i, { ...indicator, [field]: target.value }));
                      }}
                    />
                    {field === 'value' && advice !== null && <em className="warn small">! {say(advice)}</em>}
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="tag-x"
                    aria-label={`${say('remove')} ${i + 1}`}
                    onClick={() => {
                      onChange(indicators.toSpliced(i, 1));
                    }}
                  >
                    ×
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button
        size="small"
        onClick={() => {
          onChange([...indicators, { horizon: 'annual', level1: '', level2: '', level3: '', value: '' }]);
        }}
      >
        {say('addIndicator')}
      </Button>
    </section>
  );
}
