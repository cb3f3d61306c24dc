import { type GroupRoleView, newGroupRoleSchema, type ProviderSetup } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/acts.js';
import { CopyButton } from '../../components/copy-button.js';
import { DataTable } from '../../components/data-table.js';
import { FormRow } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useAddGroup, useProviderSetup, useRemoveGroup } from '../../data/provider.js';
import { useFormat } from '../../format/use-format.js';
import { reachFrom, rightSchema, useReach, useRightFields } from '../people/reach-select.js';
import { RulesSection } from './sign-in/rules-section.js';
import { type Fact, Facts } from '../../components/facts.js';
import { useWithoutSecondFactor } from '../../data/company-settings.js';

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

const groupRightSchema = rightSchema.extend({ group: newGroupRoleSchema.shape.group });

/** Which role the people of a group are proposed for. */
function NewGroupRole() {
  const { t } = useTranslation();
  const fieldsOf = useRightFields();
  return (
    <FormRow
      ok={t('providerSetup.groupAdd')}
      body={groupRightSchema}
      start={{ role: 'agent', reach: 'all' }}
      fields={(typed) => [{ of: 'group', id: 'group', label: t('providerSetup.group') }, ...fieldsOf(typed)]}
      keeps={['role', 'reach']}
      change={useAddGroup()}
      as={({ group, role, reach }) => ({ group, role, ...reachFrom(role, reach) })}
    />
  );
}

/** Whose role needs a second factor, or should have one, and who has none. */
function WithoutSection() {
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
