import { PlusOutlined } from '@ant-design/icons';
import type { StandingGrantList, StandingGrantView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../components/opened/part.js';
import { WhenRead } from '../../components/admin-page.js';
import { useMay } from '../../data/session.js';
import { useRevokeGrant, useStandingGrants } from '../../data/standing-grants.js';
import { ByOnePerson } from '../../components/one-person.js';
import { DataTable } from '../../components/data-table.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useFormat } from '../../format/use-format.js';
import { GrantOpens, GrantWaiting, GrantWhom } from './grant-waiting.js';
import { LegalPage } from './legal-page.js';

const GrantDialog = part(() => import('./grant-dialog.js'));

/** The ordinary rights to hear and read: what is in force and how it is used, what waits for a second person, what is over. */
export function GrantsScreen() {
  const { t } = useTranslation();
  const grants = useStandingGrants();
  const mayPropose = useMay('grants.propose');
  const [proposing, setProposing] = useState(false);
  const acts = mayPropose && grants.data && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
      {t('grants.propose')}
    </Button>
  );
  return (
    <LegalPage acts={acts}>
      <WhenRead of={grants}>{(list) => <Grants list={list} />}</WhenRead>
      {proposing && grants.data && <GrantDialog choices={grants.data.choices} onClose={() => setProposing(false)} />}
    </LegalPage>
  );
}

function Grants({ list: { grants, waiting, without } }: { list: StandingGrantList }) {
  const { t } = useTranslation();
  const inForce = grants.filter(({ state }) => state === 'live' || state === 'ending');
  const over = grants.filter(({ state }) => state === 'expired' || state === 'revoked');
  return (
    <>
      <p className="note">{t(inForce.length === 0 ? 'grants.none' : 'grants.about')}</p>
      {inForce.length > 0 && without.length > 0 && (
        <p className="note" role="status">
          {t('grants.without')} {without.map((role) => t(`shell.role.${role}`)).join(t('grants.join'))}
        </p>
      )}
      {waiting.length > 0 && (
        <section className="admin-section" aria-labelledby="grants-waiting">
          <h2 id="grants-waiting">{t('grants.waiting')}</h2>
          {waiting.map((one) => (
            <GrantWaiting key={one.proposalId} one={one} />
          ))}
        </section>
      )}
      <GrantSection title={t('grants.inForce')} grants={inForce} />
      <GrantSection title={t('grants.over')} grants={over} />
    </>
  );
}

function GrantSection({ title, grants }: { title: string; grants: readonly StandingGrantView[] }) {
  if (grants.length === 0) return null;
  return (
    <section className="admin-section">
      <h2>{title}</h2>
      <GrantTable grants={grants} />
    </section>
  );
}

/** Grants: what each opens, until when, how it was used, by whom it was signed, and the way to take it back. */
function GrantTable({ grants }: { grants: readonly StandingGrantView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      rows={grants}
      keyOf={({ grantId }) => grantId}
      past={({ state }) => state === 'expired' || state === 'revoked'}
      columns={[
        {
          name: t('grants.column.grant'),
          cell: (one) => (
            <>
              <b>{one.code}</b> <GrantWhom terms={one} />
            </>
          ),
        },
        { name: t('grants.column.opens'), cell: (one) => <GrantOpens terms={one} /> },
        { name: t('grants.column.until'), cell: (one) => <Until one={one} /> },
        {
          name: t('grants.column.use'),
          why: 'grantUse',
          cell: ({ use }) =>
            use.lastAt === null ? (
              t('grants.unused')
            ) : (
              <>
                {t('grants.use', { ...use, count: use.people })}
                <small>{t('grants.last', { at: format.dateTime(use.lastAt) })}</small>
              </>
            ),
        },
        {
          name: t('grants.column.signed'),
          cell: (one) => (
            <>
              {t('grants.signed', { who: format.text(one.proposed.by), by: format.text(one.published.by) })}
              <ByOnePerson when={one.proposed.personId === one.published.personId} />
              <small>{format.dateTime(one.published.at)}</small>
              {one.reason && <small>{one.reason}</small>}
              {one.mayRevoke && <Revoke one={one} />}
            </>
          ),
        },
      ]}
    />
  );
}

function Until({ one: { state, revoked, expiresAt } }: { one: StandingGrantView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <span role="status">{t(`grants.state.${state}`)}</span>
      <small className={state === 'ending' ? 'legal-due' : ''}>
        {revoked
          ? t('grants.revokedBy', { who: format.text(revoked.by), at: format.dateTime(revoked.at) })
          : t('grants.until', { at: format.dateTime(expiresAt) })}
      </small>
      {revoked && <small>{revoked.reason}</small>}
    </>
  );
}

function Revoke({ one: { grantId, code } }: { one: StandingGrantView }) {
  const { t } = useTranslation();
  const revoke = useRevokeGrant();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" danger aria-label={`${t('grants.revoke')} ${code}`} onClick={() => setAsking(true)}>
        {t('grants.revoke')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('grants.revokeTitle', { code })}
          label={t('grants.reason')}
          hint={t('grants.revokeHint')}
          okText={t('grants.revoke')}
          send={(reason) => revoke.mutateAsync({ grantId, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
