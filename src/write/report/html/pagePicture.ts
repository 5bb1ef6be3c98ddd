import type { Box, Place } from '../../../model/place.ts';

/** Where something stands: the picture's position in the list, and a box on it in points from the top left. */
export type PictureSpot = readonly [picture: number, ...box: Box];

export interface PagePicture {
  readonly page: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** PNG, base64. */
  readonly png: string;
}

/** Pictures of the pages of a PDF that figures and findings stand on, and where they stand there. */
export interface Pictures {
  readonly pages: readonly PagePicture[];
  /** By the number of the figure in the trace. */
  readonly figures: Readonly<Record<number, PictureSpot>>;
  readonly spotOf: (place: Place) => PictureSpot | null;
}

export const noPictures: Pictures = { pages: [], figures: {}, spotOf: () => null };
