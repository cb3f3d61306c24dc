import {
  type DirectoryRefusal,
  type ProvisionedGroupView,
  type ProvisionedMeaning,
  type Provisioning,
  provisioningRoutes,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable } from '../../components/data-table.js';
import { useRead } from '../../data/queries.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { NotFound } from '../../shell/not-found.js';
import { useReach } from '../people/reach-select.js';

/** The directory's groups: what each means here, how many are in it, and for whom it did not come true. */
function GroupsSection({ groups }: { groups: ProvisionedGroupView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('provisioning.groups')}</h2>
      <p className="admin-hint">{t('provisioning.groupsAbout')}</p>
      {groups.length === 0 ? (
        <p role="status">{t('provisioning.noGroups')}</p>
      ) : (
        <DataTable keepsColumns>
          {groups.map(({ groupId, displayName, members, meaning, changedAt, heldBack }) => (
            <tr key={groupId}>
              <td>
                {displayName}
                <small>{t('provisioning.changed', { at: format.dateTime(changedAt) })}</small>
              </td>
              <td>
                <Meaning meaning={meaning} />
                <small>{t('provisioning.members', { count: members })}</small>
              </td>
              <td>
                <HeldBack people={heldBack} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

function Meaning({ meaning }: { meaning: ProvisionedMeaning }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reachOf = useReach();
  if (meaning.is === 'team') return t('provisioning.team', { team: format.text(meaning.team) });
  if (meaning.is === 'nothing') return t(`provisioning.nothing.${meaning.why}`);
  const { role, reach } = meaning;
  return t('provisioning.role', { role: t(`shell.role.${role}`), reach: reachOf(role, reach) });
}

/** What proposing a role and moving to a team can be refused by (`provisioned-groups.service.ts`). */
const KNOWN = [
  ...(['second_person_needed', 'role_beyond_reach', 'role_spans_clients', 'no_account'] as const),
  ...(['closed', 'not_found', 'proposer_gone'] as const),
];

/** Who did not get what the group means, and why. */
function HeldBack({ people }: { people: ProvisionedGroupView['heldBack'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (people.length === 0) return null;
  return (
    <ul className="plain-list">
      {people.map(({ personId, name, code }) => {
        const known = KNOWN.find((one) => one === code);
        return (
          <li key={personId}>
            <Link to={`/people/${personId}`}>{format.text(name)}</Link>
            <small>{known ? t(`provisioning.heldBack.${known}`) : t('provisioning.heldBack.other')}</small>
          </li>
        );
      })}
    </ul>
  );
}

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
