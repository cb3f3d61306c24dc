import { type ConsentOfCall } from './custody.query.js';

interface Told {
  code: string;
  /** In a small house one person stood for two of those who asked and approved. */
  byOnePerson: boolean;
  builtAt: string;
  recordings: readonly { callId: string; consent: readonly ConsentOfCall[] }[];
}

/** What a package says about itself, for people who open it without us. */
export function readmeOf(language: 'zh' | 'en', { code, byOnePerson, builtAt, recordings }: Told): string {
  const calls = [...new Map(recordings.map((one) => [one.callId, one.consent]))];
  const consent = calls
    .flatMap(([callId, all]) => [callId, ...all.map((one) => `  ${(language === 'zh' ? decidedZh : decidedEn)(one)}`)])
    .join('\n');
  const text = language === 'zh' ? ZH(code, builtAt, consent) : EN(code, builtAt, consent);
  return byOnePerson ? text.replace('\n', `\n${ONE_PERSON[language]}\n`) : text;
}

/** Below the heading: who reads a package reads it first. */
const ONE_PERSON = {
  zh: '由一人决定：这家公司采用单人审批模式，这项申请的提出和审批中有两步由同一人间隔 24 小时作出。',
  en: 'By one person: the company uses single-approver mode, and one person took two of the steps of requesting and approving, 24 hours apart.',
};

const decidedEn = ({ at, state, mayRecord, ruleId, rulesVersion, rulesSha256 }: ConsentOfCall): string =>
  `${at} ${state}: ${mayRecord ? 'may' : 'may not'} be recorded, by rule ${ruleId} of ${
    rulesVersion === null
      ? 'no version (the rules could not be read, and the strictest held)'
      : `version ${rulesVersion} (SHA-256 ${rulesSha256})`
  }`;

const decidedZh = ({ at, state, mayRecord, ruleId, rulesVersion, rulesSha256 }: ConsentOfCall): string =>
  `${at} ${state}：${mayRecord ? '可以录音' : '不能录音'}，依据${
    rulesVersion === null
      ? `规则 ${ruleId}（当时读不到同意规则，按最严的一条判定，没有版本）`
      : `第 ${rulesVersion} 版同意规则的 ${ruleId}（SHA-256 ${rulesSha256}）`
  }`;

const RECIPE = `openssl pkeyutl -verify -pubin -inkey shouwen.pub -rawin -in manifest.json -sigfile manifest.sig
grep -oE '[0-9a-f]{64}  [^"]+' manifest.json | sha256sum -c --strict
find . -type f | sort`;

const EN = (
  code: string,
  builtAt: string,
  consent: string,
) => `Evidence package for request ${code}, made ${builtAt} by Shouwen.

What is in it
  recordings/CALL/RECORDING/original.*     the bytes as they were received, unless custody.json lists a cut: then as they are kept
                                           since, with card codes silenced (keptSha256 in manifest.json); only where the request
                                           was approved for originals
  recordings/CALL/RECORDING/listening.ogg  a copy for listening, silent where personal details are said; it bears in its
                                           comments whom it was given to, the other files do not
  recordings/CALL/RECORDING/transcript.*   the words, for people (PDF) and programs (JSON)
  custody.json                             what came when, its hashes, how it is kept, what was changed
  journal.json                             the journal's entries about these calls, with their places in the chain
  manifest.json, manifest.sig              every file with its SHA-256, and an Ed25519 signature of that list
  timestamp.tsr                            where there is one: an RFC 3161 time stamp of manifest.json

By which consent rules these calls were recorded
What the telephone system said of each call, what was decided and when; the last decision counts.
${consent}

How to check it, with OpenSSL 3 and coreutils alone
Take the public key from somewhere else than this package: from the company that made it, or from an earlier package.
Unpack into an empty folder, and there:

${RECIPE}

The first must say "Signature Verified Successfully". The second says OK for every file, or FAILED for one that was changed or
is missing. The third lists what is there: a file that neither the second command nor this page names was added.
With a time stamp: openssl ts -verify -data manifest.json -in timestamp.tsr -CAfile CA-OF-THE-TIME-STAMP.pem

With Shouwen: npm run verify-export -- PACKAGE.zip --key shouwen.pub
`;

const ZH = (code: string, builtAt: string, consent: string) => `首问证据包，申请 ${code}，${builtAt} 制作。

内容
  recordings/通话/录音/original.*     收到时的原始字节；custody.json 记有删除的，则是删除卡安全码之后保存的字节
                                      （manifest.json 的 keptSha256）；只有申请获准取得原件时才有
  recordings/通话/录音/listening.ogg  供收听的副本，个人信息处静音；注释里写明交给了谁，其他文件不带这种标记
  recordings/通话/录音/transcript.*   转写，供人阅读（PDF）和程序读取（JSON）
  custody.json                        何时收到、哈希、怎样保存、有过什么改动
  journal.json                        日志中关于这些通话的条目和它们在链上的位置
  manifest.json、manifest.sig         每个文件的 SHA-256，以及对这份清单的 Ed25519 签名
  timestamp.tsr                       如果有：manifest.json 的 RFC 3161 时间戳

这些通话依据哪一版同意规则录音
每通电话收到的同意说明、判定和时间；以最后一次判定为准。
${consent}

怎样核验（只用 OpenSSL 3 和 coreutils）
公钥请从证据包以外的渠道取得：向制作证据包的公司索取，或取自以前的证据包。解压到一个空文件夹，在里面运行：

${RECIPE}

第一条须输出 "Signature Verified Successfully"。第二条对每个文件输出 OK，对改动或缺失的文件输出 FAILED。
第三条列出现有文件：第二条命令和本页都没有提到的，就是后来加入的。
有时间戳时：openssl ts -verify -data manifest.json -in timestamp.tsr -CAfile 时间戳机构的CA.pem

用首问核验：npm run verify-export -- 包.zip --key shouwen.pub
`;
