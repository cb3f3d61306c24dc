import { type CallReportRow, type FigureMeasure, type QualitySettings } from '#contracts';

export interface PassedLine {
  teamId: string;
  measure: FigureMeasure;
  value: number;
  /** What it is a part of. */
  of: number;
  line: number;
}

/** Which figures of teams passed the lines that are set. A share within three rings is told of enough calls only. */
export function passedLines(rows: readonly CallReportRow[], lines: QualitySettings['alerts']): PassedLine[] {
  const { criticalOfTeam, ringsPercent, leastCalls } = lines;
  return rows.flatMap(({ key: teamId, figures: { judged, rings } }): PassedLine[] => [
    ...(criticalOfTeam !== null && judged && judged.critical >= criticalOfTeam
      ? [{ teamId, measure: 'critical' as const, value: judged.critical, of: judged.scored, line: criticalOfTeam }]
      : []),
    ...(ringsPercent !== null && rings && rings.of >= leastCalls && 100 * rings.n < ringsPercent * rings.of
      ? [{ teamId, measure: 'rings' as const, value: rings.n, of: rings.of, line: ringsPercent }]
      : []),
  ]);
}
