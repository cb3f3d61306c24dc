import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.js';
import './admin.css';

/** What a fact is called, and what is said of it; what is no fact here is left out. */
export type Fact = readonly [name: string, said: ReactNode];

/** What is known of one thing, a line each: its name, and what is said of it. */
export function Facts({ of }: { of: readonly (Fact | false | null | undefined | '' | 0)[] }) {
  return (
    <dl className="fact-list dense grid gap-4 measure-wide">
      {of.map(
        (fact) =>
          fact && (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The public half of the key that signs packages, certificates and the journal, or where it lies. */
export function PublicKey({ pem }: { pem: string | null }) {
  const { t } = useTranslation();
  if (pem === null) return <p className="admin-hint">{t('journal.publicKeyElsewhere')}</p>;
  return (
    <div className="public-key row gap-2 label">
      <span>{t('journal.publicKey')}</span>
      <pre tabIndex={0} aria-label={t('journal.publicKey')}>
        {pem.trim()}
      </pre>
      <CopyButton text={pem} label={t('journal.copyPublicKey')} />
    </div>
  );
}

/** What is shown once it is asked for. */
export function Unfold({ name, children }: { name: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="unfold">
      <button
        type="button"
        className="plain link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {name}
      </button>
      <div id={id}>{open && children}</div>
    </div>
  );
}
