import { useMemo, type ReactNode } from 'react';
import { procurementItems } from '../../../src/model/book.ts';
import { usePunctuation, useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { changed } from './book.ts';
import { needed, textColumn } from './columns.ts';
import { AmountField, Section, useFieldTarget } from './fields.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

interface Service {
  readonly name: string;
}

/** 政府采购 by kind, and what is bought as 政府购买服务. */
export function ProcurementPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const { bracketed } = usePunctuation();
  const problems = useProblems();
  const within = useFieldTarget(target);
  const { unit } = useAmountUnit();
  const { procurement } = book;
  const total = procurementItems.reduce((sum, item) => sum + procurement[item], 0);
  const columns = useMemo(
    () => [textColumn({ field: 'name', title: say('serviceName'), width: 700 }, needed<Service>('name'))],
    [say],
  );
  return (
    <div ref={within}>
      <Section title={say('procurementAmounts')} hint={say('procurementHint')}>
        <fieldset className="plain fields-4" disabled={readOnly}>
          {procurementItems.map((item) => (
            <AmountField
              key={item}
              label={bracketed(say(item), say(unit))}
              path={`procurement.${item}`}
              fen={procurement[item]}
              onFen={(fen) => {
                onChange(changed(book, { procurement: { ...procurement, [item]: fen } }));
              }}
            />
          ))}
          <div className="field">
            <span>{say('sumOfAll')}</span>
            <output className="numbers strong sum">{amountText(total, unit)}</output>
          </div>
        </fieldset>
      </Section>
      <Section title={say('purchasedServices')}>
        <ListEditor<Service>
          rows={book.purchasedServices.map((name) => ({ name }))}
          columns={columns}
          label={say('purchasedServices')}
          readOnly={readOnly}
          problems={lineProblems(problems, 'purchasedServices', 'name')}
          target={spotOf(target ?? '', 'purchasedServices', ['name'])}
          newRow={() => ({ name: '' })}
          onRows={(rows) => {
            onChange(changed(book, { purchasedServices: rows.map(({ name }) => name) }));
          }}
          empty={say('noServices')}
          hint={say('listHint')}
        />
      </Section>
    </div>
  );
}
