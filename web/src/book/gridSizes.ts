/** Sizes of the grid in pixels, as the style sheet sets them. */
export const rowHeight = 30;
export const headHeight = 32;
/** The column of line numbers. */
export const numberWidth = 52;
/** A line of what is offered while one types. */
export const offerHeight = 28;
