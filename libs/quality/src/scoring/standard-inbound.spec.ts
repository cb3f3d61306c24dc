import { buildTranscript, outcomeOf, scoreCall } from './call.fixture.js';

/** Every item that rests on words: positive, negative and near miss, in both languages. The lines are ordinary service language. */

const zhMatter = 'C: 我想咨询一下你们的信用卡年费是怎么收取的';
const enMatter = 'C: i would like to know how the yearly fee of your credit card works';
const zhEnd = ['C: 好的谢谢', 'A: 不客气'];
const enEnd = ['C: okay thank you', 'A: you are welcome'];

const opening = (line: string): string[] =>
  /[\u4e00-\u9fff]/.test(line) ? [`A: ${line}`, zhMatter, ...zhEnd] : [`A: ${line}`, enMatter, ...enEnd];

const middle = (...lines: string[]): string[] =>
  /[\u4e00-\u9fff]/.test(lines.join(''))
    ? ['A: 您好', zhMatter, ...lines, ...zhEnd]
    : ['A: hello', enMatter, ...lines, ...enEnd];

type Case = [outcome: string, lines: string[]];

const expectAll = (item: string, cases: Case[]): void => {
  it.each(cases.map(([outcome, lines]) => [lines.join(' / '), outcome, lines] as const))(
    '%s → %s',
    (_, outcome, lines) => {
      expect(outcomeOf(item, lines)).toBe(outcome);
    },
  );
};

describe('greeting.salutation', () => {
  expectAll('greeting.salutation', [
    ['met', opening('您好，请讲')],
    ['met', opening('good mourning green grain bank')],
    ['not_met', opening('亲爱的，什么事')],
    ['not_met', opening('yes what is it')],
    ['not_met', ['A: 说吧', zhMatter, 'A: 好的，您好好想一想', ...zhEnd]],
    ['not_applicable', ['C: 对，就是刚才说的那张卡', 'A: 好的，正在为您查询', ...zhEnd]],
  ]);
});

describe('greeting.company', () => {
  expectAll('greeting.company', [
    ['met', opening('您好，青禾银行')],
    ['met', opening('您好，清禾银行，很高兴为您服务')],
    ['met', opening('您好，信用卡部')],
    ['met', opening('thank you for calling green grain bank')],
    ['met', opening('hello you have reached card services')],
    ['not_met', opening('您好，很高兴为您服务')],
    ['not_met', opening('thank you for calling how may i help you')],
    // The profile names the company, so that "acme" is none of its names: it is a person's.
    ['not_met', opening('hello acme here')],
  ]);
});

describe('greeting.name', () => {
  expectAll('greeting.name', [
    ['met', opening('您好，我是李明')],
    ['met', opening('您好，工号三零二一为您服务')],
    ['met', opening('hello my name is sarah')],
    ['met', opening('hi you are speaking with tom')],
    ['not_met', opening('您好，青禾银行')],
    ['not_met', opening('您好，我是说您请讲')],
    ['not_met', opening('hello this is green grain bank')],
    ['not_met', opening("hello i'm sorry about that")],
  ]);
});

describe('greeting.offer', () => {
  expectAll('greeting.offer', [
    ['met', opening('您好，请问有什么可以帮您')],
    ['met', opening('很高心为您服务')],
    ['met', opening('how may i hope you')],
    ['met', opening('您好，青禾银行，您直接说')],
    ['met', opening('您好，青禾银行，开卡还是挂失，我给您查')],
    ['not_met', opening('您好，青禾银行，小李')],
    ['met', opening('hello what can i do for you today')],
    ['not_met', opening('您好，青禾银行')],
    ['not_met', opening('hello green grain bank')],
  ]);
});

