/** Stands for the error type that every layer may import. */
export const failure = "failure";
