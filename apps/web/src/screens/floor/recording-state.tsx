import type { LiveRecording } from '#contracts';
import {
  AudioOutlined,
  ClockCircleOutlined,
  PauseCircleOutlined,
  QuestionCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

const ICONS = {
  consent_pending: QuestionCircleOutlined,
  recording: AudioOutlined,
  paused: PauseCircleOutlined,
  held: ClockCircleOutlined,
  refused: StopOutlined,
  withdrawn: StopOutlined,
} satisfies Record<LiveRecording, typeof AudioOutlined>;

/** Whether a call that goes on is recorded, in a sign and in words. */
export function RecordingState({ recording }: { recording: LiveRecording }) {
  const { t } = useTranslation();
  const Icon = ICONS[recording];
  return (
    <span className={`recording-state recording-${recording}`}>
      <Icon aria-hidden /> {t(`liveCall.state.${recording}`)}
    </span>
  );
}
