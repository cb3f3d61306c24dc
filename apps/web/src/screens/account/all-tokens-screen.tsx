import { useTranslation } from 'react-i18next';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useAllTokens, useRevokeToken } from '../../data/account.js';
import { useMay } from '../../data/session.js';
import { ServiceTokensSection } from './service-tokens-section.js';
import { TokenLine } from './token-line.js';
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
