export interface LogLine {
  file: string;
  /** Milliseconds; of a line that is not ours, of the line before. */
  at: number;
  level: number;
  words: string;
}

export interface Provoked {
  from: Date;
  to: Date;
  what: string;
}

/** A line that is no JSON is the last word of a process that fell over, or a warning of Node's own, which says so in its first line. */
const LAST_WORDS = 60;
const WARNING = 40;
const OF_NODE = /^\(node:\d+\) /;

/** What a log file says, line by line: its own lines are JSON. */
export function readLog(file: string, text: string): LogLine[] {
  let at = 0;
  let warned = false;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const said = parsed(line);
      at = said?.time ?? at;
      // A warning has several lines; the next line of ours ends it.
      warned = said === null && (warned || OF_NODE.test(line));
      const level = said?.level ?? (warned ? WARNING : LAST_WORDS);
      return { file, at, level, words: said ? wordsOf(said) : line.slice(0, 200) };
    });
}

/** What a launcher says: to people in words, which are no failure; and of a process that ended unasked, which is one. */
export function readLauncher(file: string, text: string): LogLine[] {
  const ours = text.split('\n').filter((line) => line.startsWith('{'));
  const lines = readLog(file, ours.join('\n'));
  return lines.map((line) => ({ ...line, level: line.level >= WARNING ? Math.max(line.level, 50) : line.level }));
}

/** Lines of an error or worse that were not provoked. What is broken on purpose is still being told of for a moment afterwards. */
export function unprovoked(lines: readonly LogLine[], provoked: readonly Provoked[], afterMs = 30_000): LogLine[] {
  const inside = (at: number) =>
    provoked.some(({ from, to }) => at >= from.getTime() - 1000 && at <= to.getTime() + afterMs);
  return lines.filter(({ at, level }) => level >= 50 && !inside(at));
}

/** The same words once, with how often they were said. */
export function counted(lines: readonly LogLine[]): string[] {
  const times = new Map<string, number>();
  for (const line of lines) {
    const said = `${line.file}: ${line.words}`;
    times.set(said, (times.get(said) ?? 0) + 1);
  }
  return [...times].map(([said, count]) => (count > 1 ? `${count} × ${said}` : said));
}

interface Said {
  time: number;
  level: number;
  msg?: string;
  schedule?: string;
  job?: string;
  err?: { message?: string };
}

function parsed(line: string): Said | null {
  try {
    const said = JSON.parse(line) as Said;
    return typeof said.level === 'number' && typeof said.time === 'number' ? said : null;
  } catch {
    return null;
  }
}

const wordsOf = ({ level, msg = '', schedule, job, err }: Said): string =>
  [String(level), schedule ?? job, msg, err?.message].filter(Boolean).join(' · ');
