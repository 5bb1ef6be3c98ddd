import type { ReactNode } from 'react';
import { LanguageSwitch } from '../frame/languageSwitch.tsx';

interface DoorwayProps {
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
}

/** A page outside of the frame: one narrow column. */
export function Doorway({ title, subtitle, children }: DoorwayProps): ReactNode {
  return (
    <main className="doorway">
      <div className="doorway-top">
        <LanguageSwitch />
      </div>
      <section className="doorway-box">
        <h1>{title}</h1>
        <p className="soft">{subtitle}</p>
        {children}
      </section>
    </main>
  );
}
