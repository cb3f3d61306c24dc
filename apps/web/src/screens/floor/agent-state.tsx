import type { AgentState as State } from '#contracts';
import {
  BellOutlined,
  ClockCircleOutlined,
  PhoneOutlined,
  QuestionCircleOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

const ICONS = {
  ringing: BellOutlined,
  talking: PhoneOutlined,
  elsewhere: SwapOutlined,
  ended: ClockCircleOutlined,
  unknown: QuestionCircleOutlined,
} satisfies Record<State, typeof BellOutlined>;

/** What an agent does, in a sign and in words. */
export function AgentState({ state }: { state: State }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  return (
    <span className={`faint agent-${state}`}>
      <Icon aria-hidden /> {t(`floor.state.${state}`)}
    </span>
  );
}
