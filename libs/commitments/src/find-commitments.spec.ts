import { type Language } from '#contracts';
import { findCommitments } from './find-commitments.rules.js';

/** `A:` the agent, `C:` the customer, one turn each. */
const turns = (text: string) =>
  text.split(' / ').map((turn) => ({
    speaker: turn.startsWith('C:') ? ('customer' as const) : ('agent' as const),
    text: turn.replace(/^[AC]:/, ''),
  }));
/** Kinds, each with the words of its time, `-` where none was said. */
function promised(text: string, language: Language): string {
  const said = turns(text);
  return findCommitments(said, language)
    .map(({ kind, time }) => {
      const words = time && said[time.turn]!.text.slice(time.mention.fromChar, time.mention.toChar);
      return `${kind} ${words ?? '-'}`;
    })
    .join('; ');
}

const ZH: [string, string][] = [
  ['其实应该先打电话通知您的', ''],
  ['我明天下午三点前给您回电', 'call_back 明天下午三点'],
  ['我会尽快给您回复', 'reply -'],
  ['稍后会有专员联系您', 'reply -'],
  ['我们两个工作日内给您答复', 'reply 两个工作日内'],
  ['退款会在三到五个工作日内原路退回', 'refund 三到五个工作日内'],
  ['款项预计三个工作日到账', 'refund 三个工作日'],
  ['师傅明天上午会上门检修', 'visit 明天上午'],
  ['我们安排师傅上门', 'visit -'],
  ['资料我今天下班前发给您', 'send 今天下班'],
  ['稍后我把表格发送到您的邮箱', 'send -'],
  ['稍后会给您发一条短信', 'send -'],
  ['这个情况我会反馈给技术部门，有结果了通知您', 'hand_over -; reply -'],
  ['我会持续跟进这件事', 'check -'],
  ['我们会尽快为您处理', 'settle -'],
  ['周五之前一定帮您解决', 'settle 周五'],
  ['我给您回电话，C:什么时候', 'call_back -'],
  ['A:我会给您回电 / C:大概什么时候 / A:明天下午三点前', 'call_back 明天下午三点'],
  ['A:我会给您回电 / C:明天上午可以吗 / A:可以的', 'call_back 明天上午'],
  ['A:我会给您回电 / C:明天上午可以吗 / A:不好说', 'call_back -'],
  ['A:我会给您回复。 / C:好的 / A:那我明天上午给您回复', 'reply 明天上午'],
  ['A:明天上午我给您回电说进度，周五前再给您回电告知结果', 'call_back 明天上午; call_back 周五'],
  ['如果方便的话，我明天给您回电', 'call_back 明天'],
  ['没问题，我明天给您回电', 'call_back 明天'],
  ['不好意思，我明天给您回电', 'call_back 明天'],
  ['我们不能保证明天给您回电', ''],
  ['这个我没法给您答复', ''],
  ['如果有结果我会联系您', ''],
  ['万一需要补材料我们再通知您', ''],
  ['昨天同事已经联系过您了', ''],
  ['我刚才给您打过电话', ''],
  ['需要我明天给您回电吗', ''],
  ['您可以明天再打过来', ''],
  ['您自己跟进一下', ''],
  ['马上给您处理', ''],
  ['我现在帮您查一下', ''],
  ['您稍等别挂，我会去核实一下', ''],
  ['我会去核实一下，稍后给您回电', 'check -; call_back -'],
  ['请问还有什么可以帮您', ''],
  ['C:我明天给你们回电', ''],
  ['感谢您的来电', ''],
  ['您的退款申请已经提交', ''],
  ['欢迎您随时联系我们', ''],
];

const EN: [string, string][] = [
  ["I'll ring you myself by half three to make sure", 'call_back half three'],
  ["I'll call you at eight to confirm you got it", 'call_back eight'],
  ['I will text you at this number before nine p.m. where to pick it up', 'send nine p.m.'],
  ["I'll text you that now.", ''],
  ["I'll call you back tomorrow at three", 'call_back tomorrow at three'],
  ["I'll get back to you as soon as possible", 'reply -'],
  ['We will let you know within two working days', 'reply two working days'],
  ['Someone will be in touch shortly', 'reply -'],
  ['One of our engineers will come out on Friday morning', 'visit Friday morning'],
  ["I'll email you the form by close of business", 'send close of business'],
  ["I'm going to refund the fee within five business days", 'refund five business days'],
  ['You should see the refund within 3 to 5 working days', 'refund 3 to 5 working days'],
  ['The refund will be back on your card in ten days', 'refund ten days'],
  ["I'll pass this on to the billing team", 'hand_over -'],
  ["I'll look into it and call you by Friday noon", 'call_back Friday noon; check Friday noon'],
  ["I'll follow this up", 'check -'],
  ["We'll have it fixed by tomorrow evening", 'settle tomorrow evening'],
  ["You'll hear from us next week", 'reply next week'],
  ['You will get a call back this afternoon', 'call_back this afternoon'],
  ["A:I'll call you back / C:when is that / A:by noon tomorrow", 'call_back noon tomorrow'],
  ["A:I'll call you back / C:could you make it Friday morning / A:yes of course", 'call_back Friday morning'],
  ["A:I'll call you back / C:could you make it Friday morning / A:we are rather busy", 'call_back -'],
  ["A:I'll get back to you. / C:thanks / A:So I'll call you at 4 pm tomorrow", 'call_back 4 pm tomorrow'],
  ["Don't worry, I'll call you back tomorrow", 'call_back tomorrow'],
  ["If that's okay I'll call you back tomorrow", 'call_back tomorrow'],
  ["I can't do it now but I'll call you back tomorrow", 'call_back tomorrow'],
  ["I'll let you know if it has been approved by Friday", 'reply Friday'],
  ["I can't promise that we'll call you back tomorrow", ''],
  ["We won't call you back", ''],
  ["I'm afraid I will not be able to call you back today", ''],
  ['If anything changes we will let you know', ''],
  ["I'll call you back if anything changes", ''],
  ['I called you back yesterday', ''],
  ['Would you like me to call you back tomorrow', ''],
  ['You can call us back tomorrow', ''],
  ['Let me check that for you', ''],
  ["I'll check that for you", ''],
  ["I'll take care of that", ''],
  ["Give me just one second here and I'm going to look into the manual on that car real quick, one second.", ''],
  ['Bear with me, I am going to look into this for you', ''],
  ["I'll look into it and call you back in just a minute", 'call_back -; check -'],
  ["C:I'll call you back tomorrow", ''],
  ['Thank you for calling', ''],
  ["You'll have to call back tomorrow", ''],
];

describe('promises', () => {
  it.each(ZH)('in Mandarin: %s → %s', (text, found) => expect(promised(text, 'zh')).toBe(found));
  it.each(EN)('in English: %s → %s', (text, found) => expect(promised(text, 'en')).toBe(found));
});
