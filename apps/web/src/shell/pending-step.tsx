import type { PendingStep as Step } from '#contracts';
import type { ComponentType } from 'react';
import { NoticeScreen } from '../screens/notice/notice-screen.js';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.js';

/** The screen of each step that a session may owe before it is open. */
const STEPS: Partial<Record<Step, ComponentType>> = { recording_notice: NoticeScreen };

/** Stands in place of the shell while a session owes a step; one without a screen here signs in anew. */
export function PendingStep({ step }: { step: Step }) {
  const Screen = STEPS[step];
  return Screen ? <Screen /> : <SignInScreen expired />;
}
