import type { PrintedValue } from '../../model/finding.ts';
import type { Claim, PrintedNumber } from '../../model/narrative/claim.ts';
import type { Place } from '../../model/place.ts';
import type { Ledger } from '../ledger.ts';
import { perPiece, type Variable } from '../variable.ts';

/** Millionths in one percent. */
const perPercent = 10_000;
const perTimes = 1_000_000;

/** Enters a rate, share or count into the ledger; null when the claim prints no number. */
export function numberVariable(claim: Claim, place: Place, quote: string, ledger: Ledger): Variable | null {
  if (claim.number === null) return null;
  const isRate = claim.kind === 'rate' || claim.kind === 'share';
  const per = !isRate ? perPiece : claim.numberUnit === '倍' ? perTimes : perPercent;
  const scaled = scaledNumber(claim.number, per);
  if (scaled === null) return null;
  const scale = claim.number.scale;
  return ledger.addVariable({
    kind: isRate ? 'rate' : 'count',
    origin: 'text',
    value: scaled.value,
    // A count without decimals is exact: seven cars are not six and a half.
    unit: isRate || scale > 0 ? scaled.unit : 0,
    text: claim.text,
    place,
    quote,
    express: (value) => expressed(value, per, scale, claim.numberUnit),
    decimals: (doubled) => decimal(doubled / 2 / per, Math.max(scale, 2)),
  });
}

function scaledNumber(number: PrintedNumber, per: number): { value: number; unit: number } | null {
  const unit = per / 10 ** number.scale;
  if (!Number.isInteger(unit) || !Number.isSafeInteger(number.digits * unit)) return null;
  return { value: number.digits * unit, unit };
}

function expressed(value: number, per: number, scale: number, unit: string | null): PrintedValue {
  const sign = unit === '%' ? '%' : '';
  // A number that lost a digit is put right with one more.
  const places = (value * 10 ** scale) % per === 0 ? scale : scale + 1;
  return { text: `${(value / per).toFixed(places)}${sign}`, fen: null };
}

function decimal(value: number, places: number): string {
  return value
    .toFixed(places)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
