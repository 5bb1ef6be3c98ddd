import type { Book, ProcurementItem, ReasonSubject, VehicleKind } from '../../model/book.ts';
import { fiscalFunds, ownFunds, procurementItems, vehicleKinds } from '../../model/book.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Scope } from '../../model/scope.ts';
import { claimsOf, type PlacedClaim } from './claims.ts';

const amountClaims = new Set(['amount', 'pair']);

/** 政府采购 by kind as the sentences state it, in 分. */
export function procurementOf(disclosure: Disclosure): Book['procurement'] {
  const claims = claimsOf(disclosure);
  const stated = (item: ProcurementItem): number =>
    claims.find(({ claim }) => amountClaims.has(claim.kind) && claim.subject?.item === item)?.claim.fen ?? 0;
  const [goods = 0, works = 0, services = 0] = procurementItems.map(stated);
  return { goods, works, services };
}

/** Counts of state assets as the sentences state them. */
export function assetsOf(disclosure: Disclosure): Book['assets'] {
  const claims = claimsOf(disclosure);
  const count = (item: string): number => {
    const found = claims.find(({ claim }) => claim.kind === 'count' && claim.subject?.item === item);
    const number = found?.claim.number ?? null;
    return number === null ? 0 : Math.round(number.digits / 10 ** number.scale);
  };
  const vehicles = vehicleKinds.flatMap((kind): readonly (readonly [VehicleKind, number])[] => {
    const fleet = count(`stockVehicles/${kind}`);
    return fleet === 0 ? [] : [[kind, fleet]];
  });
  return {
    date: assetDate(disclosure),
    vehicleQuota: count('quotaVehicles'),
    vehicles: Object.fromEntries(vehicles),
    officeArea: count('area'),
    generalEquipment: count('stockEquipment/general/50'),
    specialEquipment: count('stockEquipment/special/100') || count('stockEquipment/general/100'),
  };
}

function assetDate({ narrative, year }: Disclosure): string {
  const texts = narrative
    .filter(({ section }) => section === 'assets')
    .flatMap(({ paragraphs }) => paragraphs);
  const [, found = '', month = '', day = ''] =
    /(20\d\d)年(\d{1,2})月(\d{1,2})日/.exec(texts.map(({ text }) => text).join('')) ?? [];
  if (found === '') return `${(year ?? 2001) - 1}-12-31`;
  return `${found}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** What the clerk gave as reasons; those with figures of their own, and circular ones, are left out. */
export function reasonsOf(disclosure: Disclosure): Book['reasons'] {
  const reasons = new Map<ReasonSubject, string>();
  for (const placed of claimsOf(disclosure)) {
    const subject = reasonSubject(placed);
    const text = subject === null || reasons.has(subject) ? null : reasonBehind(placed);
    if (subject !== null && text !== null) reasons.set(subject, text);
  }
  return Object.fromEntries(reasons);
}

function reasonSubject({ claim }: PlacedClaim): ReasonSubject | null {
  const { subject } = claim;
  if (subject === null || claim.kind !== 'change' || subject.function !== undefined) return null;
  if (subject.unitKind !== undefined) return 'operating';
  if (subject.item !== undefined) return subject.item === 'threePublic' ? 'threePublic' : null;
  if (subject.nature === 'basic' || subject.nature === 'project') return subject.nature;
  if (subject.nature !== undefined || subject.vintage === 'carriedOver') return null;
  return subject.fund === undefined ? 'total' : fundSubject(subject);
}

function fundSubject({ fund }: Scope): ReasonSubject | null {
  return [...fiscalFunds, ...ownFunds].find((known) => known === fund) ?? null;
}

/** The words after 原因是 in the rest of the sentence. */
function reasonBehind({ claim, paragraph }: PlacedClaim): string | null {
  const [sentence = ''] = paragraph.text.slice(claim.end).split('。');
  const [, words = ''] = /原因(?:主要)?[是为]?[:：]?(.+)$/s.exec(sentence) ?? [];
  const text = words.replace(/[；;，,\s]+$/, '').trim();
  const circular = /上年|略有|相比|变动|变化/.test(text) && text.length < 30;
  return text === '' || text.length > 300 || circular || /\d/.test(text) ? null : text;
}
