/** A value axis: where it starts and ends, and the values at its gridlines. */
export interface AxisScale {
  readonly minimum: number;
  readonly maximum: number;
  readonly ticks: readonly number[];
}

/** What the user fixed; null leaves a bound to the data. */
export interface AxisBounds {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * A scale over the values with ticks at 1, 2 or 5 times a power of ten.
 *
 * Like Excel's it starts at zero unless all values lie within their top sixth, and leaves a twentieth of air above.
 *
 * @param most - how many intervals there is room for
 * @param fromZero - true where bars or areas stand on the axis
 */
export function axisScale(
  values: readonly number[],
  { minimum, maximum }: AxisBounds,
  most: number,
  fromZero: boolean,
): AxisScale {
  const { low, high } = range(values, fromZero);
  const air = (high - low) / 20;
  const bottom = minimum ?? (low < 0 ? low - air : low);
  const top = maximum ?? (high > 0 ? high + air : high);
  const step = roundStep((top > bottom ? top - bottom : 1) / Math.max(1, most));
  const first = minimum ?? Math.floor(bottom / step + 1e-9) * step;
  const last = maximum ?? Math.ceil(top / step - 1e-9) * step;
  const ticks: number[] = [];
  for (let i = 0; first + i * step <= last + step * 1e-9 && i < 200; i++)
    ticks.push(Number((first + i * step).toPrecision(12)));
  return { minimum: first, maximum: last > first ? last : first + step, ticks };
}

function range(values: readonly number[], fromZero: boolean): { low: number; high: number } {
  if (values.length === 0) return { low: 0, high: 1 };
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const [smallest, largest] = [low, high];
  if (fromZero || (smallest >= 0 && largest - smallest > largest / 6)) low = Math.min(low, 0);
  if (fromZero || (largest <= 0 && largest - smallest > -smallest / 6)) high = Math.max(high, 0);
  if (high === low) high = low === 0 ? 1 : low + Math.abs(low);
  return { low, high };
}

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Where a value lies between the ends of its axis, 0 to 1; outside values end at the edge. */
export function along({ minimum, maximum }: AxisScale, value: number): number {
  return Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum)));
}
