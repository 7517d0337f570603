// The scale of a panel: where it ends and which numbers stand beside it. Pure.

export interface Scale {
  /** More than 0. */
  readonly top: number;
  /** From 0 to the top, in equal steps. */
  readonly ticks: readonly number[];
}

const NICE = [1, 2, 2.5, 5, 10] as const;
const STEPS = 4;

/** Round numbers that reach at least as far as the largest value; whole ones from 1 up. */
export function scaleFor(largest: number, fixedTop?: number): Scale {
  const wanted = (fixedTop ?? Math.max(largest, Number.MIN_VALUE)) / STEPS;
  const step = fixedTop === undefined ? niceStep(wanted) : wanted;
  const count = fixedTop === undefined ? Math.max(1, Math.ceil(largest / step - 1e-9)) : STEPS;
  const ticks = Array.from({ length: count + 1 }, (_, n) => tidy(n * step));
  return { top: tidy(count * step), ticks };
}

/** At least 1: nobody opens half a ticket. */
function niceStep(wanted: number): number {
  if (wanted <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const nice = NICE.find((one) => one * power >= wanted - 1e-9 && Number.isInteger(one * power));
  return (nice ?? 10) * power;
}

/** Without what is left of adding fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
