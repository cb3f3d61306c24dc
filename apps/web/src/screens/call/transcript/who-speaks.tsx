import { type Recording, type SpeakerRole, type Transcript } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { Waiting } from '../../../components/waiting.js';
import { useCallPage } from '../call-page.js';
import { asked, namedBy } from '../rules/speakers.rules.js';

const AskedSpeakers = part(() => import('./asked-speakers.js'), <Waiting />);

/** Says how speakers are known, or why not; asks who they are where it is not sure. Until then no agent is judged by their words. */
export function WhoSpeaks() {
  const { recording, transcript, turns } = useCallPage();
  if (!recording || !transcript) return null;
  const { voices } = transcript.transcript;
  if (voices && voices !== 'told_apart' && !recording.speakers) return <Untold why={voices} />;
  if (!recording.speakers || turns.length === 0) return null;
  return <Speakers recording={recording} roles={recording.speakers} transcript={transcript.transcript} />;
}

function Untold({ why }: { why: Exclude<NonNullable<Transcript['voices']>, 'told_apart'> }) {
  const { t } = useTranslation();
  return <p className="unreliable dense rigid inked ruled-below">{t(`call.speakers.untold.${why}`)}</p>;
}

interface SpeakersProps {
  recording: Recording;
  roles: readonly (SpeakerRole | null)[];
  transcript: Transcript;
}

function Speakers({ recording, roles, transcript }: SpeakersProps) {
  const { t } = useTranslation();
  const { call, turns } = useCallPage();
  const [open, setOpen] = useState(false);
  const missing = roles.includes(null);
  if (!missing && !open) {
    return (
      <p className="who-speaks-named label rigid soft">
        {t(`call.speakers.named.${namedBy(transcript)}`)}{' '}
        {call.may.correct && (
          <button type="button" className="plain link" onClick={() => setOpen(true)}>
            {t('call.speakers.change')}
          </button>
        )}
      </p>
    );
  }
  if (!call.may.correct)
    return <p className="unreliable dense rigid inked ruled-below">{t('call.speakers.waiting')}</p>;
  const speakers = asked(turns, roles, transcript.doubted);
  return <AskedSpeakers {...{ recording, transcript, speakers, missing }} onDone={() => setOpen(false)} />;
}
