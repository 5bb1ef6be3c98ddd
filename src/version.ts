declare const MINGSUAN_VERSION: string | undefined;

/** The package's version; set when the command is built. */
export const version: string = typeof MINGSUAN_VERSION === 'undefined' ? '0.0.0' : MINGSUAN_VERSION;
