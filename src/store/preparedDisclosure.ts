import { gunzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';
import type { Disclosure } from '../model/disclosure.ts';
import type { DocumentReport, ReportedFinding } from '../model/report.ts';
import type { Trace } from '../model/trace.ts';
import { contentHash } from './canonical.ts';
import { figureArrays } from './figureRows.ts';

/** What reading or composing, and checking, gave. */
export interface Examined {
  readonly disclosure: Disclosure;
  readonly report: DocumentReport;
  readonly trace: Trace;
}

/**
 * A disclosure as it is written to the database. Making it takes as long as writing it: the process that examined
 * the document makes it, so that the one that answers people does not.
 */
export interface PreparedDisclosure {
  /** Base64 of the packed JSON of what was examined. */
  readonly content: string;
  /** Of the disclosure alone, hexadecimal. */
  readonly hash: string;
  readonly verdict: string;
  readonly findings: readonly ReportedFinding[];
  /** An array of PostgreSQL for each of figureColumns. */
  readonly figures: readonly string[];
}

/** The first level packs nearly as well as the last, in half the time. */
const level = 1;
const unpack = promisify(gunzip);

export function prepareDisclosure({ disclosure, report, trace }: Examined): PreparedDisclosure {
  return {
    content: gzipSync(JSON.stringify({ disclosure, report, trace }), { level }).toString('base64'),
    hash: contentHash(disclosure).toString('hex'),
    verdict: report.verdict,
    findings: report.findings,
    figures: figureArrays(disclosure.figures),
  };
}

/** What prepareDisclosure packed. */
export async function unpackExamined(content: Buffer): Promise<Examined> {
  return JSON.parse((await unpack(content)).toString()) as Examined;
}
