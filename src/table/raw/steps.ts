/** Work that may be interrupted wherever it yields, so that whoever does it may pause; it returns what it came to. */
export type Steps<T> = Generator<void, T>;
