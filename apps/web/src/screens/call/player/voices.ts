import type { Recording } from '#contracts';

export interface Voice {
  voice: 'agent' | 'customer' | 'left' | 'right' | 'mono';
  /** Which array of the peaks. */
  channel: number;
}

/** The lanes of a recording: who is who only where the source said which channel the agent is on. */
export function voicesOf(recording: Recording | null): Voice[] {
  if (!recording || recording.channels < 2) return [{ voice: 'mono', channel: 0 }];
  if (recording.agentChannel === null) {
    return [
      { voice: 'left', channel: 0 },
      { voice: 'right', channel: 1 },
    ];
  }
  const agent = recording.agentChannel === 'left' ? 0 : 1;
  return [
    { voice: 'agent', channel: agent },
    { voice: 'customer', channel: 1 - agent },
  ];
}
