import type { StandingGrantView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog.js';
import { useRevokeGrant } from '../../data/standing-grants.js';
import { useFormat } from '../../format/use-format.js';
import { GrantOpens, GrantWhom } from './grant-words.js';

/** One grant: what it opens, until when, how it was used, by whom it was signed, and the way to take it back. */
export function GrantLine({ one }: { one: StandingGrantView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, use, proposed, published, revoked, state, expiresAt, reason } = one;
  return (
    <tr className={state === 'expired' || state === 'revoked' ? 'quiet' : ''}>
      <td>
        <b>{code}</b> <GrantWhom terms={one} />
      </td>
      <td>
        <GrantOpens terms={one} />
      </td>
      <td>
        <span role="status">{t(`grants.state.${state}`)}</span>
        <small className={state === 'ending' ? 'legal-due' : ''}>
          {revoked
            ? t('grants.revokedBy', { who: format.text(revoked.by), at: format.dateTime(revoked.at) })
            : t('grants.until', { at: format.dateTime(expiresAt) })}
        </small>
        {revoked && <small>{revoked.reason}</small>}
      </td>
      <td>
        {use.lastAt === null ? t('grants.unused') : t('grants.use', { ...use, count: use.people })}
        {use.lastAt !== null && <small>{t('grants.last', { at: format.dateTime(use.lastAt) })}</small>}
      </td>
      <td>
        {t('grants.signed', { who: format.text(proposed.by), by: format.text(published.by) })}
        <small>{format.dateTime(published.at)}</small>
        {reason && <small>{reason}</small>}
        {one.mayRevoke && <Revoke one={one} />}
      </td>
    </tr>
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
