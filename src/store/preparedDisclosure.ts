import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import type { Disclosure } from '../model/disclosure.ts';
import type { DocumentReport, ReportedFinding } from '../model/report.ts';
import type { Trace } from '../model/trace.ts';
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
  /** SHA-256 of the disclosure's own JSON in the content, hexadecimal. */
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
  // Written once, for the content and for its hash: it is most of a megabyte.
  const own = Buffer.from(JSON.stringify(disclosure));
  const rest = JSON.stringify({ report, trace });
  const content = Buffer.concat([Buffer.from('{"disclosure":'), own, Buffer.from(`,${rest.slice(1)}`)]);
  return {
    content: gzipSync(content, { level }).toString('base64'),
    hash: createHash('sha256').update(own).digest('hex'),
    verdict: report.verdict,
    findings: report.findings,
    figures: figureArrays(disclosure.figures),
  };
}

/** What prepareDisclosure packed. */
export async function unpackExamined(content: Buffer): Promise<Examined> {
  return JSON.parse((await unpack(content)).toString()) as Examined;
}
