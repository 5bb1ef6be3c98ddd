import { QuestionCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Tour } from 'antd';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { usePreferences } from '../session/preferences.ts';
import { bookWords } from './words.ts';

export interface TourState {
  readonly open: boolean;
  /** Who is signed in has neither taken nor declined it yet. */
  readonly isNew: boolean;
  readonly start: () => void;
  readonly end: () => void;
}

/** The tour is offered once to everybody, whatever browser they use, and can be taken again at any time. */
export function useTour(showFirstPart: () => void): TourState {
  const [open, setOpen] = useState(false);
  const { preferences, prefer } = usePreferences();
  const isNew = preferences?.tourSeen === false;
  return useMemo(() => {
    const end = (): void => {
      if (isNew) prefer({ tourSeen: true });
    };
    return {
      ...{ open, isNew },
      start: () => {
        end();
        showFirstPart();
        setOpen(true);
      },
      end: () => {
        end();
        setOpen(false);
      },
    };
  }, [open, isNew, prefer, showFirstPart]);
}

export function TourButton({ tour }: { readonly tour: TourState }): ReactNode {
  const say = useSay(bookWords);
  return (
    <Button icon={<QuestionCircleOutlined />} onClick={tour.start}>
      {say('tour')}
    </Button>
  );
}

/** Offers the tour to who has not seen it. */
export function TourOffer({ tour }: { readonly tour: TourState }): ReactNode {
  const say = useSay(bookWords);
  if (!tour.isNew) return null;
  return (
    <Alert
      type="info"
      className="tour-offer"
      title={say('firstTime')}
      action={
        <>
          <Button size="small" type="primary" onClick={tour.start}>
            {say('startTour')}
          </Button>{' '}
          <Button size="small" onClick={tour.end}>
            {say('skipTour')}
          </Button>
        </>
      }
    />
  );
}

const steps = [
  ['tourParts', 'tourPartsText', '.book-parts', 'right'],
  ['tourGrid', 'tourGridText', '.grid-scroll, .empty-list', 'top'],
  ['tourTotals', 'tourTotalsText', '.totals', 'left'],
  ['tourImport', 'tourImportText', '[data-tour=import]', 'bottomLeft'],
  ['tourSave', 'tourSaveText', '[data-state]', 'bottomRight'],
  ['tourDocument', 'tourDocumentText', '.filing .ant-tabs-nav', 'bottom'],
] as const;

/** A few steps around the page; Esc or the cross ends it. */
export const BookTour = memo(function BookTour({ tour }: { readonly tour: TourState }): ReactNode {
  const say = useSay(bookWords);
  return (
    <Tour
      open={tour.open}
      onClose={tour.end}
      onFinish={tour.end}
      steps={steps.map(([title, text, target, placement], i) => ({
        placement,
        title: say(title),
        description: say(text),
        target: () => document.querySelector<HTMLElement>(target) ?? document.body,
        nextButtonProps: { children: say(i === steps.length - 1 ? 'finish' : 'next') },
        prevButtonProps: { children: say('previousStep') },
      }))}
    />
  );
});
