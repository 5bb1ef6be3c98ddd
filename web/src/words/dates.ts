const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-03-01 14:05 by the clock of this machine. */
export function momentText(iso: string): string {
  const date = new Date(iso);
  return `${dayText(iso)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function dayText(iso: string): string {
  const date = new Date(iso);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
