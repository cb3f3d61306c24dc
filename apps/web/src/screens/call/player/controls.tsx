import {
  CaretRightFilled,
  LoadingOutlined,
  LockOutlined,
  MessageOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ReactNode, useState } from 'react';
import { ToggleButton } from '../../../components/acts.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage, useClock, usePlayerState } from '../call-page.js';
import { requestOf } from '../rules/chosen-leg.rules.js';
import { useEvidenceSteps } from '../use-call-keys.js';
import { Link } from 'react-router';
import { useFailure } from '../../../components/use-failure.js';
import { useMay } from '../../../data/session.js';
import { Menu } from '../../../components/menu.js';
import { RATES } from './call-player.js';
import { useShortcuts } from '../../../components/keyboard.js';
import { part } from '../../../components/opened/part.js';
import { speaking } from '../../../locales/i18n.js';

interface ControlsProps {
  mini: boolean;
  captions: boolean;
  onCaptions: () => void;
}

export function Controls({ mini, captions, onCaptions }: ControlsProps) {
  const { t } = useTranslation();
  const { player, call, leg, turns } = useCallPage();
  const { skipHolds } = usePlayerState();
  const steps = useEvidenceSteps();
  const hasHolds = (call.legs[leg]?.holdSpans.length ?? 0) > 0;
  return (
    <div className="line gap-1 wraps soft above-2">
      <PlayButton />
      <Time />
      {steps.any && !mini && (
        <Button type="text" icon={<StepBackwardOutlined />} onClick={steps.previous}>
          {t('player.previous')}
          <kbd>P</kbd>
        </Button>
      )}
      {steps.any && (
        <Button type="text" icon={<StepForwardOutlined />} onClick={steps.next}>
          {t('player.next')}
          {!mini && <kbd>N</kbd>}
        </Button>
      )}
      {hasHolds && !mini && player && (
        <ToggleButton on={skipHolds} onToggle={() => player.toggleSkipHolds()}>
          {t('player.skipHolds')}
        </ToggleButton>
      )}
      {!mini && call.may.listen && <SpeedButton />}
      {call.may.listen && turns.length > 0 && (
        <ToggleButton on={captions} onToggle={onCaptions}>
          {t('player.captions')}
        </ToggleButton>
      )}
      <CommentButton />
      <span className="spring" />
      <ListeningTerms icon={<LockOutlined />} />
    </div>
  );
}

function PlayButton() {
  const { t } = useTranslation();
  const { player, call } = useCallPage();
  const { playing, phase } = usePlayerState();
  const icon = phase === 'opening' ? <LoadingOutlined /> : playing ? <PauseOutlined /> : <CaretRightFilled />;
  const name = phase === 'opening' ? t('player.opening') : t(playing ? 'player.pause' : 'player.play');
  return (
    <Button
      type="primary"
      shape="circle"
      icon={icon}
      aria-label={name}
      aria-describedby="listening-terms"
      disabled={!call.may.listen || !player}
      onClick={() => player?.toggle()}
    />
  );
}

function Time() {
  const { clock } = useFormat();
  const { durationMs } = useCallPage();
  const second = useClock((ms) => Math.floor(ms / 1000));
  return (
    <span className="time">
      <b>{clock(second * 1000)}</b> / {clock(durationMs)}
    </span>
  );
}

function SpeedButton() {
  const { t } = useTranslation();
  const { player } = useCallPage();
  const { rate } = usePlayerState();
  if (!player) return null;
  const items = RATES.map((value, at) => ({
    key: String(value),
    label: `${value}×`,
    chosen: value === rate,
    onClick: () => player.changeRate(at - RATES.indexOf(rate as (typeof RATES)[number])),
  }));
  return (
    <Menu items={items}>
      <button
        type="button"
        className="plain speed hovers inked rounded"
        aria-label={t('player.speed', { rate })}
        aria-haspopup="menu"
      >
        {rate}×
      </button>
    </Menu>
  );
}

const CommentDialog = part(() => speaking(import('../comments/remark/comment-dialog.js')));

/** Comments the second that the player is at; for people who judge and may hear it. */
function CommentButton() {
  const { t } = useTranslation();
  const { call, player } = useCallPage();
  const [atMs, setAtMs] = useState<number | null>(null);
  const may = call.may.judge && call.may.listen && player !== null;
  const open = () => {
    if (may) setAtMs(player.ms);
  };
  useShortcuts({ ...(may && { c: open }) });
  if (!may) return null;
  return (
    <>
      <Button size="small" icon={<MessageOutlined />} onClick={open}>
        {t('comment.make')}
      </Button>
      {atMs !== null && <CommentDialog of={null} atMs={atMs} onClose={() => setAtMs(null)} />}
    </>
  );
}

/** On what terms one listens here; or why not; or why the sound stopped. */
function ListeningTerms({ icon }: { icon: ReactNode }) {
  const { t } = useTranslation();
  const { call, recording } = useCallPage();
  const { phase, play, failure } = usePlayerState();
  const { sentence, ref } = useFailure(failure);
  if (!call.may.listen) {
    const refusal = call.may.listenRefusal ?? 'no_grant';
    const byRules = refusal === 'restricted' && recording?.shutFor === 'rules';
    return (
      <span id="listening-terms" className="terms">
        {icon}
        {t(`listenRefusal.${byRules ? 'not_recordable' : refusal}`)}
        {refusal === 'no_grant' && <WhomToAsk />}
      </span>
    );
  }
  if (phase === 'failed') {
    return (
      <span id="listening-terms" className="terms terms-failed" role="alert">
        {failure ? sentence : t('player.lost')} {ref && t('failure.ref', { ref })}
      </span>
    );
  }
  const sound = play?.sound ?? call.may.sound;
  const code = play?.grantCode ?? call.may.grantCode;
  const given = call.may.requestGrants.find((one) => one.action === 'listen' && one.code === code);
  return (
    <span id="listening-terms" className="terms ruled">
      <span>
        {icon} {sound ? t(`redaction.sound.${sound}`) : t(`player.${play?.rendition ?? 'masked'}`)}
      </span>
      {code && <span>{t(given ? 'player.requestGrant' : 'player.grant', { code })}</span>}
      {!play && given && <span>{t('legal.playUnder', { count: given.playsLeft })}</span>}
      <span>{t('player.journalled')}</span>
    </span>
  );
}

/** Legal asks by a request of their own; others read who of legal can give a grant. */
function WhomToAsk() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg } = useCallPage();
  const requests = useMay('legal.request');
  const agent = call.legs[leg]?.agent;
  if (requests && agent) {
    return (
      <Link className="terms-request" to={requestOf(call.callId, agent.personId)}>
        <Button size="small">{t('player.request')}</Button>
      </Link>
    );
  }
  // Of a team that no role of legal reaches, no one here could give it.
  if (call.may.ask.length === 0) return <span> {t('player.askNoOne')}</span>;
  return (
    <span> {t('player.ask', { names: call.may.ask.map((name) => format.text(name)).join(t('player.askJoin')) })}</span>
  );
}
