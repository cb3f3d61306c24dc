import type { Recording, SoundChecks } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useCallPage } from './call-page.js';

type Found = SoundChecks['findings'][number];

/** What is wrong with the sound, and what to do about it; nothing at all when it is as it should be. */
export function SoundNotice() {
  const { t } = useTranslation();
  const { recording } = useCallPage();
  const checks = recording?.soundChecks;
  if (!recording || !checks || checks.findings.length === 0) return null;
  return (
    <section className="sound-notice" aria-label={t('call.sound.name')}>
      <ul>
        {checks.findings.map((found) => (
          <Finding key={`${found.finding} ${found.channel}`} found={found} recording={recording} checks={checks} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ found, recording, checks }: { found: Found; recording: Recording; checks: SoundChecks }) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = t(`call.sound.who.${voiceOn(found.channel, recording)}`);
  const channel = checks.channels[found.channel ?? 0];
  const figures = {
    who,
    level: format.number(channel?.activeRmsDbfs ?? 0),
    share: format.percent(channel?.clippedShare ?? 0, 1),
  };
  return (
    <li>
      <b>{t(`call.sound.${found.finding}.what`, figures)}</b> {t(`call.sound.${found.finding}.next`)}
    </li>
  );
}

/** Whose voice a channel carries, as far as it is known. */
function voiceOn(
  channel: number | null,
  { agentChannel }: Recording,
): 'both' | 'agent' | 'customer' | 'left' | 'right' {
  if (channel === null) return 'both';
  const side = channel === 0 ? 'left' : 'right';
  if (!agentChannel) return side;
  return agentChannel === side ? 'agent' : 'customer';
}
