import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.js';
import { PublicKey } from '../../components/public-key.js';
import { Unfold } from '../../components/unfold.js';

const COMMANDS = [
  [
    'verifyOpen',
    `openssl pkeyutl -verify -pubin -inkey shouwen.pub -rawin -in manifest.json -sigfile manifest.sig
grep -oE '[0-9a-f]{64}  [^"]+' manifest.json | sha256sum -c --strict`,
  ],
  ['verifyStamp', 'openssl ts -verify -data manifest.json -in timestamp.tsr -CAfile CA.pem'],
  ['verifyOurs', 'npm run verify-export -- package.zip --key shouwen.pub'],
] as const;

/** How an outsider checks a package with the public key alone; the same commands are in the package's README. */
export function HowToVerify({ publicKey }: { publicKey: string | null }) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2>{t('exports.verify')}</h2>
      <p className="admin-hint">{t('exports.verifyWhy')}</p>
      <PublicKey pem={publicKey} />
      <Unfold name={t('journal.technicalCommands')}>
        {COMMANDS.map(([words, command]) => (
          <div key={words} className="legal-command">
            <p>{t(`exports.${words}`)}</p>
            <pre tabIndex={0}>{command}</pre>
            <CopyButton text={command} label={t('exports.copy')} />
          </div>
        ))}
      </Unfold>
    </section>
  );
}
