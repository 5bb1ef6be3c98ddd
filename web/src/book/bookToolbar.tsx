import { ImportOutlined, PrinterOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, type ReactNode } from 'react';
import type { Filing, Presence } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { AmountUnitSwitch } from './amountUnit.tsx';
import { Company } from './company.tsx';
import type { Editor } from './editing.ts';
import type { Saving } from './saving.ts';
import { TourButton, type TourState } from './tour.tsx';
import { bookWords } from './words.ts';

interface ToolbarProps {
  readonly filing: Filing;
  readonly editor: Editor;
  readonly saving: Saving;
  readonly mayEdit: boolean;
  /** Who else is here; null while that is not known. */
  readonly presence: Presence | null;
  readonly tour: TourState;
  readonly onImport: () => void;
}

/** What can be done with the book as a whole, who else is here, and whether it is saved. */
export const BookToolbar = memo(function BookToolbar(props: ToolbarProps): ReactNode {
  const { filing, editor, saving, mayEdit, presence, tour, onImport } = props;
  const say = useSay(bookWords);
  const { state, undo, redo } = editor;
  return (
    <div className="toolbar">
      <Button
        icon={<UndoOutlined />}
        disabled={!mayEdit || state.past.length === 0}
        onClick={undo}
        aria-label={say('undo')}
        title={`${say('undo')} Ctrl+Z`}
      />
      <Button
        icon={<RedoOutlined />}
        disabled={!mayEdit || state.future.length === 0}
        onClick={redo}
        aria-label={say('redo')}
        title={`${say('redo')} Ctrl+Y`}
      />
      <Button icon={<ImportOutlined />} data-tour="import" disabled={!mayEdit} onClick={onImport}>
        {say('importBook')}
      </Button>
      <Button
        icon={<PrinterOutlined />}
        aria-label={say('printPart')}
        title={say('printPart')}
        onClick={() => {
          window.print();
        }}
      />
      <AmountUnitSwitch />
      <TourButton tour={tour} />
      <Company presence={presence} />
      <span className="grow" />
      {mayEdit ? (
        <SaveWords saving={saving} />
      ) : (
        <span className="soft">{say('readOnly', filing.stateName)}</span>
      )}
    </div>
  );
});

function SaveWords({ saving: { state, version, reason } }: { readonly saving: Saving }): ReactNode {
  const say = useSay(bookWords);
  const words = {
    saved: `✓ ${say('saved', version)}`,
    unsaved: say('unsaved'),
    saving: say('saving'),
    failed: reason === '' ? say('disconnected') : say('offline', reason),
  }[state];
  return (
    <span role="status" data-state={state} className={state === 'failed' ? 'bad' : 'soft numbers'}>
      {words}
    </span>
  );
}
