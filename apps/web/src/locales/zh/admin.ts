export const admin = {
  save: '保存',
  saved: '已保存。',
  cancel: '取消',
  clear: '清除',
  isDone: '{{what}}：已完成',
  add: '添加',
  remove: '移除',
  rename: '改名',
  close: '停用',
  closed: '已停用',
  more: '加载更多',
  nameZh: '中文名称',
  nameEn: '英文名称',
  oneName: '填写一种即可，另一种语言的界面也显示它。',
  noPermission: '您的角色不能使用本页。如工作需要，请联系管理员。',
  wholeCompany: '您的角色只负责部分委托方，这里只能查看。',
  yes: '确定',
};

export const fileImport = {
  choose: '选择文件',
  chosen: '已选 {{name}}',
  checking: '正在检查文件',
  encoding: '按 {{encoding}} 读取。',
  problems_other: '文件中有 {{count}} 处错误，改正前不会导入任何内容。',
  moreProblems_other: '另有 {{count}} 处错误未列出。',
  line: '第 {{line}} 行',
  wholeFile: '整个文件',
  apply: '导入',
  applying: '正在导入',
  applied: '已导入。',
  nothing: '文件与现有数据一致，没有需要导入的内容。',
  template: '下载模板',
};

export const region = { choose: '请选择' };
