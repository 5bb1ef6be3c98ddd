import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../language.tsx';
import { checkWords } from './words.ts';

interface DownloadsProps {
  /** The address of the check or of a filing's version. */
  readonly base: string;
  /** The uploaded file, when a marked copy of it can be made. */
  readonly name: string | null;
  /** The waivers as a file to be kept beside the document. */
  readonly hasWaivers?: boolean;
}

/** What can be taken along; the browser saves it. */
export function Downloads({ base, name, hasWaivers = false }: DownloadsProps): ReactNode {
  const say = useSay(checkWords);
  const { language } = useLanguage();
  const markable = name !== null && /\.(docx|pdf|xlsx)$/i.test(name);
  return (
    <span className="links">
      <a href={`${base}/report?format=html&lang=${language}`} download>
        {say('report')}
      </a>
      <a href={`${base}/report?format=xlsx&lang=${language}`} download>
        {say('workbook')}
      </a>
      {markable && (
        <a href={`${base}/annotated/0?lang=${language}`} download>
          {say('annotated')}
        </a>
      )}
      {hasWaivers && (
        <a href={`${base}/waivers`} download>
          {say('waivers')}
        </a>
      )}
    </span>
  );
}
