import { inAddress, type ReportBy, type WrittenFilters } from '#contracts';

interface Period {
  from: string;
  to: string;
}

/** What narrows the report's filters to the calls of a row. A week reaches no further than the period. */
export const NARROW: Record<ReportBy, (key: string, period: Period) => WrittenFilters> = {
  team: (team) => ({ team }),
  agent: (agent) => ({ agent }),
  reviewer: (reviewer) => ({ reviewer }),
  queue: (queue) => ({ queue: inAddress(queue) }),
  client: (client) => ({ client }),
  day: (day) => ({ from: day, to: day }),
  week: (monday, { from, to }) => ({ from: later(monday, from), to: earlier(daysAfter(monday, 6), to) }),
  hour: (key) => {
    const [weekday, hour] = key.split('-') as [string, string];
    return { weekday, hour: String(Number(hour)) };
  },
};

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
