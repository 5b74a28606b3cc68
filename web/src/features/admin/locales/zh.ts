import audit from './zh/audit'
import clients from './zh/clients'
import exports from './zh/exports'
import grants from './zh/grants'
import hooks from './zh/hooks'
import staff from './zh/staff'
import units from './zh/units'

const zh = {
  ...staff,
  ...units,
  ...clients,
  audit,
  exports,
  grants,
  hooks,
  add: '新增',
  name: '名称',
  unit: '单位',
  kind: '类型',
  code: '代码',
  state: '状态',
  from: '自',
  to: '至',
  reason: '原因',
  at: '时间',
  actor: '人员',
  action: '做了什么',
  object: '对象',
  result: '结果',
  copy: '复制',
  copied: '已复制',
  handedOver: '已交付，不再显示',
  byAction: '动作',
  exportThese: '导出这些记录',
  empty: {
    staff: '没有符合条件的人员。',
    units: '没有符合条件的单位。',
    exports: '还没有导出过。',
    grants: '还没有申请。有人需要查看案件时，由系统管理员在人员页面申请。',
    hooks: '还没有推送地址。对方系统提供地址后在这里登记；没有系统的单位用表格和交接单。',
    clients: '还没有接口账号。为来件系统建立后会出现在这里。',
    audit: '没有符合条件的记录。',
  },
}

export default zh
