import { DomainError } from '#platform';

export const corrections = {
  ownCall: () =>
    new DomainError('correct_own_call', 'forbidden', {
      zh: '这是您自己接听的通话，不能由您更正。请由主管或质检经理更正。',
      en: 'You took this call, so somebody else has to correct it: a supervisor or a quality manager.',
    }),
  nothing: () =>
    new DomainError('nothing_to_correct', 'conflict', {
      zh: '所写的内容与现有的相同，没有更正任何内容。',
      en: 'What you wrote is what is known already; nothing was corrected.',
    }),
  agentChannelOnMono: () =>
    new DomainError('agent_channel_on_mono', 'bad_input', {
      zh: '这段录音只有一个声道，没有坐席声道可更正。',
      en: 'This recording has one channel: there is no channel of the agent to correct.',
    }),
  notAsked: () =>
    new DomainError('speakers_not_asked', 'conflict', {
      zh: '这段录音的文字没有需要说明的说话人，或人数不同。请刷新后查看。',
      en: 'The words of this recording have no speakers to name, or another number of them. Reload to see.',
    }),
};
