// TODO: finish this
export const half = 0.5;
