import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.js';
import { useHoldPreview } from '../../data/holds.js';
import { useFormat } from '../../format/use-format.js';

/** How many calls a customer as shown has now: whether the right person is meant is seen in the list, before anything is decided. */
export function FoundNow({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = customer.trim();
  const preview = useHoldPreview(
    asked.length < 2 ? null : { callIds: [], recordingIds: [], rule: { customer: asked } },
  );
  if (asked.length < 2) return null;
  if (preview.error) return <FailureNote error={preview.error} />;
  if (!preview.data) return null;
  const { calls, recordings } = preview.data;
  return (
    <p role="status" className="legal-next">
      {calls === 0
        ? t('dataRequests.findsNone')
        : t('dataRequests.finds', { calls: format.number(calls), recordings: format.number(recordings) })}
    </p>
  );
}