describe('listening.confirmation', () => {
  expectAll('listening.confirmation', [
    ['met', middle('C: 我的手机号要改一下', 'A: 跟您确认一下，是改手机号对吧')],
    ['met', middle('C: 我的手机号是一三八零零', 'A: 一三八零零，好的')],
    ['met', middle('C: my order number is four five six seven', 'A: four five six seven thank you')],
    ['met', middle('C: my address changed', 'A: just to confirm your new address is twelve high street')],
    ['not_met', middle('C: 我的手机号是一三八零零', 'A: 好的')],
    ['not_met', middle('C: my order number is four five six seven', 'A: one moment')],
    ['not_applicable', middle('A: 每年收取一次')],
    ['not_applicable', middle('A: it is taken once every year')],
  ]);
});

describe('empathy.acknowledgement', () => {
  expectAll('empathy.acknowledgement', [
    ['met', middle('C: 我的卡坏了，刷不了', 'A: 非常抱歉给您带来不便')],
    ['met', middle('C: 等了很久还没收到', 'A: 您别着急，我来处理')],
    ['met', middle('C: my card is broken and i am very disappointed', "A: i'm so sorry to hear that")],
    ['not_met', middle('C: 我的卡坏了，刷不了', 'A: 请提供卡号')],
    ['not_met', middle('C: my card is broken', 'A: what is the number')],
    ['not_met', middle('C: my card is broken', 'A: thank you for your patience')],
    ['not_applicable', middle('A: 每年收取一次')],
    ['not_applicable', middle('A: it is taken once every year')],
    ['not_applicable', middle('C: why is it so much', 'A: it is taken once every year')],
  ]);
});

describe('ownership.resolution', () => {
  expectAll('ownership.resolution', [
    ['met', middle('A: 已经为您登记，工程师会上门处理')],
    ['met', middle('A: i have sent you a new card')],
    // The customer goes away with thanks: readers do not agree on such calls, so that a person decides.
    ['insufficient(checks_disagree)', middle('A: 这个不归我们管')],
    ['insufficient(checks_disagree)', middle('A: that is not my department')],
    ['insufficient(checks_disagree)', middle('A: 嗯')],
    ['insufficient(checks_disagree)', middle('A: i have not sent anything')],
    ['not_met', ['C: 网又断了', 'A: 这个不归我们管', 'C: 打了好几次电话都没人管', 'A: 我们会不断改进服务']],
    [
      'not_met',
      [
        'C: my line is dead again',
        'A: that is not my department',
        'C: nobody helps me',
        'A: we will keep improving our service',
      ],
    ],
    // The agent was still asking when the words end: no accusation.
    [
      'insufficient(checks_disagree)',
      ['C: 网又断了', 'A: 抱歉给您带来不便，请问您的宽带账号是多少', 'C: 都说了好几遍了还是没人管'],
    ],
  ]);
});

describe('ownership.no_deflection', () => {
  expectAll('ownership.no_deflection', [
    ['met', middle('A: 我来帮您处理')],
    ['met', middle('A: i will look into this for you')],
    ['not_met', middle('A: 这个不归我们管，您找别的部门')],
    ['not_met', middle('A: there is nothing i can do')],
    ['met', middle('A: 这个要看财务那边')],
    ['met', middle('A: that depends on the finance team')],
  ]);

  it.each([
    ['A: 这件事您可以联系一下商家问问', '您可以联系一下商家'],
    ['A: 建议您拨打当地的热线咨询', '建议您拨打当地'],
    ['A: you can go to the branch to solve it', 'you can go to the branch'],
    ['A: i suggest calling the local customer service', 'suggest calling the local'],
  ])('is a sign on the call, and no accusation: %s', (line, words) => {
    const lines = middle(line);
    const item = scoreCall(lines).items.find(({ itemId }) => itemId === 'ownership.no_deflection')!;
    expect([item.outcome, item.signs?.map(({ name }) => name)]).toEqual(['met', ['sent_elsewhere']]);
    const [at] = item.signs![0]!.evidence;
    expect(at).toMatchObject({ kind: 'words', turn: lines.length - 3 });
    if (at!.kind === 'words') expect(line.slice(3).slice(at!.fromChar, at!.toChar)).toContain(words);
  });

  it('has no sign where no customer is sent anywhere', () => {
    const item = scoreCall(middle('A: 我来帮您处理')).items.find(({ itemId }) => itemId === 'ownership.no_deflection')!;
    expect(item).not.toHaveProperty('signs');
  });
});

