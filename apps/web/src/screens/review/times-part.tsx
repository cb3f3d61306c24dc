import type { ReviewTimes } from '#contracts';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import { useReviewTimes } from '../../data/reviews.js';
import { useFormat } from '../../format/use-format.js';

/** As the sentence above the table says. */
const DAYS = 30;

/** How long reviews took: how many, and the one in the middle. By staff number, since a quick review is not a better one. */
export function TimesPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const times = useReviewTimes(DAYS).data;
  if (!times || times.reviewers.length === 0) return null;
  const columns: Column<ReviewTimes['reviewers'][number]>[] = [
    {
      name: t('reviewTimes.reviewer'),
      cell: ({ name, staffNumber }) => (
        <>
          {format.text(name)} <small>{staffNumber}</small>
        </>
      ),
    },
    { name: t('reviewTimes.n'), number: true, cell: ({ n }) => format.number(n) },
    {
      name: t('reviewTimes.median'),
      why: 'reviewTime',
      number: true,
      cell: ({ medianMs }) => format.duration(medianMs),
    },
  ];
  return (
    <section className="admin-section" aria-label={t('reviewTimes.title')}>
      <h2>{t('reviewTimes.title')}</h2>
      <p className="admin-hint">{t('reviewTimes.intro')}</p>
      <div className="review-scroll">
        <DataTable columns={columns} rows={times.reviewers} keyOf={({ personId }) => personId} />
      </div>
    </section>
  );
}
