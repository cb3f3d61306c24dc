import { BYTE_ORDER_MARK, csvLine } from '#platform/rules';
import { type ReadFolder } from './read-folder.js';
import { type Row } from './send-folder.js';

const COLUMNS = ['path', 'result', 'code', 'why', 'externalId', 'callId', 'sha256', 'saidBy'] as const;

/** The report as a file for spreadsheets: a line for each file of the folder, and for each fault of a manifest. */
export function writeReport(rows: readonly Row[], faults: ReadFolder['faults']): string {
  const sorted = [...rows].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ofFaults = faults.map(({ path, fault: { line, what, about } }) =>
    csvLine([path, 'manifest_fault', what, `line ${line}: ${about}`, '', '', '', '']),
  );
  return `${BYTE_ORDER_MARK}${csvLine(COLUMNS)}${sorted.map((row) => csvLine(COLUMNS.map((name) => row[name]))).join('')}${ofFaults.join('')}`;
}

const SAYS: Record<Row['result'], string> = {
  sent: 'sent',
  already_there: 'already there',
  would_send: 'would be sent',
  would_refuse: 'would be refused by the server',
  skipped: 'skipped',
  incomplete_metadata: 'held back: something of their metadata is missing or does not do',
  refused: 'refused by the server',
  failed: 'failed on the way',
  not_reached: 'not tried any more',
};

/** How it went, in a few lines. */
export function summary(rows: readonly Row[], faults: ReadFolder['faults']): string {
  const counts = Object.entries(SAYS).flatMap(([result, says]) => {
    const count = rows.filter((row) => row.result === result).length;
    return count > 0 ? [`${String(count).padStart(7)}  ${says}`] : [];
  });
  const lines = faults.length > 0 ? [`${String(faults.length).padStart(7)}  faults of manifests`] : [];
  return [...counts, ...lines].join('\n');
}

/** 0: everything is there; 1: some files need a person; 3: it stopped before its end, run it again. */
export function exitCode(rows: readonly Row[], faults: ReadFolder['faults']): number {
  const has = (...results: Row['result'][]) => rows.some(({ result }) => results.includes(result));
  if (has('failed', 'not_reached')) return 3;
  return has('refused', 'would_refuse', 'incomplete_metadata') || faults.length > 0 ? 1 : 0;
}
