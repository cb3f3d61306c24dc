export const FAULTS: readonly {
  what: string;
  file: string;
  /** Once in the file. */
  from: string;
  to: string;
  /** In an ordinary run. */
  foundBy: readonly string[];
  /** Also in `npm run test:deep`, by what an ordinary run leaves out. */
  deep?: readonly string[];
}[];
