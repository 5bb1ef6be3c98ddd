import type { ReactNode } from 'react';
export function FilingPage(): ReactNode {
  return null;
}
