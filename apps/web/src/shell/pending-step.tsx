import type { PendingStep as Step } from '#contracts';
import { lazy, Suspense, type ComponentType } from 'react';
import { speaking } from '../locales/i18n.js';
import { NoticeScreen } from '../screens/notice/notice-screen.js';
import { SecondFactorScreen } from '../screens/sign-in/second-factor-screen.js';
import { loaded } from './later.js';

const SetUpFactorScreen = lazy(async () => {
  const screen = loaded(() => import('../screens/sign-in/set-up-factor-screen.js'));
  return { default: (await speaking(screen)).SetUpFactorScreen };
});
const ChangePasswordScreen = lazy(async () => {
  const screen = loaded(() => import('../screens/sign-in/change-password-screen.js'));
  return { default: (await speaking(screen)).ChangePasswordScreen };
});

/** The screen of each step that a session may owe before it is open. */
const STEPS: Record<Step, ComponentType> = {
  second_factor: SecondFactorScreen,
  second_factor_setup: SetUpFactorScreen,
  password_change: ChangePasswordScreen,
  recording_notice: NoticeScreen,
};

/** Shown in place of the shell while a session owes a step. */
export function PendingStep({ step }: { step: Step }) {
  const Screen = STEPS[step];
  return (
    <Suspense fallback={null}>
      <Screen />
    </Suspense>
  );
}
