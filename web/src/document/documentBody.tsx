import { memo, type ReactNode } from 'react';
import { useSay, type Say } from '../language.tsx';
import type { Cell, Disclosure, Paragraph, Sheet } from './disclosure.ts';
import { Figure } from './figure.tsx';
import type { FigureIndex } from './figures.ts';
import { TableView } from './tableView.tsx';
import { documentWords } from './words.ts';

interface BodyProps {
  readonly disclosure: Disclosure;
  readonly figures: FigureIndex;
}

interface PartProps extends BodyProps {
  readonly say: Say<keyof typeof documentWords>;
}

/** The whole document once; choosing a figure marks it from outside. */
export const DocumentBody = memo(function DocumentBody({ disclosure, figures }: BodyProps): ReactNode {
  const say = useSay(documentWords);
  const parts = { disclosure, figures, say };
  return (
    <>
      <Overview {...parts} />
      <Tables {...parts} />
      <Narrative {...parts} />
      {disclosure.projects.map((sheet, i) => (
        <SheetView key={i} id={`p${i}`} sheet={sheet} {...parts} />
      ))}
      <Glossary {...parts} />
    </>
  );
});

function Overview({ disclosure: { overview }, say }: PartProps): ReactNode {
  const { duties, offices } = overview;
  if (duties === null && offices.length === 0) return null;
  return (
    <section className="part text" id="overview">
      <h3>{say('overview')}</h3>
      {duties !== null && <h4>{say('duties')}</h4>}
      {(duties ?? '').split('\n').map((line, i) => (
        <p key={i}>{line}</p>
      ))}
      {offices.length > 0 && <h4>{say('offices')}</h4>}
      <ul>
        {offices.map(({ name, text }) => (
          <li key={name}>
            {name}
            {text === '' ? '' : `，${text}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tables({ disclosure, figures, say }: PartProps): ReactNode {
  return disclosure.tables.map((table) => (
    <section className="part" id={`t${table.number}`} key={table.number}>
      <h3>
        {say('table', table.number)} {table.title}
      </h3>
      {table.unit !== null && <p className="unit-line">{say('unit', table.unit)}</p>}
      <TableView
        table={table}
        code={say('code')}
        item={say('item')}
        cell={(row, { key }) => <CellView cell={row.cells[key]} figures={figures} say={say} />}
      />
      {table.note !== null && <p className="note">{table.note}</p>}
    </section>
  ));
}

interface CellProps extends Pick<PartProps, 'figures' | 'say'> {
  readonly cell: Cell | null | undefined;
}

function CellView({ cell, figures, say }: CellProps): ReactNode {
  if (cell === undefined || cell === null) return null;
  const id = figures.at(cell.place, cell.text);
  const state = id === null ? 'unverified' : (figures.trace.figures[id]?.state ?? 'unverified');
  if (cell.text === '' && state !== 'contradicted') return null;
  if (cell.fen === null && id === null) return cell.text;
  const text = cell.text === '' ? say('emptyCell') : cell.text;
  return <Figure id={id} text={text} state={state} words={say(state)} />;
}

function Narrative({ disclosure, figures, say }: PartProps): ReactNode {
  return disclosure.narrative.map(({ title, paragraphs }, i) => (
    <section className="part text" id={`s${i}`} key={i}>
      <h3>{title}</h3>
      {paragraphs.map((paragraph, j) => (
        <p key={j}>{runs(paragraph, figures, say)}</p>
      ))}
    </section>
  ));
}

/** No line begins with these; after a button the browser would let it. */
const closing = /^[，。；：、）”]+/;

function runs(paragraph: Paragraph, figures: FigureIndex, say: PartProps['say']): ReactNode {
  const { text } = paragraph;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, id } of figures.inParagraph(paragraph)) {
    if (start < at) continue;
    const state = figures.trace.figures[id]?.state ?? 'unverified';
    const stop = closing.exec(text.slice(end))?.[0] ?? '';
    pieces.push(text.slice(at, start));
    pieces.push(
      <span key={start} className="unbroken">
        <Figure id={id} text={text.slice(start, end)} state={state} words={say(state)} />
        {stop}
      </span>,
    );
    at = end + stop.length;
  }
  return [...pieces, text.slice(at)];
}

const fundKeys = ['total', 'central', 'provincial', 'local', 'own', 'other'] as const;
const textKeys = ['basis', 'necessity', 'safeguards', 'plan', 'periodGoal', 'annualGoal'] as const;

interface SheetProps extends PartProps {
  readonly id: string;
  readonly sheet: Sheet;
}

function SheetView({ id, sheet, figures, say }: SheetProps): ReactNode {
  const { name, unit, attribute, term, funds, texts, indicators, filedAt } = sheet;
  const facts = [unit, attribute, term, filedAt].filter((each) => each !== null);
  const annual = indicators.filter(({ horizon }) => horizon === 'annual');
  return (
    <section className="part text sheet" id={id}>
      <h3>{name}</h3>
      <p className="soft">{facts.join(' · ')}</p>
      <table className="funds">
        <thead>
          <tr>
            <th scope="col">{say('yuan')}</th>
            {fundKeys.map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['period', 'annual'] as const).map((horizon) => (
            <tr key={horizon}>
              <th scope="row">{say(`${horizon}Funds`)}</th>
              {fundKeys.map((key) => (
                <td key={key} className="n">
                  <CellView cell={funds[horizon][key]} figures={figures} say={say} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {texts['overview'] != null && (
          <>
            <dt>{say('overviewText')}</dt>
            <dd>{texts['overview']}</dd>
          </>
        )}
        {textKeys.map((key) => (
          <TextLine key={key} title={say(key)} text={texts[key] ?? null} />
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            {(['level1', 'level2', 'level3', 'value'] as const).map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(annual.length > 0 ? annual : indicators).map(({ level1, level2, level3, value }, i) => (
            <tr key={i}>
              <td>{level1}</td>
              <td>{level2}</td>
              <td>{level3}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TextLine({ title, text }: { readonly title: string; readonly text: string | null }): ReactNode {
  if (text === null || text === '') return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Glossary({ disclosure: { glossary }, say }: PartProps): ReactNode {
  if (glossary.length === 0) return null;
  return (
    <section className="part text" id="glossary">
      <h3>{say('glossary')}</h3>
      <dl>
        {glossary.map(({ term, definition }) => (
          <TextLine key={term} title={term} text={definition} />
        ))}
      </dl>
    </section>
  );
}
