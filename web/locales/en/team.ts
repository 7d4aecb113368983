import { formatCount } from '../format'

/** What each role is called, and what it sees. */
export const roles = {
  label: 'Role',
  name: { owner: 'Owner', manager: 'Manager', accountant: 'Accountant', packer: 'Packer' },
  what: {
    owner: 'Everything, and who belongs to the workspace',
    manager: 'Everything but who belongs to the workspace',
    accountant: 'Sees every figure and file, changes nothing',
    packer: 'Sees returns and claims, and no money anywhere',
  },
  notYours: 'This is not part of your role',
  notYoursDetail: 'An owner of the workspace decides who sees what.',
  toReturns: 'Go to returns',
  parcels: (count: number) => `${formatCount(count)} ${count === 1 ? 'parcel' : 'parcels'}`,
  noParcels: 'Choose other dates.',
}

export const team = {
  title: 'Team',
  lead: 'Who belongs to this workspace, and what each of them sees.',
  linkDetail: 'Members, roles, invitations',
  members: 'Members',
  me: 'You',
  since: (when: string) => `Since ${when}`,
  until: (when: string) => `until ${when}`,
  change: 'Change',
  changeLabel: (name: string) => `Change the role of ${name}`,
  changeTitle: (name: string) => `What may ${name} do?`,
  changeDetail: 'They are signed out of this workspace, and come back with the new role.',
  ends: 'How long',
  keep: (when: string) => `As it is, until ${when}`,
  noEnd: 'Without an end',
  forDays: (days: number) => `${formatCount(days)} ${days === 1 ? 'day' : 'days'} from now`,
  changed: 'Changed',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name} from the workspace?`,
  removeDetail: 'They are signed out of it at once. Their files and decisions stay.',
  removed: 'Removed',
  leave: 'Leave',
  leaveTitle: 'Leave this workspace?',
  leaveDetail: 'You are signed out of it at once. Only another owner can bring you back.',

  open: 'Open invitations',
  openDetail: 'Each can be used once, within seven days.',
  noneOpen: 'No invitation is open.',
  byLink: 'By a link',
  expires: (when: string) => `Open until ${when}`,
  placeUntil: (when: string) => `gives a place until ${when}`,
  withdraw: 'Withdraw',
  withdrawLabel: (whom: string) => `Withdraw the invitation: ${whom}`,
  withdrawn: 'The invitation is withdrawn',

  invite: 'Invite somebody',
  inviteDetail: 'By mail to one address, or with a link that you hand over, for a limited time.',
  byMail: 'Invite by mail',
  email: 'Their email',
  mailDetail: 'The invitation is for this address only.',
  send: 'Send invitation',
  sent: (email: string) => `An invitation is on its way to ${email}`,
  makeLink: 'Make a link',
  linkTitle: 'A link for your accountant',
  linkLead: 'Whoever you give it to can join once. Their place ends by itself.',
  madeTitle: 'The link is made',
  madeDetail:
    'It is shown only now. Give it to one person: the first who opens it takes the place.',
}

export const scopes = {
  'uploads:write': { name: 'Files', detail: 'Send files, see them, and undo them' },
  'reports:read': { name: 'Figures', detail: 'Read every figure: orders, payments, profit, tax' },
  'costs:write': { name: 'Costs', detail: 'Write what your products and overheads cost' },
  'export:read': { name: 'Exports', detail: 'Download tables, and the archive of everything' },
  other: 'Something that this page does not know',
}

export const secret = {
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'It could not be copied. Select it and copy it yourself.',
  kept: 'I have kept it',
}

export const tokens = {
  title: 'Tokens',
  lead: 'For scripts and for the command line: each may do only what you tick.',
  linkDetail: 'Access for scripts and the command line',
  yours: 'Your tokens',
  none: 'You have no token.',
  cli: 'command line',
  made: (when: string) => `Made ${when}`,
  ends: (when: string) => `ends ${when}`,
  used: (when: string) => `last used ${when}`,
  neverUsed: 'never used',
  make: 'Make a token',
  makeDetail: 'Whoever holds it can do what is ticked, without your password.',
  name: 'Name',
  nameHint: 'What it is for, such as “Nightly upload”.',
  may: 'What it may do',
  days: 'Ends in',
  inDays: (days: number) => `${formatCount(days)} days`,
  madeTitle: 'The token is made',
  madeDetail: 'It is shown only now. Keep it where your script reads it, as you would a password.',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeDetail: 'Whoever holds it is refused at once.',
  removed: 'The token is removed',
  removeAll: 'Remove all',
  removeAllTitle: 'Remove all your tokens?',
  removeAllDetail: 'Every script, and every device signed in with one, is refused at once.',
  allRemoved: 'All tokens are removed',
}

export const device = {
  title: 'Sign in a device',
  lead: 'Type the code that the command line shows.',
  code: 'Code',
  go: 'Continue',
  asks: (client: string) => `${client} asks to be let in`,
  check: 'Does your device show this very code?',
  who: 'Program',
  place: 'From the network',
  noPlace: 'Not known',
  when: 'Asked',
  ends: 'Open until',
  may: 'It would be allowed to',
  warning:
    'Approve only if you started this yourself, just now, on a device that is yours. If somebody sent you the code or this link, refuse: they would get into your account.',
  approve: 'Approve',
  refuse: 'Refuse',
  approved: 'The device is let in',
  approvedDetail:
    'Go back to it: it goes on by itself. You can end its access under Settings, Tokens.',
  refused: 'The device is refused',
  refusedDetail: 'It gets nothing. If you did not start this, change your password.',
  another: 'Another code',
}

export const join = {
  title: 'Join a workspace',
  offer: (workspace: string) => `Join ${workspace}`,
  asRole: (role: string, what: string) => `As ${role.toLowerCase()}. ${what}.`,
  until: (when: string) => `Your place ends on ${when}.`,
  signedIn: (email: string) => `You are signed in as ${email}.`,
  stays: 'Your own workspace stays as it is; you can change between the two in the settings.',
  action: 'Join',
  another: 'Use another account',
  broken: 'This link is not whole',
  brokenDetail: 'Copy all of it from the message, or ask for a new one.',
  refused: 'This invitation cannot be used',
}

export const workspaces = {
  title: 'Workspace',
  detail: 'You belong to more than one. Every screen shows the one you are in.',
  current: 'You are here',
  enter: 'Go there',
  enterLabel: (name: string) => `Go to the workspace ${name}`,
}
