import { type DirectoryRefusal, type Provisioning, provisioningRoutes } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { useMe } from '../../data/session.js';
import { NotFound } from '../../shell/not-found.js';
import { GroupsSection } from './provisioning/groups-section.js';
import { useRead } from '../../data/queries.js';

/** What the company's directory has sent by SCIM, what its groups mean here, and what did not come true. */
export function ProvisioningPart() {
  const { modulesOff } = useMe();
  // Nothing sends while the module is off.
  if (modulesOff.includes('scim')) return <NotFound />;
  return <Provisioned />;
}

function Provisioned() {
  return (
    <WhenRead of={useProvisioning()}>
      {({ tokens, people, groups, refusals }) => (
        <>
          <Contact tokens={tokens} people={people} />
          <GroupsSection groups={groups} />
          <Refusals refusals={refusals} />
        </>
      )}
    </WhenRead>
  );
}

function Contact({ tokens, people }: Pick<Provisioning, 'tokens' | 'people'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('provisioning.contact')}</h2>
      {tokens.length === 0 ? (
        <p className="admin-hint">{t('provisioning.noToken')}</p>
      ) : (
        <DataTable keepsColumns>
          {tokens.map(({ name, owner, lastUsedAt, expiresAt }, i) => (
            <tr key={i}>
              <td>
                {name}
                <small>{format.text(owner)}</small>
              </td>
              <td>
                {lastUsedAt
                  ? t('provisioning.lastContact', { at: format.dateTime(lastUsedAt) })
                  : t('provisioning.noContact')}
                <small>{t('provisioning.tokenEnds', { at: format.dateTime(expiresAt) })}</small>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <p>{t('provisioning.people', people)}</p>
      <p className="admin-hint">{t('provisioning.about')}</p>
    </section>
  );
}

function Refusals({ refusals }: { refusals: DirectoryRefusal[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('provisioning.refusals')}</h2>
      <p className="admin-hint">{t('provisioning.refusalsAbout')}</p>
      {refusals.length === 0 ? (
        <p role="status">{t('provisioning.noRefusals')}</p>
      ) : (
        <DataTable keepsColumns>
          {refusals.map(({ at, method, resource, status, code }, i) => (
            <tr key={i}>
              <td>{format.dateTime(at)}</td>
              <td>
                <code lang="en">{method}</code> {t(`provisioning.resource.${resource}`)}
              </td>
              <td>
                <code lang="en">
                  {status} {code}
                </code>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

/** What the company's directory has sent. */
const useProvisioning = () => useRead(['provisioning'], provisioningRoutes.view);
