import { formatCount } from '../format'

/** What each role is called, and what it sees. */
export const roles = {
  label: 'Role',
  name: {
    owner: 'Owner',
    manager: 'Manager',
    accountant: 'Accountant',
    packer: 'Packer',
    visitor: 'Visitor',
  },
  what: {
    owner: 'Everything, and who belongs to the workspace',
    manager: 'Everything but who belongs to the workspace',
    accountant: 'Sees every figure and file, changes nothing',
    packer: 'Sees returns and claims, and no money anywhere',
    visitor: 'Looks at the sample, changes nothing',
  },
  notYours: 'This is not part of your role',
  notYoursDetail: 'An owner of the workspace decides who sees what.',
  toReturns: 'Go to returns',
  toOverview: 'Go to the overview',
  parcels: (count: number) => `${formatCount(count)} ${count === 1 ? 'parcel' : 'parcels'}`,
  noParcels: 'Choose other dates.',
}

export const workspaces = {
  title: 'Workspace',
  detail: 'You belong to more than one. Every screen shows the one you are in.',
  current: 'You are here',
  noName: 'A workspace without a name',
  enter: 'Go there',
  enterLabel: (name: string) => `Go to the workspace ${name}`,
}
