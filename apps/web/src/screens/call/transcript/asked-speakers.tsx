import { type Recording, speakerRoleSchema, type SpeakerRole, type Transcript, type Turn } from '#contracts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { useNameSpeakers } from '../../../data/corrections.js';
import { useCallPage } from '../call-page.js';
import { whyAsked, type AskedSpeaker } from '../rules/speakers.rules.js';
import { useSpeakerName } from './use-speaker-name.js';

interface Props {
  recording: Recording;
  transcript: Transcript;
  speakers: AskedSpeaker[];
  /** It is not known yet; otherwise it is to be changed. */
  missing: boolean;
  onDone: () => void;
}

/** Asks who each voice is, by what it said. */
export function AskedSpeakers({ recording: { recordingId }, transcript, speakers, missing, onDone }: Props) {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const naming = useNameSpeakers(call.callId);
  const [roles, setRoles] = useState(speakers.map(({ role }) => role));
  const whole = roles.every((role) => role !== null);
  const side = t(`call.sound.side.${transcript.doubted ?? 'left'}`);
  const send = () => {
    if (whole) naming.mutate({ recordingId, roles: roles as SpeakerRole[] }, { onSuccess: onDone });
  };
  return (
    <section className="who-speaks" aria-label={t('call.speakers.title')}>
      <h3>{t('call.speakers.title')}</h3>
      {missing && (
        <p>
          {t(`call.speakers.why.${whyAsked(transcript)}`, { side })} {t('call.speakers.until')}
        </p>
      )}
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
      <Failed of={naming} />
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
  const nameOf = useSpeakerName();
  return (
    <fieldset>
      <legend>{t('call.speakers.who', { label: nameOf(label) })}</legend>
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
