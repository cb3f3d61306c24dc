import { EllipsisOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPath, NavLink, useLocation } from 'react-router';
import { Drawer } from '../components/opened/drawer.js';
import { Seal } from '../components/seal.js';
import { type Entry, useEntries } from './rail-entries.js';
import * as ICONS from './rail-icons.js';
import { useToDecide } from '../data/legal.js';
import { useMay } from '../data/session.js';
import { useFormat } from '../format/use-format.js';
import { useCommitmentFigures } from '../data/commitments.js';

/** What the bar of a phone holds: a fifth place is for "More", or for the only other entry. */
const IN_BAR = 4;

/** The screens this account may use; the others are absent, not grey. On a phone the first four, and the rest under "More". */
export function Rail() {
  const { t } = useTranslation();
  const entries = useEntries();
  const folded = entries.length > IN_BAR + 1 ? entries.slice(IN_BAR) : [];
  return (
    <nav
      className={folded.length > 0 ? 'rail rail-folding column gap-1 rigid scrolls' : 'rail column gap-1 rigid scrolls'}
      aria-label={t('shell.mainNavigation')}
    >
      <div className="rail-seal">
        <Seal />
      </div>
      {entries.map((entry) => (
        <EntryLink key={entry.to} entry={entry} />
      ))}
      {folded.length > 0 && <More entries={folded} />}
    </nav>
  );
}

function EntryLink({ entry: { to, word, icon }, onClick }: { entry: Entry; onClick?: () => void }) {
  const { t } = useTranslation();
  const Icon = ICONS[icon];
  return (
    <NavLink to={to} onClick={onClick}>
      <Icon aria-hidden />
      <span>{t(word)}</span>
      {to === '/promises' && <PromisesBadge word={t(word)} />}
      {to === '/legal' && <LegalBadge word={t(word)} />}
    </NavLink>
  );
}

/** The button is marked, and says so, while one of its own entries is on the screen. */
function More({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const current = entries.find(({ to }) => matchPath({ path: to, end: false }, pathname));
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className={current ? 'plain rail-more active' : 'plain rail-more'}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={current && t('shell.moreWithPage', { page: t(current.word) })}
        onClick={() => setOpen(true)}
      >
        <EllipsisOutlined aria-hidden />
        <span>{t('shell.more')}</span>
      </button>
      <Drawer open={open} onClose={close} placement="bottom" size="auto" title={t('shell.more')} destroyOnHidden>
        <nav className="rail-rest column" aria-label={t('shell.more')}>
          {entries.map((entry) => (
            <EntryLink key={entry.to} entry={entry} onClick={close} />
          ))}
        </nav>
      </Drawer>
    </>
  );
}

/** How many requests wait for this person's decision: beside the word in the rail, and nothing where there are none. */
function LegalBadge({ word }: { word: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useToDecide(useMay('legal.decide'));
  if (count === 0) return null;
  return (
    <b className="rail-badge label bold">
      <span aria-hidden>{count > 99 ? '99+' : format.number(count)}</span>
      <span className="seen-by-readers-only">{t('legal.badge', { word, count })}</span>
    </b>
  );
}

/** How many promises are overdue, or wait for this person to take over or to settle: beside the word in the rail, and nothing where there are none. */
function PromisesBadge({ word }: { word: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCommitmentFigures(useMay('commitments.read'));
  const count = data ? data.overdue + data.waitingForMe + data.questionedForMe : 0;
  if (count === 0) return null;
  return (
    <b className="rail-badge label bold">
      <span aria-hidden>{count > 99 ? '99+' : format.number(count)}</span>
      <span className="seen-by-readers-only">{t('promises.badge', { word, count })}</span>
    </b>
  );
}
