/** The dialog of a comment, and whom a comment mentions. */
export const remark = {
  makeTitle: '评论第 {{at}}',
  editTitle: '修改第 {{at}} 的评论',
  text: '评论',
  hint: '同样有权复核的人立即可见；坐席在您发布复核之后可见。随录音一起销毁。输入 @ 可提及看得到这条评论的人。',
  save: '保存',
  people: '可以提及的人',
  reading: '正在查找',
  none: '没有可以提及的人：只能提及看得到这条评论的人。',
  failed: '名单没有加载成功。评论可以照常保存。',
  keys_other: '{{count}} 人，按上下键选择，回车确认。',
  nowCalled: '（现名 {{name}}）',
};
