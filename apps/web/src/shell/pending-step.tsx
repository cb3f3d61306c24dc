import type { PendingStep as Step } from '#contracts';
import type { ComponentType } from 'react';
import { NoticeScreen } from '../screens/notice/notice-screen.js';
import { SecondFactorScreen } from '../screens/sign-in/second-factor-screen.js';

/** The screen of each step that a session may owe before it is open. */
const STEPS: Record<Step, ComponentType> = { second_factor: SecondFactorScreen, recording_notice: NoticeScreen };

/** Shown in place of the shell while a session owes a step. */
export function PendingStep({ step }: { step: Step }) {
  const Screen = STEPS[step];
  return <Screen />;
}
