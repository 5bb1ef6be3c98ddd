import { memo, type ReactNode } from 'react';
import { AssetsPart } from './assetsPart.tsx';
import { BasicsPart } from './basicsPart.tsx';
import type { Fact } from './book.ts';
import { FactsTab } from './factsTab.tsx';
import { GlossaryPart } from './glossaryPart.tsx';
import { GoalPart } from './goalPart.tsx';
import { NotesPart } from './notesPart.tsx';
import { OverviewPart } from './overviewPart.tsx';
import type { PartProps } from './partProps.ts';
import type { BookPart } from './parts.ts';
import { PreviousPart } from './previousPart.tsx';
import { ProcurementPart } from './procurementPart.tsx';
import { ProjectsTab } from './projectsTab.tsx';
import { PublicPart } from './publicPart.tsx';
import { ReasonsPart } from './reasonsPart.tsx';
import { RevenuePart } from './revenuePart.tsx';
import { SpecialPart } from './specialPart.tsx';

interface BookPartProps extends PartProps {
  readonly part: BookPart;
  readonly draft: readonly Fact[] | null;
  readonly onDraft: (facts: readonly Fact[] | null) => void;
}

const parts: Readonly<Record<Exclude<BookPart, 'facts'>, (props: PartProps) => ReactNode>> = {
  basics: BasicsPart,
  projects: ProjectsTab,
  revenue: RevenuePart,
  threePublic: PublicPart,
  procurement: ProcurementPart,
  assets: AssetsPart,
  previous: PreviousPart,
  reasons: ReasonsPart,
  overviewPart: OverviewPart,
  goal: GoalPart,
  otherNotes: NotesPart,
  glossary: GlossaryPart,
  special: SpecialPart,
};

/** The part of the book that is open; drawn again when it changes, not when a problem of it does. */
export const BookPartView = memo(function BookPartView(all: BookPartProps): ReactNode {
  const { part, draft, onDraft, ...props } = all;
  if (part === 'facts') return <FactsTab {...props} draft={draft} onDraft={onDraft} />;
  const Part = parts[part];
  return <Part {...props} />;
});
