import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { Why } from '../../components/why.js';
import { PublicKey } from '../../components/public-key.js';
import { useJournalChain } from '../../data/audit.js';
import { useFormat } from '../../format/use-format.js';

const VERIFY = 'npm run verify-journal -- --head heads.jsonl --key journal-ed25519.pem.pub';

/** How far the chain is signed, and how an outsider verifies it. Nothing here claims that it was verified. */
export function ChainStatus() {
  const { t } = useTranslation();
  const format = useFormat();
  const chain = useJournalChain(true);
  return (
    <section className="audit-chain" aria-label={t('audit.chain.how')}>
      <WhenRead of={chain}>
        {({ head, unsealed, headsFile, publicKey }) => (
          <>
            <p>
              <b>
                {head
                  ? t('audit.chain.signed', {
                      position: format.number(head.position),
                      at: format.dateTime(head.signedAt),
                    })
                  : t('audit.chain.nothing')}
              </b>
              <Why of="chain" name={t('audit.chain.how')} />
              {head && <code className="audit-hash">{head.chainHash.slice(0, 16)}…</code>}
              {unsealed > 0 && <span>{t('audit.chain.unsealed', { count: unsealed })}</span>}
            </p>
            <p className="admin-hint">
              {t('audit.chain.notVerified')} <code>{VERIFY}</code>
              <CopyButton text={VERIFY} label={t('audit.chain.copy')} />
            </p>
            <p className="admin-hint">{t('audit.chain.heads', { file: headsFile })}</p>
            <PublicKey pem={publicKey} />
          </>
        )}
      </WhenRead>
    </section>
  );
}
