import { useTranslation } from 'react-i18next';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import {
  useAllTokens,
  useRevokeToken,
  useConfirmService,
  useRevokeService,
  useServiceTokens,
} from '../../data/account.js';
import { useMay } from '../../data/session.js';
import type { ServiceTokenList, ServiceTokenView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Acts, AskFirst } from '../../components/acts.js';
import { parts } from '../../components/opened/part.js';
import { useProved } from '../../components/step-up.js';
import { useFormat } from '../../format/use-format.js';
import { TokenShown } from './shown-once.js';
import { TokenLine } from './tokens-section.js';
import './account.css';

/** The tokens of all accounts, for people who may end them. */
export function AllTokensScreen() {
  const { t } = useTranslation();
  const tokens = useAllTokens(useMay('tokens.manage'));
  const revoke = useRevokeToken();
  return (
    <AdminPage title={t('tokens.allTitle')} needs="tokens.manage">
      <ServiceTokensSection />
      <section className="admin-section">
        <h2>{t('tokens.allOf')}</h2>
        <p className="admin-hint">{t('tokens.allAbout')}</p>
        <WhenRead of={tokens}>
          {({ items }) => (
            <>
              {items.length === 0 && <p className="admin-hint">{t('tokens.allNone')}</p>}
              <ul className="account-list">
                {items.map((token) => (
                  <TokenLine key={token.tokenId} token={token} revoke={revoke} />
                ))}
              </ul>
            </>
          )}
        </WhenRead>
      </section>
    </AdminPage>
  );
}

const { NewServiceDialog } = parts(() => import('./token-dialogs.js'));

/** Tokens of programmes that are no person's: one administrator asks, another confirms. */
function ServiceTokensSection() {
  const { t } = useTranslation();
  const tokens = useServiceTokens(useMay('tokens.manage'));
  return (
    <section className="admin-section">
      <h2>{t('services.title')}</h2>
      <p className="admin-hint">{t('services.about')}</p>
      <WhenRead of={tokens}>{(list) => <Services list={list} />}</WhenRead>
    </section>
  );
}

function Services({ list }: { list: ServiceTokenList }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      {list.items.length === 0 && <p className="admin-hint">{t('services.none')}</p>}
      <ul className="account-list">
        {list.items.map((token) => (
          <ServiceLine key={token.tokenId} token={token} />
        ))}
      </ul>
      <Acts>
        <Button onClick={() => setAsking(true)}>{t('services.ask')}</Button>
      </Acts>
      {asking && <NewServiceDialog list={list} onMade={setMade} onClose={() => setAsking(false)} />}
      {made !== null && <TokenShown token={made} onClose={() => setMade(null)} />}
    </>
  );
}

function ServiceLine({ token }: { token: ServiceTokenView }) {
  const { t } = useTranslation();
  const [confirm, revoke] = [useProved(useConfirmService()), useProved(useRevokeService())];
  return (
    <li>
      <AboutService token={token} />
      {token.mayConfirm && (
        <AskFirst
          ask={t('services.confirmAsk', { name: token.name })}
          onYes={() => void confirm.send(token.tokenId)}
          loading={confirm.isPending}
          aria-label={t('services.confirmName', { name: token.name })}
        >
          {t('services.confirm')}
        </AskFirst>
      )}
      <AskFirst
        ask={t('tokens.revokeAsk', { name: token.name })}
        onYes={() => void revoke.send(token.tokenId)}
        loading={revoke.isPending}
        aria-label={t('tokens.revokeName', { name: token.name })}
      >
        {t('tokens.revoke')}
      </AskFirst>
      {confirm.said}
      {revoke.said}
    </li>
  );
}

function AboutService({ token }: { token: ServiceTokenView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const and = t('account.and');
  const { teams, client, addresses, owner, confirmedBy, lastUsedAt } = token;
  const only = teams?.map(({ name }) => format.text(name)).join(and) ?? (client && format.text(client.name));
  return (
    <div>
      <b>{token.name}</b> <code className="mono">sw_…{token.ending}</code>
      <p>
        {t(`services.state.${token.state}`)} {t('services.askedBy', { name: format.text(owner.name) })}
        {confirmedBy && ` ${t('services.confirmedBy', { name: format.text(confirmedBy.name) })}`}
        {token.byOnePerson && ` ${t('services.byOnePerson')}`}
      </p>
      <p>{token.scopes.map((scope) => t(`services.scope.${scope}`)).join(and)}</p>
      <p className="ruled">
        {only && <span>{t('tokens.teamsOnly', { teams: only })}</span>}
        {addresses && <span>{t('tokens.addressesOnly', { addresses: addresses.join(', ') })}</span>}
        <span>{t('tokens.until', { at: format.dateTime(token.expiresAt) })}</span>
        <span>{lastUsedAt ? t('tokens.lastUsed', { at: format.dateTime(lastUsedAt) }) : t('tokens.neverUsed')}</span>
      </p>
    </div>
  );
}
