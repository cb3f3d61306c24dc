import { accessesRoutes, type OpenGrant } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useOpenGrants } from '../../data/audit.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AuditPage } from './audit-page.js';

const COLUMNS = ['code', 'who', 'what', 'left', 'until', 'state'] as const;

/** Every right to open recordings that holds now. */
export function OpenGrantsScreen() {
  const { t } = useTranslation();
  const may = useMay('journal.read');
  return (
    <AuditPage
      title={t('audit.access')}
      tabs
      file={{ route: accessesRoutes.exportGrants, name: 'open-grants', filters: {} }}
    >
      {may && <OpenGrants />}
    </AuditPage>
  );
}

function OpenGrants() {
  const { t } = useTranslation();
  const open = useOpenGrants();
  return (
    <WhenRead of={open}>
      {({ grants }) =>
        grants.length === 0 ? (
          <p className="note">{t('audit.grant.none')}</p>
        ) : (
          <DataTable head={COLUMNS.map((column) => t(`audit.grant.${column}`))} className="audit-table">
            {grants.map((grant) => (
              <GrantLine key={grant.grantId} grant={grant} />
            ))}
          </DataTable>
        )
      }
    </WhenRead>
  );
}

function GrantLine({ grant }: { grant: OpenGrant }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, person, role, scope, requestId, requestCode, purpose, actions, recordings, plays, state } = grant;
  const may = actions.map((action) => (action === 'read' ? t('audit.grant.read') : t(`legal.action.${action}`)));
  return (
    <tr>
      <td>
        {code}
        {requestId && (
          <small>
            <Link to={`/legal/requests/${requestId}`}>{requestCode}</Link>
          </small>
        )}
      </td>
      <td>
        {person && format.text(person.name)}
        {role && t('audit.grant.everybody', { role: t(`shell.role.${role}`) })}
        {scope && <small>{t(`audit.grant.scope.${scope}`)}</small>}
        {recordings !== null && <small>{t('audit.grant.recordings', { count: recordings })}</small>}
      </td>
      <td>
        <span className="audit-parted">
          {may.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </span>
        <small>
          {t(`legal.purpose.${purpose}`)} {t(`legal.rendition.${grant.rendition}`)}
        </small>
      </td>
      <td>
        {plays
          ? t('audit.grant.of', { left: plays.allowed - plays.used, allowed: plays.allowed })
          : t('audit.grant.unlimited')}
      </td>
      <td>
        <time dateTime={grant.expiresAt}>{format.dateTime(grant.expiresAt)}</time>
      </td>
      <td>
        {t(`legal.grantState.${state}`)}
        <small>{t(`legal.right.${grant.right}`)}</small>
      </td>
    </tr>
  );
}
