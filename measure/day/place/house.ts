/** A process of the product, by the name that the table calls it. */
export interface ProductProcess {
  name: string;
  pid: number;
}

/** Where an installation lives: what starts its servers, its API and its worker, on one of the two profiles. */
export interface House {
  /** What API, worker and commands are given. */
  readonly settings: Record<string, string>;
  readonly databaseUrl: string;
  readonly baseUrl: string;
  /** `launcher`: where it is written when a process had to be started again. */
  readonly logs: { api: string; worker: string; launcher: string };
  /** What API and worker need before they start. The first time it makes it. */
  prepare(): Promise<void>;
  /** API and worker, and waits until the API answers. */
  start(): Promise<void>;
  processes(): ProductProcess[];
  /** As a service manager ends it. */
  stop(): Promise<void>;
  /** As a power cut ends it, but for the disk. */
  kill(): Promise<void>;
  /** Names of all sealed objects that lie there. */
  objects(): Promise<string[]>;
  /** What outlives a stop and is of this day alone. */
  tearDown(): Promise<void>;
}

export const running = (named: Record<string, number | undefined>): ProductProcess[] =>
  Object.entries(named).flatMap(([name, pid]) => (pid === undefined ? [] : [{ name, pid }]));
