const exports = {
  title: '导出',
  intro: '每份导出文件都有编号、姓名和时间标记并留痕；含个人信息超过 50 条须第二人批准，证件号码一律不导出。',
  list: '内容',
  rows: '条数',
  count: '{n} 条，其中个人信息 {people} 条',
  by: '导出人',
  purpose: '用途',
  number: '编号',
  ask: '申请导出',
  download: '下载',
  states: { WANTED: '需申请', ASKED: '待批准', APPROVED: '已批准，一天内可下载一次', REFUSED: '未批准', TAKEN: '已导出', EXPIRED: '已过期' },
  lists: { 'import-errors': '导入出错的行', 'line-answers': '答复来源的清单', 'audit-entries': '审计记录' },
}

export default exports
