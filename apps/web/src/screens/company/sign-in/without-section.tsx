import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../../components/admin-page.js';
import { DataTable } from '../../../components/data-table.js';
import { useWithoutSecondFactor } from '../../../data/sign-in-policy.js';
import { useFormat } from '../../../format/use-format.js';

/** Whose role needs a second factor, or should have one, and who has none. */
export function WithoutSection() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section" aria-labelledby="without-factor">
      <h2 id="without-factor">{t('withoutFactor.title')}</h2>
      <p className="admin-hint">{t('withoutFactor.about')}</p>
      <WhenRead of={useWithoutSecondFactor()}>
        {({ items, total }) => (
          <>
            <p role="status">{total === 0 ? t('withoutFactor.none') : t('withoutFactor.count', { count: total })}</p>
            {items.length > 0 && (
              <DataTable keepsColumns>
                {items.map(({ personId, name, staffNumber, roles, due, connected }) => (
                  <tr key={personId}>
                    <td>
                      <Link to={`/people/${personId}`}>{format.text(name)}</Link>
                      <small>{staffNumber}</small>
                    </td>
                    <td>{roles.map((role) => t(`shell.role.${role}`)).join(t('journal.and'))}</td>
                    <td>
                      {due ? t('withoutFactor.due', { at: format.dateTime(due) }) : t('withoutFactor.recommended')}
                      {connected && <small>{t('withoutFactor.connected')}</small>}
                    </td>
                  </tr>
                ))}
              </DataTable>
            )}
          </>
        )}
      </WhenRead>
    </section>
  );
}
