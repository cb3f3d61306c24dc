import {
  itemReportBySchema,
  mailedFiltersSchema,
  REPORT_FILTER_NAMES,
  reportBySchema,
  type MailedReport,
} from '#contracts';

export type ReportChosen = Pick<MailedReport, 'by' | 'filters'>;

const KINDS: readonly MailedReport['by'][] = [...reportBySchema.options, ...itemReportBySchema.options];

/** What the address of this screen, or of a report, names: kind and filters; what is none of them is left out. */
export function reportIn(search: URLSearchParams): ReportChosen {
  const by = KINDS.find((one) => one === search.get('by')) ?? 'team';
  const given = REPORT_FILTER_NAMES.filter((name) => name !== 'from' && name !== 'to').flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  const filters = mailedFiltersSchema.safeParse(Object.fromEntries(given));
  return { by, filters: filters.success ? filters.data : {} };
}