describe('ownership.promise_has_time', () => {
  expectAll('ownership.promise_has_time', [
    ['met', middle('A: 明天下午三点前给您回复')],
    ['met', middle('A: 我会给您回电话', 'C: 什么时候', 'A: 两个小时之内')],
    ['met', middle('A: i will call you back tomorrow by three')],
    ['met', middle('A: someone will contact you within two hours')],
    ['not_met', middle('A: 我们会尽快给您回电话')],
    ['not_met', middle('A: we will get back to you as soon as we can')],
    ['not_applicable', middle('A: 已经办好了')],
    ['not_applicable', middle('A: it is done')],
  ]);
});

describe('options.compared', () => {
  expectAll('options.compared', [
    [
      'insufficient(left_to_a_person)',
      middle('A: 有两种方案，方案一是退款，好处是快，缺点是优惠券不退', 'C: 那退款吧'),
    ],
    [
      'insufficient(left_to_a_person)',
      middle('A: 给您两个办法，一个是补寄，要等三天，一个是退款，马上到账', 'C: 那退款吧'),
    ],
    [
      'insufficient(left_to_a_person)',
      middle('A: we have two options the credit is faster but you lose the discount', 'C: the credit please'),
    ],
    [
      'insufficient(left_to_a_person)',
      middle('A: you can either keep it or return it', 'C: hm', 'A: a return takes about five days'),
    ],
    ['insufficient(left_to_a_person)', middle('A: 有两种方案，方案一是退款，方案二是换货', 'C: 那退款吧')],
    ['insufficient(left_to_a_person)', middle('A: 您要么退款，要么换货，您选一个', 'C: 那退款吧')],
    ['insufficient(left_to_a_person)', middle('A: there are two options a refund or an exchange', 'C: a refund then')],
    ['not_applicable', middle('A: 您上午方便还是下午方便', 'C: 上午')],
    ['not_applicable', middle('A: would you like the morning or the afternoon', 'C: the morning')],
    ['not_applicable', middle('A: 没有两种方案可选')],
  ]);
});

describe('jargon.explained', () => {
  expectAll('jargon.explained', [
    ['insufficient(left_to_a_person)', middle('A: 这份保险免赔额是五百，也就是说五百以内由您自己付')],
    [
      'insufficient(left_to_a_person)',
      middle('A: 这份保险免赔额是五百', 'C: 什么意思', 'A: 意思就是五百以内由您自己付'),
    ],
    [
      'insufficient(left_to_a_person)',
      middle('A: there is a deductible in other words you pay the first part yourself'),
    ],
    [
      'insufficient(left_to_a_person)',
      middle('A: the apr is nine', 'C: what does that mean', 'A: it means what you pay in a year'),
    ],
    ['insufficient(left_to_a_person)', middle('A: 这份保险免赔额是五百', 'C: 什么意思', 'A: 合同上写着呢')],
    ['insufficient(left_to_a_person)', middle('A: 这份保险免赔额是五百')],
    ['insufficient(left_to_a_person)', middle('A: the deductible is fifty')],
    [
      'insufficient(left_to_a_person)',
      middle('A: the deductible is fifty', 'C: sorry what', 'A: you find it on the form'),
    ],
    ['not_applicable', middle('C: 你们的免赔额是多少', 'A: 这份保险免赔额是五百')],
    ['not_applicable', middle('C: what is the deductible', 'A: the deductible is fifty')],
    ['not_applicable', middle('A: 恢复出厂设置就可以了')],
    ['not_applicable', middle('A: that is the first phase of the works')],
  ]);
});

