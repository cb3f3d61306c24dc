import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailure } from '../../../components/use-failure.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage, usePlayerState } from '../call-page.js';

/** On what terms one listens here; or why not; or why the sound stopped. */
export function ListeningTerms({ icon }: { icon: ReactNode }) {
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
    const day = call.startedAt.slice(0, 10);
    const found = new URLSearchParams({ agent: agent.personId, from: day, to: day });
    return (
      <Link className="terms-request" to={`/legal/requests/new?${found.toString()}`}>
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
