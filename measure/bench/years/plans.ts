import { type DataSource } from 'typeorm';
import { type Asked } from './listening.js';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

/** How a statement was carried out: tables that were read from end to end, and how many rows of tables were looked at. */
export interface Carried {
  scanned: string[];
  rows: number;
}

const EXPLAINED = /^\s*(?:select|with|update|delete|insert[^]*\bselect\b)/i;

/** Carries a statement out under EXPLAIN and takes it back. @returns null for what has no plan */
export async function carriedOut(source: DataSource, { sql, parameters }: Asked): Promise<Carried | null> {
  if (!EXPLAINED.test(sql)) return null;
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  try {
    const [answer]: { 'QUERY PLAN': { Plan: Node }[] }[] = await runner.query(
      `explain (analyze, format json) ${sql}`,
      parameters,
    );
    const nodes = within(answer!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] !== undefined);
    return {
      scanned: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']!),
      rows: nodes.reduce((sum, node) => sum + lookedAt(node), 0),
    };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const within = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(within)];

const lookedAt = (node: Node): number =>
  (node['Actual Loops'] ?? 1) *
  ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0));