describe('closing.further_help', () => {
  expectAll('closing.further_help', [
    ['met', middle('A: 请问还有其他可以帮到您的吗')],
    ['met', middle('A: is there anything else i can help with')],
    ['not_met', middle('A: 有问题随时联系我们')],
    ['not_met', middle('A: contact us any time')],
    ['not_applicable', ['A: 您好', zhMatter, 'A: 请稍等', 'C: 那学生卡的年费呢']],
    ['not_applicable', ['A: hello', enMatter, 'A: one moment', 'C: and what about the card for students']],
  ]);
});

describe('closing.farewell', () => {
  expectAll('closing.farewell', [
    ['met', ['A: 您好', zhMatter, 'A: 每年一次', 'C: 好的', 'A: 感谢您的来电，再见']],
    ['met', ['A: hello', enMatter, 'A: once a year', 'C: okay thanks', 'A: have a lovely day good bye']],
    ['not_met', ['A: 您好', zhMatter, 'A: 每年一次', 'C: 好的谢谢', 'A: 不客气']],
    ['not_met', ['A: hello', enMatter, 'A: once a year', 'C: okay thanks', 'A: you are welcome']],
    ['not_met', ['A: thank you for calling', enMatter, 'A: once a year', 'C: okay thanks', 'A: you are welcome']],
  ]);
});

describe('conduct.no_prohibited', () => {
  expectAll('conduct.no_prohibited', [
    ['met', middle('A: 我帮您看一下')],
    ['met', middle('A: let me have a look')],
    ['met', middle('C: 我说了多少遍了', 'A: 我来处理')],
    ['met', middle('A: 为了保证服务质量，本次通话将被录音')],
    ['not_met', middle('A: 不是跟您说过了吗')],
    ['not_met', middle('A: that is your problem not ours')],
    ['insufficient(ambiguous)', middle('A: 您没有仔细看')],
    ['insufficient(ambiguous)', middle('A: 是你自己弄坏的')],
    ['insufficient(ambiguous)', middle('A: you are wrong about that')],
    ['met', middle('A: believe it or not, it is one little switch')],
    ['insufficient(ambiguous)', middle('A: like i said it is taken once')],
  ]);
});

describe('what conduct.no_prohibited finds, with the words it rests on', () => {
  it.each([
    ['over_promise', '这个百分之百能办下来', '百分之百'],
    ['over_promise', 'i guarantee you will get the money back', 'guarantee'],
    ['blame', '谁让你不早说', '谁让你不'],
    ['blame', 'that is your own fault', 'your own fault'],
    ['curtness', '不是跟你说过了吗', '跟你说过'],
    ['curtness', 'i already told you that', 'already told you'],
    ['arguing', '你不讲道理', '不讲道理'],
    ['arguing', 'you are being difficult now', 'you are being difficult'],
    ['disparagement', '他们家都是骗人的', '骗人'],
    ['disparagement', 'their service is terrible', 'service is terrible'],
  ])('%s: %s', (_, line, words) => {
    const lines = middle(`A: ${line}`);
    const item = scoreCall(lines).items.find(({ itemId }) => itemId === 'conduct.no_prohibited')!;
    expect(item.outcome).toBe('not_met');
    const quoted = item.evidence.map((one) =>
      one.kind === 'words' ? `${one.turn} ${line.slice(one.fromChar, one.toChar)}` : '',
    );
    expect(quoted).toContainEqual(expect.stringContaining(words));
    expect(quoted.every((one) => one.startsWith(`${lines.length - 3} `))).toBe(true);
  });

  it.each(['A: 他们家的我不了解，我们的年费是这样收的', 'A: other banks i can not speak for ours is taken once'])(
    'not the honest word: %s',
    (line) => {
      expect(outcomeOf('conduct.no_prohibited', middle(line))).toBe('met');
    },
  );
});

