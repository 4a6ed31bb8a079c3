/** Rows that are handled between two looks at the clock. */
const rowsPerLook = 500;

/** Milliseconds of work in one go: well below the fifty that a person begins to feel, for slower machines than ours. */
const turn = 10;

/** Goes through rows in their order, and lets the window draw and answer in between. */
export async function inTurns(rows: number, one: (row: number) => void): Promise<void> {
  // What has been done in this turn so far nobody knows.
  if (rows > rowsPerLook) await nextTurn();
  let began = performance.now();
  for (let row = 0; row < rows; row++) {
    if (row % rowsPerLook === rowsPerLook - 1 && performance.now() - began > turn) {
      await nextTurn();
      began = performance.now();
    }
    one(row);
  }
}

/** Does work that yields once a row or so, and lets the window draw and answer in between. */
export async function stepsInTurns<T>(work: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (let steps = 1; ; steps++) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (steps % rowsPerLook === 0 && performance.now() - began > turn) {
      await nextTurn();
      began = performance.now();
    }
  }
}

/** Lets the window draw and answer before what follows. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
