const units = {
  units: '单位',
  nameEn: '英文名称',
  parent: '上级单位',
  rename: '更名',
  merge: '并入其他单位',
  mergeAsk: '批准后：原单位保留为已撤销，过去的案件仍记在它名下；在岗人员转到承接单位；承接单位的人能看到原单位的案件；未结案件由分流员逐件确认移交。',
  split: '拆分',
  splitAsk: '请先新增拆分后的单位。批准后：原单位保留为已撤销，过去的案件仍记在它名下；各承接单位都能看到；岗位随原单位结束，请重新申请；未结案件由分流员确认移交。',
  follower: '承接单位',
  secondFollower: '另一承接单位',
  handovers: {
    title: '撤销单位的未结案件',
    intro: '单位合并、拆分后，未结案件由您确认移交给承接单位，每件案件都留有记录；已结案件仍记在原单位名下。',
    none: '没有需要移交的案件。',
    open: '可移交 {open} 件，另有 {waiting} 件须先完成当前步骤',
    handOn: '移交',
    opinionUsual: '机构调整，移交承接单位办理。',
    moved: '已移交 {moved} 件，未移交 {left} 件。',
  },
}

export default units
