/** The Node that everything runs on, as a path. */
export function node(): string;
