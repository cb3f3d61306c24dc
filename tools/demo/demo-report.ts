import { type SampleResult } from './run-samples.js';

/** What `--json` prints, last. */
export interface DemoReport {
  baseUrl: string;
  users: { role: string; username: string; password: string }[];
  calls: SampleResult[];
}
