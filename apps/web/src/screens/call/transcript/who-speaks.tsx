import { speakerRoleSchema, type SpeakerRole, type Turn } from '#contracts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../components/failure-note.js';
import { useNameSpeakers } from '../../../data/corrections.js';
import { useCallPage } from '../call-page.js';
import { asked, type AskedSpeaker } from '../rules/speakers.rules.js';

/** Asks who the speakers are whom another tool called SPEAKER_00: until somebody says so, nobody is judged by what they said. */
export function WhoSpeaks() {
  const { t } = useTranslation();
  const { call, recording, turns } = useCallPage();
  const [open, setOpen] = useState(false);
  if (!recording?.speakers || turns.length === 0) return null;
  const missing = recording.speakers.includes(null);
  if (!missing && !open) {
    return call.may.correct ? (
      <p className="who-speaks-named">
        {t('call.speakers.named')}{' '}
        <button type="button" className="plain link" onClick={() => setOpen(true)}>
          {t('call.speakers.change')}
        </button>
      </p>
    ) : null;
  }
  if (!call.may.correct) return <p className="unreliable">{t('call.speakers.waiting')}</p>;
  return <Asking speakers={asked(turns, recording.speakers)} onDone={() => setOpen(false)} />;
}

function Asking({ speakers, onDone }: { speakers: AskedSpeaker[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { call, recording } = useCallPage();
  const naming = useNameSpeakers(call.callId);
  const [roles, setRoles] = useState(speakers.map(({ role }) => role));
  const whole = roles.every((role) => role !== null);
  const send = () => {
    if (!recording || !whole) return;
    naming.mutate({ recordingId: recording.recordingId, roles: roles as SpeakerRole[] }, { onSuccess: onDone });
  };
  return (
    <section className="who-speaks" aria-label={t('call.speakers.title')}>
      <h3>{t('call.speakers.title')}</h3>
      <p>{t('call.speakers.why')}</p>
      {speakers.map((speaker, at) => (
        <OneSpeaker
          key={speaker.label}
          speaker={speaker}
          role={roles[at] ?? null}
          onChoose={(role) => setRoles(roles.map((was, place) => (place === at ? role : was)))}
        />
      ))}
      <Button type="primary" size="small" disabled={!whole} loading={naming.isPending} onClick={send}>
        {t('call.speakers.save')}
      </Button>
      {!whole && <small>{t('call.speakers.missing')}</small>}
      {naming.isSuccess && <small role="status">{t('call.speakers.saved')}</small>}
      {naming.error && <FailureNote error={naming.error} />}
    </section>
  );
}

interface OneProps {
  speaker: AskedSpeaker;
  role: SpeakerRole | null;
  onChoose: (role: SpeakerRole) => void;
}

function OneSpeaker({ speaker: { label, said }, role, onChoose }: OneProps) {
  const { t } = useTranslation();
  const { call } = useCallPage();
  // The files of two channels are called by them.
  const shown = label === 'left' || label === 'right' ? t(`call.sound.who.${label}`) : label;
  return (
    <fieldset>
      <legend>{t('call.speakers.who', { label: shown })}</legend>
      <ul lang={call.language ?? undefined}>
        {said.map((turn: Turn) => (
          <li key={turn.index}>{turn.text}</li>
        ))}
      </ul>
      <Radio.Group value={role} onChange={({ target }) => onChoose(target.value as SpeakerRole)}>
        {speakerRoleSchema.options.map((option) => (
          <Radio key={option} value={option}>
            {t(`call.speakers.role.${option}`)}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
