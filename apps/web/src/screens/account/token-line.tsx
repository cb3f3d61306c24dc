import type { OwnedToken, TokenRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/ask-first.js';
import { useProved } from '../../components/step-up.js';
import type { useRevokeToken } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';

/** A token in words: what it may do, how long, and when it was last used. */
export function TokenLine({
  token,
  revoke,
}: {
  token: TokenRow | OwnedToken;
  revoke: ReturnType<typeof useRevokeToken>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const mine = revoke.variables === token.tokenId;
  const { send, said } = useProved(revoke);
  const { teams, addresses, source, expiresAt, lastUsedAt } = token;
  const and = t('account.and');
  return (
    <li>
      <div>
        <b>{token.name}</b> <code className="mono">sw_…{token.ending}</code>
        {'owner' in token && (
          <p>{t('tokens.owner', { name: format.text(token.owner.name), number: token.owner.staffNumber })}</p>
        )}
        <p>{token.scopes.map((scope) => t(`tokens.scope.${scope}`)).join(and)}</p>
        <p className="ruled">
          {teams && (
            <span>{t('tokens.teamsOnly', { teams: teams.map(({ name }) => format.text(name)).join(and) })}</span>
          )}
          {source && <span>{t('tokens.sourceOnly', { source })}</span>}
          {addresses && <span>{t('tokens.addressesOnly', { addresses: addresses.join(', ') })}</span>}
          <span>{t('tokens.until', { at: format.dateTime(expiresAt) })}</span>
          <span>{lastUsedAt ? t('tokens.lastUsed', { at: format.dateTime(lastUsedAt) }) : t('tokens.neverUsed')}</span>
        </p>
      </div>
      <AskFirst
        ask={t('tokens.revokeAsk', { name: token.name })}
        onYes={() => void send(token.tokenId)}
        loading={revoke.isPending && mine}
        aria-label={t('tokens.revokeName', { name: token.name })}
      >
        {t('tokens.revoke')}
      </AskFirst>
      {said}
    </li>
  );
}
