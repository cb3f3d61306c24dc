import { type LineProblem } from '#contracts';

/** A line of a file: who sits at an extension, from a moment to another (exclusive) or until further notice. */
export interface ExtensionRow {
  line: number;
  extension: string;
  staffNumber: string;
  from: Date;
  to: Date | null;
}

export interface KnownAssignment {
  assignmentId: string;
  extension: string;
  personId: string;
  staffNumber: string;
  from: Date;
  to: Date | null;
}

export interface ExtensionPlan {
  added: (ExtensionRow & { personId: string })[];
  /** Standing assignments that end where another person's begins. */
  ended: (Pick<KnownAssignment, 'assignmentId' | 'extension' | 'staffNumber' | 'personId'> & { at: Date })[];
  unchanged: number;
  problems: LineProblem[];
}

interface Span {
  from: Date;
  to: Date | null;
}

const overlap = (a: Span, b: Span): boolean => (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
const same = (a: Span & { staffNumber: string }, b: Span & { staffNumber: string }): boolean =>
  a.staffNumber === b.staffNumber &&
  +a.from === +b.from &&
  (a.to === null ? b.to === null : b.to !== null && +a.to === +b.to);

/**
 * Fits lines into what is known. A standing assignment ends where a later one begins; every other overlap is a problem of its line. Lines
 * that are known already change nothing, so that a file can be imported again.
 *
 * @param people staff number → person, for those who may be named
 */
export function planExtensions(
  rows: readonly ExtensionRow[],
  people: ReadonlyMap<string, string>,
  known: readonly KnownAssignment[],
): ExtensionPlan {
  const plan: ExtensionPlan = { added: [], ended: [], unchanged: 0, problems: [] };
  const standing = groupBy(known.map((assignment) => ({ ...assignment })));
  const taken = groupBy<ExtensionRow>([]);
  for (const row of [...rows].sort((a, b) => +a.from - +b.from)) {
    const personId = people.get(row.staffNumber);
    const before = standing.get(row.extension) ?? [];
    const inFile = (taken.get(row.extension) ?? []).find((other) => overlap(other, row));
    if (!personId) plan.problems.push(unknownPerson(row));
    else if (row.to && row.to <= row.from) plan.problems.push(endsBeforeItBegins(row));
    else if (before.some((assignment) => same(assignment, row))) plan.unchanged++;
    else if (inFile) plan.problems.push(overlapsLine(row, inFile));
    else place(plan, { ...row, personId }, before);
    taken.set(row.extension, [...(taken.get(row.extension) ?? []), row]);
  }
  return plan;
}

function place(plan: ExtensionPlan, row: ExtensionRow & { personId: string }, before: KnownAssignment[]): void {
  const inTheWay = before.filter((assignment) => overlap(assignment, row));
  const ending = inTheWay.filter(({ from, to }) => to === null && from < row.from);
  const blocking = inTheWay.find((assignment) => !ending.includes(assignment));
  if (blocking) return void plan.problems.push(overlapsKnown(row, blocking));
  for (const assignment of ending) {
    assignment.to = row.from;
    const { assignmentId, extension, staffNumber, personId } = assignment;
    plan.ended.push({ assignmentId, extension, staffNumber, personId, at: row.from });
  }
  plan.added.push(row);
}

function groupBy<T extends { extension: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.extension);
    if (group) group.push(item);
    else groups.set(item.extension, [item]);
  }
  return groups;
}

const problem = (line: number, zh: string, en: string): LineProblem => ({ line, words: { zh, en } });
const unknownPerson = ({ line, staffNumber }: ExtensionRow) =>
  problem(line, `没有工号为 ${staffNumber} 的员工。`, `There is no staff number ${staffNumber}.`);
const endsBeforeItBegins = ({ line }: ExtensionRow) =>
  problem(line, '结束时间必须晚于开始时间。', 'The end must be after the beginning.');
const overlapsLine = ({ line, extension }: ExtensionRow, other: ExtensionRow) =>
  problem(
    line,
    `分机 ${extension} 与第 ${other.line} 行的时间重叠。`,
    `Extension ${extension} overlaps with line ${other.line}.`,
  );
const overlapsKnown = ({ line, extension }: ExtensionRow, { staffNumber }: KnownAssignment) =>
  problem(
    line,
    `分机 ${extension} 在这段时间已分配给工号 ${staffNumber}。`,
    `Extension ${extension} belongs to staff number ${staffNumber} in that time.`,
  );
