import type { StandingGrantView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { DataTable } from '../../components/data-table.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useRevokeGrant } from '../../data/standing-grants.js';
import { useFormat } from '../../format/use-format.js';
import { GrantOpens, GrantWhom } from './grant-words.js';

/** Grants: what each opens, until when, how it was used, by whom it was signed, and the way to take it back. */
export function GrantTable({ grants }: { grants: readonly StandingGrantView[] }) {
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
