/** The library that moves a process's clock, as a path. */
export function clockLibrary(): string;
