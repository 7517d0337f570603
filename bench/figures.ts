// Figures: what was measured, in which unit, and the aim it stands beside.

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: Aim;
  /** Given where it is compared over many dialogs: which direction is the good one. */
  readonly better?: 'more' | 'less';
}

export interface Aim {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** How much worse a figure may be over many dialogs. */
export const GROWTH: Aim = { atMost: 1.3 };

/** How many times worse `large` is than `small`; null where that is not asked. */
export function growth(small: Figure, large: Figure): number | null {
  if (!small.better || small.value === 0 || large.value === 0) return null;
  return small.better === 'less' ? large.value / small.value : small.value / large.value;
}

/** The value below which `share` of all lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function meets(value: number, { atLeast, atMost }: Aim): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

export function aimInWords({ atLeast, atMost }: Aim): string {
  return atLeast === undefined ? `≤ ${inWords(atMost ?? 0)}` : `≥ ${inWords(atLeast)}`;
}

export function inWords(value: number, unit = ''): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = Number(value.toFixed(digits)).toLocaleString('en-US', {
    maximumFractionDigits: 2,
  });
  return unit === '' ? number : `${number} ${unit}`;
}
