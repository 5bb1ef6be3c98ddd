import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { indicatorAdvice, missingKinds } from './advice.ts';
import type { BookIndicator, BookSheet } from './book.ts';
import { bookWords } from './words.ts';

interface IndicatorsProps {
  readonly sheet: BookSheet;
  readonly onChange: (indicators: readonly BookIndicator[]) => void;
}

const fields = ['level1', 'level2', 'level3', 'value'] as const;

/** The indicators of a sheet with advice on what would make each easier to judge. */
export function Indicators({ sheet: { indicators }, onChange }: IndicatorsProps): ReactNode {
  const say = useSay(bookWords);
  const missing = missingKinds(indicators);
  return (
    <section>
      <h2>
        {say('indicators')}{' '}
        {missing.length > 0 && <em className="warn small">! {say('adviseMissing', missing.join('、'))}</em>}
      </h2>
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
