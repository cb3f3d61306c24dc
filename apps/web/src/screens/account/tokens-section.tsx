import type { TokenList } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { parts } from '../../components/opened/part.js';
import { WhenRead } from '../../components/admin-page.js';
import { useRevokeOwnToken, useTokens } from '../../data/account.js';
import { TokenShown } from './shown-once.js';
import { TokenLine } from './token-line.js';

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
