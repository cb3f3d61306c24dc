import type { GroupRoleView, ProviderSetup } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { CopyButton } from '../../components/copy-button.js';
import { DataTable } from '../../components/data-table.js';
import { useProved } from '../../components/step-up.js';
import { useProviderSetup, useRemoveGroup } from '../../data/provider.js';
import { useFormat } from '../../format/use-format.js';
import { useReach } from '../people/reach-select.js';
import { NewGroupRole } from './new-group-role.js';
import { RulesSection } from './sign-in/rules-section.js';
import { WithoutSection } from './sign-in/without-section.js';
import { Facts, type Fact } from '../../components/facts.js';

/** What signing in asks, who lacks a second factor, how people sign in through the company's identity provider, and what its groups mean here. */
export function SignInPart() {
  return (
    <>
      <RulesSection />
      <WithoutSection />
      <WhenRead of={useProviderSetup()}>
        {({ provider, groupRoles }) => (
          <>
            <Provider provider={provider} />
            {provider && <Groups groupRoles={groupRoles} claim={provider.groupsClaim} />}
          </>
        )}
      </WhenRead>
    </>
  );
}

function Provider({ provider }: Pick<ProviderSetup, 'provider'>) {
  const { t } = useTranslation();
  if (!provider)
    return (
      <section className="admin-section">
        <p className="admin-hint">{t('providerSetup.off')}</p>
      </section>
    );
  const addresses = [
    ['callbackAddress', provider.callbackAddress],
    ['logoutAddress', provider.logoutAddress],
  ] as const;
  return (
    <section className="admin-section">
      <h2>{t('providerSetup.setup')}</h2>
      <Facts
        of={[
          [t('providerSetup.issuer'), provider.issuer],
          [t('providerSetup.clientId'), provider.clientId],
          ...addresses.map(([name, address]): Fact => {
            const term = t(`providerSetup.${name}`);
            return [
              term,
              <>
                {address} <CopyButton text={address} label={t('providerSetup.copy', { name: term })} />
              </>,
            ];
          }),
          [t('providerSetup.linked'), provider.linkedAccounts],
        ]}
      />
      <p className="admin-hint">{t('providerSetup.setupHint')}</p>
    </section>
  );
}

function Groups({ groupRoles, claim }: { groupRoles: GroupRoleView[]; claim: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reachOf = useReach();
  const remove = useProved(useRemoveGroup());
  return (
    <section className="admin-section">
      <h2>{t('providerSetup.groups')}</h2>
      <p className="admin-hint">{claim ? t('providerSetup.groupsAbout', { claim }) : t('providerSetup.groupsOff')}</p>
      {groupRoles.length > 0 && (
        <DataTable keepsColumns>
          {groupRoles.map(({ groupRoleId, group, role, reach, by, at }) => (
            <tr key={groupRoleId}>
              <td>{group}</td>
              <td>
                {t(`shell.role.${role}`)}
                <small>{reachOf(role, reach)}</small>
              </td>
              <td>
                {format.text(by.name)}
                <small>{format.dateTime(at)}</small>
              </td>
              <td>
                <AskFirst
                  ask={t('providerSetup.groupEndAsk')}
                  aria-label={`${t('providerSetup.groupEnd')} ${group}`}
                  onYes={() => void remove.send(groupRoleId)}
                  loading={remove.isPending}
                >
                  {t('providerSetup.groupEnd')}
                </AskFirst>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {remove.said}
      {claim && <NewGroupRole />}
    </section>
  );
}
