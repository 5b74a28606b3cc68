import type zh from '../zh/units'

const units: typeof zh = {
  units: 'Units',
  nameEn: 'English name',
  parent: 'Unit above',
  rename: 'Rename',
  merge: 'Merge into another unit',
  mergeAsk: 'Once approved: the unit stays as ended and keeps its past matters; its people go on at the unit that follows, who see what it did; open matters are handed on by a dispatcher.',
  split: 'Split',
  splitAsk: 'Add the new units first. Once approved: the unit stays as ended and keeps its past matters, which all that follow can see; posts end with it and are asked for anew; open matters are handed on by a dispatcher.',
  follower: 'Unit that follows',
  secondFollower: 'The other unit',
  handovers: {
    title: 'Open matters of ended units',
    intro: 'After a merge or a split you confirm that open matters go to the unit that follows; each keeps a record of it. What is finished stays with the unit that did it.',
    none: 'Nothing to hand on.',
    open: '{open} can be handed on, {waiting} wait for another step first',
    handOn: 'Hand on',
    opinionUsual: 'Reorganised: handed to the unit that follows.',
    moved: '{moved} handed on, {left} not.',
  },
}

export default units
