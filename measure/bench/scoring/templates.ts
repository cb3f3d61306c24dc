import { type Language } from '#contracts';

export interface Templates {
  opening: string;
  agent: readonly string[];
  customer: readonly string[];
  /** The last words of agent and customer. */
  closing: readonly [string, string];
  slots: Readonly<Record<string, readonly string[]>>;
}

/** What the bench's calls are made of: ordinary service talk, some of it on the checklist's phrases and most of it beside them. */
export const TEMPLATES: Readonly<Record<Language, Templates>> = {
  zh: {
    opening: '您好，绿谷银行客户服务部，我是小李，很高兴为您服务，请问有什么可以帮您？',
    agent: [
      '好的，我帮您查一下{thing}，请您稍等一下。',
      '我这边看到您的{thing}是{day}提交的，现在正在处理当中。',
      '非常抱歉给您带来不便，我理解您的心情，这个{thing}确实拖得有点久了。',
      '请您提供一下{thing}的号码，最后四位是####，对吗？',
      '我已经把{thing}的情况记录下来了，{day}之前会有专人给您回电话。',
      '那您现在方便看一下手机吗？{thing}的短信应该已经发到您手机上了。',
    ],
    customer: [
      '我{day}就打过一次电话了，{thing}到现在还是没有消息。',
      '对，号码是#######，你再帮我看看{thing}。',
      '你们的{thing}怎么这么慢，我等了很久了。',
      '嗯，好的，那{thing}什么时候能办好呢？',
      '我收到了一条短信，但是上面写的{thing}跟我说的不一样。',
      '行吧，那我{day}再看看，要是还不行我再打过来。',
    ],
    closing: ['请问还有其他可以帮您的吗？感谢您的来电，祝您生活愉快，再见。', '没有了，谢谢你，再见。'],
    slots: {
      thing: ['信用卡', '退款', '转账', '账单', '贷款申请', '网上银行', '积分兑换', '开户资料', '发票', '密码重置'],
      day: ['昨天', '星期三', '上个月', '今天下午', '明天上午', '三个工作日'],
    },
  },
  en: {
    opening: 'Good morning, thank you for calling Green Valley Bank, my name is David, how may I help you today?',
    agent: [
      'Let me have a look at the {thing} for you, could you bear with me for a moment please.',
      'I can see that the {thing} was sent on {day} and that it is being worked on right now.',
      'I am really sorry about that, I understand how frustrating it is to wait for the {thing}.',
      'Could you confirm the number of the {thing} for me, it ends in ####, is that right?',
      'I have made a note about the {thing} and somebody will call you back by {day}.',
      'Would you mind checking your phone, the message about the {thing} should be there by now.',
    ],
    customer: [
      'Well I called about the {thing} on {day} already and I have not heard anything since.',
      'Yes the number is ####### if you want to check the {thing} again.',
      'I do not know why the {thing} takes so long, I have been waiting for weeks.',
      'All right, and when do you think the {thing} is going to be ready then?',
      'There was a message but what it said about the {thing} is not what I was told.',
      'Fine, I will look again on {day} and if it still does not work I will call back.',
    ],
    closing: [
      'Is there anything else I can help you with? Thank you for calling and have a nice day, goodbye.',
      'No that is all, thank you, bye.',
    ],
    slots: {
      thing: [
        'credit card',
        'refund',
        'transfer',
        'statement',
        'loan application',
        'online account',
        'bonus',
        'new password',
      ],
      day: ['Monday', 'Wednesday', 'the third', 'last week', 'Friday afternoon', 'the end of the month'],
    },
  },
};
