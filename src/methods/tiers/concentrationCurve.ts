import { positiveRanking } from "./positiveRanking";

/** The largest `customers` of all customers hold `value` of the total; both are fractions of one. */
export interface ConcentrationPoint {
  readonly customers: number;
  readonly value: number;
}

/**
 * The concentration curve: which share of the total the largest customers hold, from the largest down.
 *
 * Customers of zero or negative value count as customers and hold nothing. Up to `steps` customers the curve has a
 * point per customer; above that it has `steps` equal steps, with straight lines between customers.
 *
 * Source: M. O. Lorenz, "Methods of Measuring the Concentration of Wealth", Publications of the American
 * Statistical Association 9(70), 1905, pp. 209-219, read from the largest holder down.
 *
 * @param values - value per customer
 * @param steps - greatest number of steps, at least one
 * @returns points from (0, 0) to (1, 1)
 * @throws {Failure} `not-a-number` if a value, or the total, is not finite
 * @throws {Failure} `no-positive-value` if no value is above zero
 * @example
 * concentrationCurve([30, 60, 10, 0]); // => [{ customers: 0, value: 0 }, { customers: 0.25, value: 0.6 }, { customers: 0.5, value: 0.9 }, { customers: 0.75, value: 1 }, { customers: 1, value: 1 }]
 */
export function concentrationCurve(values: ArrayLike<number>, steps = 200): ConcentrationPoint[] {
  const { held, total } = positiveRanking("concentrationCurve", values);
  const heldByLargest = (count: number): number => (count === 0 ? 0 : held[Math.min(count, held.length) - 1]!);
  const points: ConcentrationPoint[] = [];
  const count = Math.min(values.length, steps);
  for (let step = 0; step <= count; step++) {
    const customers = (step * values.length) / count;
    const whole = Math.floor(customers);
    const below = heldByLargest(whole);
    const next = heldByLargest(Math.min(whole + 1, values.length));
    points.push({ customers: step / count, value: (below + (next - below) * (customers - whole)) / total });
  }
  return points;
}
