import { seededDraw, type Draw } from "./seededDraw";

/**
 * A loan client at a month-end, free of language: categories are places in the lists of `sampleWords`. Amounts are in
 * thousands.
 */
export interface SampleClient {
  readonly number: number;
  readonly industry: number | null;
  readonly region: number;
  readonly size: number;
  /** Best first; the last means not rated. */
  readonly rating: number;
  /** Five grades, best first. */
  readonly riskClass: number;
  readonly creditLimit: number;
  readonly outstanding: number;
  /** Of the last twelve months. */
  readonly margin: number;
  readonly averageDeposits: number;
  readonly daysPastDue: number;
  /** Of the region's managers and branches. */
  readonly manager: number;
  readonly branch: number;
  /** Place in the list of client groups; null for a client of its own. */
  readonly group: number | null;
}

export interface SampleMonths {
  readonly september: readonly SampleClient[];
  readonly october: readonly SampleClient[];
}

/** Large, medium, small, micro: how many, the middle of what they owe, and how their rating leans (higher is worse). */
const sizes = [
  { share: 0.08, middle: 42_000, lean: -0.9 },
  { share: 0.27, middle: 9_500, lean: -0.3 },
  { share: 0.45, middle: 2_100, lean: 0.2 },
  { share: 0.2, middle: 420, lean: 0.6 },
];
/** How each industry of `sampleWords` leans in its rating. */
const industryLean = [0, -0.1, 0.1, 0.5, 0.2, 0.1, -0.4, 0.3, -0.2, 0.7, -0.3, 0];
const ratingSteps = [-1.7, -1, -0.3, 0.5, 1.3];
const notRated = 6;
/** Yearly margin on the loan by rating, as a fraction; the unrated pay as the second worst. */
const spreads = [0.011, 0.014, 0.019, 0.026, 0.034, 0.045, 0.034];
const clients = 594;
const regionShares = [0.26, 0.2, 0.16, 0.13, 0.11, 0.08, 0.06];
const groups = 24;

/** The clients at two month-ends: most move a little, some a grade, a few go and some are new. */
export function sampleClients(seed = 20261018): SampleMonths {
  const draw = seededDraw(seed);
  const september = Array.from({ length: clients }, (_, i) => newClient(draw, 10_001 + i));
  const stayed = september.filter(({ outstanding }) => draw.uniform() > (outstanding === 0 ? 0.25 : 0.008));
  const arrived = Array.from({ length: clients + 6 - stayed.length }, (_, i) => newClient(draw, 10_001 + clients + i));
  return { september, october: [...stayed.map((client) => monthLater(draw, client)), ...arrived] };
}

function newClient(draw: Draw, number: number): SampleClient {
  const size = draw.pick(
    [0, 1, 2, 3],
    sizes.map(({ share }) => share),
  );
  const { middle, lean } = sizes[size] ?? { middle: 0, lean: 0 };
  const industry = draw.pick([...industryLean.keys()], [14, 12, 9, 8, 7, 8, 6, 7, 5, 9, 6, 9]);
  const risk = lean + (industryLean[industry] ?? 0) + draw.normal();
  const rating = draw.uniform() < 0.05 ? notRated : ratingSteps.filter((step) => risk > step).length;
  const region = draw.pick([...regionShares.keys()], regionShares);
  const drawn = middle * Math.exp(0.95 * draw.normal());
  const used = Math.min(0.98, 0.35 + 0.55 * draw.uniform() + 0.04 * rating);
  const outstanding = draw.uniform() < 0.022 ? 0 : rounded(drawn);
  const daysPastDue = outstanding === 0 ? 0 : newDelay(draw, rating);
  return {
    number,
    industry: draw.uniform() < 0.012 ? null : industry,
    region,
    size,
    rating,
    riskClass: riskClassOf(daysPastDue, rating, draw),
    creditLimit: roundLimit(drawn / used),
    outstanding,
    margin: Math.round(10 * outstanding * (spreads[rating] ?? 0) * (0.8 + 0.4 * draw.uniform())) / 10,
    averageDeposits: rounded(0.12 * drawn * Math.exp(0.9 * draw.normal() - 0.15 * rating)),
    daysPastDue,
    manager: draw.pick([0, 1, 2]),
    branch: draw.pick([0, 1]),
    group: size < 2 && draw.uniform() < 0.3 ? draw.pick([...new Array<number>(groups).keys()]) : null,
  };
}

function monthLater(draw: Draw, client: SampleClient): SampleClient {
  const moved = draw.uniform() < 0.05 && client.rating < notRated ? draw.pick([-1, 1], [2, 3]) : 0;
  const rating = client.rating === notRated ? notRated : Math.min(5, Math.max(0, client.rating + moved));
  const change = draw.uniform() < 0.06 ? 0.6 + 0.9 * draw.uniform() : Math.exp(0.035 * draw.normal() - 0.008);
  const settled = draw.uniform() < 0.006;
  const outstanding = settled ? 0 : Math.min(rounded(client.outstanding * change), client.creditLimit);
  const daysPastDue = outstanding === 0 ? 0 : laterDelay(draw, client);
  return {
    ...client,
    rating,
    outstanding,
    daysPastDue,
    riskClass: riskClassOf(daysPastDue, rating, draw),
    margin: Math.round(10 * client.margin * (0.94 + 0.12 * draw.uniform())) / 10,
    averageDeposits: rounded(client.averageDeposits * Math.exp(0.12 * draw.normal())),
  };
}

/** Days past due: rare among the well rated, and then mostly short. */
function newDelay(draw: Draw, rating: number): number {
  if (draw.uniform() > 0.012 + 0.022 * rating) return 0;
  const [from, to] = draw.pick(
    [
      [1, 29],
      [30, 89],
      [90, 269],
      [270, 480],
    ] as const,
    [50, 27, 15, 8],
  );
  return from + Math.floor(draw.uniform() * (to - from + 1));
}

/** A month on, a delay is cured or thirty-one days longer. */
function laterDelay(draw: Draw, { daysPastDue, rating }: SampleClient): number {
  if (daysPastDue === 0) return draw.uniform() < 0.25 ? newDelay(draw, rating) % 31 : 0;
  const cured = draw.uniform() < (daysPastDue < 30 ? 0.45 : 0.12);
  return cured ? 0 : daysPastDue + 31;
}

/** At least what the delay demands (90, 270 and 360 days); a bank may see a weak client more strictly. */
function riskClassOf(daysPastDue: number, rating: number, draw: Draw): number {
  const demanded = [1, 91, 271, 361].filter((days) => daysPastDue >= days).length;
  return demanded === 0 && rating >= 4 && draw.uniform() < 0.12 ? 1 : demanded;
}

/** To whole thousands from a million on, to hundreds below. */
function rounded(amount: number): number {
  return amount >= 1000 ? Math.round(amount) : Math.round(amount * 10) / 10;
}

/** Limits are round numbers. */
function roundLimit(amount: number): number {
  const step = amount >= 20_000 ? 1000 : amount >= 2000 ? 100 : 10;
  return Math.ceil(amount / step) * step;
}
