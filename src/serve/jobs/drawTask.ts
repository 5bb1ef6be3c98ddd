import { readFile } from 'node:fs/promises';
import type { SoughtFigure } from '../../write/pages/figureSpots.ts';
import { mapOfPages, pictureOfPage, type PageMap } from '../../write/pages/pages.ts';

/** What a worker process draws of a PDF: where its pages and figures are, or one page. */
export type DrawTask =
  | { readonly kind: 'pages'; readonly path: string; readonly figures: readonly SoughtFigure[] }
  | { readonly kind: 'picture'; readonly path: string; readonly page: number; readonly scale: number };

/** Null for what is no PDF or cannot be drawn. Pictures are PNG, base64. */
export interface Drawn {
  readonly map: PageMap | null;
  readonly picture: string | null;
}

export async function drawTask(task: DrawTask): Promise<Drawn> {
  const bytes = await readFile(task.path);
  if (task.kind === 'pages') return { map: await mapOfPages(bytes, task.figures), picture: null };
  const picture = await pictureOfPage(bytes, task.page, task.scale);
  return { map: null, picture: picture === null ? null : Buffer.from(picture).toString('base64') };
}
