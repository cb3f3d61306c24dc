import { defineRefusals, refusal } from '#platform/rules';

/** Why what is known of a call is not corrected. */
export const correctionRefusals = defineRefusals({
  person_erased: refusal('conflict', {
    zh: '这通电话上的个人信息已应本人请求清空，不能再填写客户和事项。其他内容仍可更正。',
    en: 'What was known of the person on this call was erased as they asked: customer and matter cannot be written again. Other facts can be corrected.',
  }),
  correct_own_call: refusal('forbidden', {
    zh: '这是您自己接听的通话，不能由您更正。请由主管或质检经理更正。',
    en: 'You took this call, so a supervisor or a quality manager has to correct it.',
  }),
  correct_to_oneself: refusal('forbidden', {
    zh: '不能把通话改为由您本人，或由您代理的同事接听。请由主管或质检经理更正。',
    en: 'A call is not corrected to yourself, or to a colleague for whom you deputise. A supervisor or a quality manager has to say so.',
  }),
  correct_disputed_call: refusal('forbidden', {
    zh: '这通电话有未结束的申诉，而您与它有关，不能由您更正。请由另一位主管或质检经理更正。',
    en: 'A dispute of this call is open, and you have a part in it. Another supervisor or a quality manager has to correct it.',
  }),
  correction_waits: refusal('conflict', {
    zh: '这通电话已有一项更正在等待另一位同事确认。请先处理那一项。',
    en: 'A correction of this call is already waiting for a second person. That one has to be decided first.',
  }),
  correction_decided: refusal('conflict', {
    zh: '这项更正已经处理过，没有改动任何内容。请刷新后查看。',
    en: 'This correction was decided already, and nothing was changed. Load it again to see.',
  }),
  correction_overtaken: refusal('conflict', {
    zh: '提出之后，这通电话的信息又有变化，不能再确认这项更正。请拒绝或撤回它，再重新更正。',
    en: 'What is known of the call has changed since this was proposed. Refuse it or take it back, and correct the call again.',
  }),
  not_yours_to_confirm: refusal('forbidden', {
    zh: '须由另一位同事决定：不能是提出的人、更正前后的坐席、与未结束申诉有关的人，也不能是他们的代理人，而且须有权更正双方坐席的通话。',
    en: 'A colleague has to decide: not the person who proposed it, the agent who loses or gets the call, anyone involved in an open dispute of it, or a deputy of one of them. Their permission to correct has to cover both agents.',
  }),
  not_yours_to_withdraw: refusal('forbidden', {
    zh: '只有提出的人可以撤回。您可以拒绝它，并写明原因。',
    en: 'Only who proposed it takes it back. You can refuse it, with a reason.',
  }),
  nothing_to_correct: refusal('conflict', {
    zh: '所写的内容与现有的相同，没有更正任何内容。',
    en: 'What you entered is already known; nothing was corrected.',
  }),
  agent_channel_on_mono: refusal('bad_input', {
    zh: '这段录音只有一个声道，没有坐席声道可更正。',
    en: 'This recording has one channel: there is no channel of the agent to correct.',
  }),
  speakers_not_asked: refusal('conflict', {
    zh: '这段录音的文字没有需要指明的说话人，或人数不同。请刷新后查看。',
    en: 'The transcript of this recording has no speakers to name, or a different number of them. Reload to see.',
  }),
});
