import { defineRefusals, refusal } from '#platform/rules';

/** What is refused of telephone systems, in words that say what to do. */
export const sourceRefusals = defineRefusals({
  source_name_taken: refusal('conflict', {
    zh: '已有同名的电话系统。请换一个名称。',
    en: 'There is a telephone system of this name. Choose another.',
  }),
  source_ended: refusal('conflict', {
    zh: '这个电话系统已经停用，不再接收。',
    en: 'This telephone system was ended; nothing more is taken from it.',
  }),
  source_of_unknown_team: refusal('bad_input', {
    zh: '其中有不存在的班组。请重新选择。',
    en: 'One of the teams does not exist. Choose again.',
  }),
  unknown_reader: refusal('bad_input', {
    zh: '没有这种电话系统。请从列表中选择。',
    en: 'There is no such kind of telephone system. Choose one of the list.',
  }),
  unknown_zone: refusal('bad_input', {
    zh: '没有这个时区。请填写如 Asia/Shanghai 的名称。',
    en: 'There is no such time zone. Write a name such as Asia/Shanghai.',
  }),
  folder_not_allowed: refusal('bad_input', (dirs: readonly string[]) =>
    dirs.length === 0
      ? {
          zh: '还不允许监视任何文件夹：请运维人员设置 SHOUWEN_WATCHED_DIRS。',
          en: 'No folder may be watched yet: ask the operator to set SHOUWEN_WATCHED_DIRS.',
        }
      : {
          zh: `文件夹必须在 ${dirs.join('、')} 之下，且不能是本系统自己的目录。`,
          en: `The folder has to lie below ${dirs.join(', ')}, and not around or within the product's own directories.`,
        },
  ),
  records_of_another_system: refusal('bad_input', {
    zh: '这个文件不是这个电话系统的话单。请在预览中查看，必要时对照列名。',
    en: 'This file holds no records of this telephone system. Look at it in the preview, and map its columns where needed.',
  }),
  joins_nobody: refusal('bad_input', {
    zh: '这不是一个客户的完整号码：短号、服务号码和隐藏的号码本来就不用来认出客户。请填写带区号的号码。',
    en: 'This is no whole number of a line: no customer is known by short, service and withheld numbers anyway. Write it with its area code.',
  }),
});
