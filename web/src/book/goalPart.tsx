import { Checkbox } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { changed, type Book } from './book.ts';
import { needed, textColumn } from './columns.ts';
import { Section, useFieldTarget } from './fields.tsx';
import { LinkedText } from './linkedText.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

type Goal = NonNullable<Book['departmentGoal']>;
type Indicator = Goal['indicators'][number];
const fields = ['level1', 'level2', 'level3', 'value'] as const;

/** 部门整体支出绩效目标. */
export function GoalPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const within = useFieldTarget(target);
  const { departmentGoal: goal, ...rest } = book;
  const put = (next: Goal): void => {
    onChange(changed(book, { departmentGoal: next }));
  };
  return (
    <div ref={within}>
      <Section title={say('goal')} hint={say('goalHint')}>
        <Checkbox
          checked={goal !== undefined}
          disabled={readOnly}
          onChange={({ target: box }) => {
            if (box.checked) put({ goal: '', indicators: [] });
            else onChange({ ...rest });
          }}
        >
          {say('hasGoal')}
        </Checkbox>
        {goal !== undefined && (
          <LinkedText
            label={say('goalText')}
            path="departmentGoal.goal"
            book={book}
            readOnly={readOnly}
            text={goal.goal}
            rows={3}
            onText={(text) => {
              put({ ...goal, goal: text });
            }}
          />
        )}
      </Section>
      {goal !== undefined && <Indicators goal={goal} readOnly={readOnly} target={target} onPut={put} />}
    </div>
  );
}

interface IndicatorsProps {
  readonly goal: Goal;
  readonly readOnly: boolean;
  readonly target: string | null;
  readonly onPut: (goal: Goal) => void;
}

function Indicators({ goal, readOnly, target, onPut }: IndicatorsProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const columns = useMemo(
    () =>
      fields.map((field) =>
        textColumn(
          { field, title: say(field), width: field === 'level3' ? 320 : 180 },
          needed<Indicator>(field),
        ),
      ),
    [say],
  );
  return (
    <Section title={say('indicators')}>
      <ListEditor<Indicator>
        rows={goal.indicators}
        columns={columns}
        label={say('indicators')}
        readOnly={readOnly}
        problems={lineProblems(problems, 'departmentGoal.indicators', 'level1')}
        target={spotOf(target ?? '', 'departmentGoal.indicators', fields)}
        newRow={(above) => ({ level1: '产出指标', level2: '数量指标', ...above, level3: '', value: '' })}
        onRows={(indicators) => {
          onPut({ ...goal, indicators });
        }}
        empty={say('noIndicators')}
        hint={say('listHint')}
      />
    </Section>
  );
}
