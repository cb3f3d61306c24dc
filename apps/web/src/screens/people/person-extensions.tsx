import type { ExtensionAssignmentView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

/** Where the person sat, the newest first. */
export function PersonExtensions({ extensions }: { extensions: readonly ExtensionAssignmentView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('person.extensions')}</h2>
      {extensions.length === 0 ? (
        <p className="admin-hint">{t('person.noExtensions')}</p>
      ) : (
        <DataTable keepsColumns>
          {extensions.map(({ assignmentId, extension, from, to }) => (
            <tr key={assignmentId}>
              <td>{extension}</td>
              <td>{format.dateTime(from)}</td>
              <td>{to ? format.dateTime(to) : t('person.until')}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
