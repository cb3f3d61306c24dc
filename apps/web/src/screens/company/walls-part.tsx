import type { WallView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { Failed } from '../../components/failure-note.js';
import { part } from '../../components/opened/part.js';
import { ShownOnce } from '../../components/opened/shown-once.js';
import { useRevokeWall, useWalls } from '../../data/company-settings.js';
import { useFormat } from '../../format/use-format.js';

const NewWallDialog = part(() => import('./new-wall-dialog.js'));

/** Screens on a wall: each shows the floor of one team on one device, until it ends. */
export function WallsPart() {
  const { t } = useTranslation();
  const walls = useWalls();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const link = `${window.location.origin}/wall#${made ?? ''}`;
  return (
    <section className="admin-section">
      <h2>{t('wall.title')}</h2>
      <p className="admin-hint">{t('wall.intro')}</p>
      <WhenRead of={walls}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="admin-hint">{t('wall.empty')}</p>
          ) : (
            <ul className="walls dense above-3 measure-wide">
              {items.map((wall) => (
                <Wall key={wall.wallId} wall={wall} />
              ))}
            </ul>
          )
        }
      </WhenRead>
      <Acts>
        <Button onClick={() => setMaking(true)}>{t('wall.make')}</Button>
      </Acts>
      {making && <NewWallDialog onMade={setMade} onClose={() => setMaking(false)} />}
      {made !== null && (
        <ShownOnce title={t('wall.shownTitle')} done={t('wall.done')} onClose={() => setMade(null)}>
          <p>{t('wall.shownAbout')}</p>
          <p className="shown-once-text line gap-1 sunk rounded padded-box around-2">
            <code className="mono">{link}</code>
            <CopyButton text={link} label={t('wall.copy')} />
          </p>
        </ShownOnce>
      )}
    </section>
  );
}

function Wall({ wall: { wallId, device, team, madeBy, madeAt, endsAt, openedAt } }: { wall: WallView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const revoke = useRevokeWall();
  return (
    <li>
      <div>
        <b>{device}</b> <span>{format.text(team.name)}</span>
        <p className="ruled wraps admin-hint">
          <span>{openedAt ? t('wall.state.open', { at: format.dateTime(openedAt) }) : t('wall.state.waiting')}</span>
          <span>{t('wall.until', { at: format.dateTime(endsAt) })}</span>
          <span>{t('wall.madeBy', { name: format.text(madeBy), at: format.dateTime(madeAt) })}</span>
        </p>
        <Failed of={revoke} />
      </div>
      <AskFirst
        ask={t('wall.revokeAsk', { device })}
        onYes={() => revoke.mutate(wallId)}
        loading={revoke.isPending}
        aria-label={t('wall.revokeName', { device })}
      >
        {t('wall.revoke')}
      </AskFirst>
    </li>
  );
}
