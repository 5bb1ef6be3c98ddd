import type { ReactNode } from 'react';
import { vehicleKinds } from '../../../src/model/book.ts';
import { useSay } from '../language.tsx';
import { changed, type Book } from './book.ts';
import { CountField, DateField, Section, useFieldTarget } from './fields.tsx';
import type { PartProps } from './partProps.ts';
import { bookWords } from './words.ts';

const counts = ['officeArea', 'generalEquipment', 'specialEquipment'] as const;
/** Two kinds of vehicles have names that other words of the book have too. */
const kindWords = { special: 'special_vehicle', other: 'other_vehicle' } as const;

type Counted = (typeof vehicleKinds | typeof counts)[number];

function wordOf(kind: Counted) {
  return kind === 'special' || kind === 'other' ? kindWords[kind] : kind;
}

/** State assets on a day: vehicles, offices, equipment. */
export function AssetsPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const within = useFieldTarget(target);
  const { assets } = book;
  const put = (parts: Partial<Book['assets']>): void => {
    onChange(changed(book, { assets: { ...assets, ...parts } }));
  };
  const vehicles = vehicleKinds.reduce((sum, kind) => sum + (assets.vehicles[kind] ?? 0), 0);
  const over = vehicles - assets.vehicleQuota;
  return (
    <div ref={within}>
      <fieldset className="plain" disabled={readOnly}>
        <Section title={say('assets')}>
          <div className="fields-4">
            <DateField
              label={say('assetsDate')}
              path="assets.date"
              date={assets.date}
              readOnly={readOnly}
              onDate={(date) => {
                if (date !== null) put({ date });
              }}
            />
            <Counts
              keys={counts}
              path="assets"
              values={assets}
              onValue={(key, value) => {
                put({ [key]: value });
              }}
            />
          </div>
        </Section>
        <Section title={say('vehicles')}>
          <div className="fields-4">
            <CountField
              label={say('vehicleQuota')}
              path="assets.vehicleQuota"
              value={assets.vehicleQuota}
              onValue={(vehicleQuota) => {
                put({ vehicleQuota });
              }}
            />
            <Counts
              keys={vehicleKinds}
              path="assets.vehicles"
              values={assets.vehicles}
              onValue={(kind, value) => {
                put({ vehicles: { ...assets.vehicles, [kind]: value } });
              }}
            />
          </div>
          <p className="numbers strong" role="status">
            {say('sumOfAll')} {vehicles} {over > 0 && <em className="warn">! {say('overQuota', over)}</em>}
          </p>
        </Section>
      </fieldset>
    </div>
  );
}

interface CountsProps<Key extends Counted> {
  readonly keys: readonly Key[];
  readonly path: string;
  readonly values: Readonly<Partial<Record<Key, number>>>;
  readonly onValue: (key: Key, value: number) => void;
}

/** Numbers of things, each with its field. */
function Counts<Key extends Counted>({ keys, path, values, onValue }: CountsProps<Key>): ReactNode {
  const say = useSay(bookWords);
  return keys.map((key) => (
    <CountField
      key={key}
      label={say(wordOf(key))}
      path={`${path}.${key}`}
      value={values[key] ?? 0}
      onValue={(value) => {
        onValue(key, value);
      }}
    />
  ));
}