describe('conduct.identity_before_disclosure', () => {
  expectAll('conduct.identity_before_disclosure', [
    ['met', middle('A: 请问您是机主本人吗', 'C: 是的', 'A: 您的账户余额是五百元')],
    ['met', middle('A: may i have your date of birth', 'C: the third of may', 'A: your account balance is fifty')],
    ['not_met', middle('A: 您的账户余额是五百元')],
    ['not_met', middle('A: your account balance is fifty', 'A: may i have your date of birth')],
    ['not_applicable', middle('A: 每年收取一次')],
    ['not_applicable', middle('A: it is taken once every year')],
  ]);
});

describe('recording.notice, when the phone system does not know', () => {
  expectAll('recording.notice', [
    ['met', opening('您好，本次通话将被录音')],
    ['met', opening('hello this call may be recorded')],
    ['insufficient(no_fact)', opening('您好')],
    ['insufficient(no_fact)', opening('hello')],
    ...[
      ...[
        '我们不会录音。',
        '您放心，这通电话不会录音。',
        '我们这边没有录音。',
        '这通电话没有被录音',
        '我们不会把通话内容录下来。',
      ],
      ...['I can promise you nothing on this line will be recorded.', 'this call is not being recorded'],
      ...[
        'None of our calls are recorded.',
        'We never record calls.',
        'No calls are recorded here.',
        "This isn't a recorded line.",
      ],
      ...['The recorder is off.', "it isn't recorded", 'I do not think this call is recorded.'],
    ].map((text) => ['insufficient(no_fact)', opening(text)] satisfies Case),
    ...[
      ...['不好意思，这通电话会录音。', '本次通话会录音，但不会录制您的卡号。', '我们这边有录音，您别介意'],
      ...[
        'If you do not mind, this call is recorded.',
        'Nothing to worry about, the call is recorded.',
        'The recorder is on.',
      ],
    ].map((text) => ['met', opening(text)] satisfies Case),
  ]);
});

describe('transfer.purpose_consent, when there was a transfer', () => {
  const judged = (...lines: string[]): string =>
    outcomeOf('transfer.purpose_consent', middle(...lines), { transfer: 'warm' });

  it('needs both whereto and consent', () => {
    expect(judged('A: 您的问题需要由我们的技术专家为您处理，现在为您转接到技术部，可以吗')).toBe('met');
    expect(judged('A: i will transfer you to our billing department is that okay with you')).toBe('met');
    expect(judged('A: 为您转接到技术部')).toBe('not_met');
    expect(judged('A: hold on')).toBe('not_met');
  });
});

describe('transfer.purpose_consent, when the phone system does not say whether there was one', () => {
  const judged = (...lines: string[]): string => outcomeOf('transfer.purpose_consent', middle(...lines));

  it('does not apply where no words of a transfer are heard', () => {
    expect(judged('A: 每年收取一次，三百元')).toBe('not_applicable');
    expect(judged('A: it is taken once every year')).toBe('not_applicable');
    expect(outcomeOf('transfer.briefed', middle('A: it is taken once every year'))).toBe('not_applicable');
  });

  it('is not known where one is spoken of, and accuses no one', () => {
    expect(judged('A: 为您转接到技术部')).toBe('insufficient(no_fact)');
    expect(judged('A: i will transfer you to our billing department')).toBe('insufficient(no_fact)');
  });

  it('is not known where the words cannot be relied on, or may be in the other language', () => {
    const one = (rest: object) =>
      scoreCall(middle('A: it is taken once every year'), {}, rest).items.find(
        ({ itemId }) => itemId === 'transfer.briefed',
      );
    expect(one({ unreliable: ['low_confidence'] })).toMatchObject({ outcome: 'insufficient', reason: 'no_fact' });
    const { turns } = buildTranscript(middle('A: it is taken once every year'));
    const mixed = turns.map((turn, i) => (i === 1 ? { ...turn, language: 'zh' as const } : turn));
    expect(one({ turns: mixed })).toMatchObject({ outcome: 'insufficient', reason: 'no_fact' });
  });
});
