import type { OwnedToken, TokenList, TokenRow } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { parts } from '../../components/opened/part.js';
import { WhenRead } from '../../components/admin-page.js';
import { useRevokeOwnToken, type useRevokeToken, useTokens } from '../../data/account.js';
import { TokenShown } from './shown-once.js';
import { useProved } from '../../components/step-up.js';
import { useFormat } from '../../format/use-format.js';

const { NewTokenDialog } = parts(() => import('./token-dialogs.js'));

/** Tokens with which programmes act in the account's name. */
export function TokensSection() {
  const { t } = useTranslation();
  const tokens = useTokens();
  return (
    <section className="admin-section">
      <h2>{t('tokens.title')}</h2>
      <p className="admin-hint">{t('tokens.about')}</p>
      <WhenRead of={tokens}>{(list) => <Tokens list={list} />}</WhenRead>
    </section>
  );
}

function Tokens({ list }: { list: TokenList }) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const revoke = useRevokeOwnToken();
  return (
    <>
      {list.items.length === 0 && <p className="admin-hint">{t('tokens.none')}</p>}
      <ul className="account-list">
        {list.items.map((token) => (
          <TokenLine key={token.tokenId} token={token} revoke={revoke} />
        ))}
      </ul>
      <Acts>
        {list.scopes.length > 0 ? (
          <Button onClick={() => setMaking(true)}>{t('tokens.make')}</Button>
        ) : (
          <span className="admin-hint">{t('tokens.nothingToGive')}</span>
        )}
      </Acts>
      {making && <NewTokenDialog list={list} onMade={setMade} onClose={() => setMaking(false)} />}
      {made !== null && <TokenShown token={made} onClose={() => setMade(null)} />}
    </>
  );
}

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
