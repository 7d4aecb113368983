import { formatCount } from '../format'

export const security = {
  title: 'Security',
  lead: 'How you sign in, where you are signed in, and what happened to your account.',
  link: 'Security and sign-in',
  linkDetail: 'Name, email, password, second step, passkeys, devices',
  toSettings: 'Settings',

  confirm: 'Is it you?',
  confirmDetail:
    'This decides who can sign in or what leaves your account, so please confirm. It holds for ten minutes.',
  confirmAction: 'Confirm',
  means: { password: 'Use your password', code: 'Use a code', passkey: 'Use a passkey' },
  usePasskey: 'Use passkey',
  appCode: 'Code of your authenticator app',

  person: 'You',
  name: 'Name',
  email: 'Email',
  emailNotVerified: 'Not verified yet',
  password: 'Password',
  passwordDetail: 'Changing it signs you out everywhere else.',
  change: 'Change',
  changeName: 'Change your name',
  changeEmail: 'Change your email',
  changeEmailDetail:
    'We mail a code to the new address, and tell the old one. You sign in with the new one after you typed the code.',
  newEmail: 'New email',
  mailCode: 'Mail me a code',
  typeCode: (email: string) =>
    `Type the code that we mailed to ${email}. It works for ten minutes.`,
  emailChanged: 'Your email is changed',
  save: 'Save',
  saved: 'Saved',

  secondStep: 'Second step',
  secondStepDetail:
    'Somebody who finds out your password still cannot sign in. Use an authenticator app, a passkey, or both.',
  app: 'Authenticator app',
  appOff: 'Off',
  appOn: (when: string) => `On since ${when}`,
  setUp: 'Set up',
  turnOff: 'Turn off',
  turnOffTitle: 'Turn off the authenticator app?',
  turnOffDetail: 'Signing in will no longer ask for its code. Other devices are signed out.',
  turnedOff: 'The authenticator app is off',
  scan: 'Set up your authenticator app',
  scanDetail:
    'Scan this with an app such as Google Authenticator, Microsoft Authenticator or Aegis. Then type the six digits it shows.',
  qrLabel: 'QR code for your authenticator app',
  orType: 'Or type this key into the app',
  appLink: 'Open in an app on this phone',
  turnOn: 'Turn on',

  recovery: 'Recovery codes',
  recoveryLeft: (count: number) =>
    count === 0
      ? 'None left: make new ones, or a lost phone is a lost account.'
      : `${formatCount(count)} left. Each signs you in once if your phone is gone.`,
  recoveryNew: 'Make new ones',
  recoveryNewTitle: 'Make new recovery codes?',
  recoveryNewDetail: 'The codes you have now stop working.',
  keepTitle: 'Keep these recovery codes',
  keepDetail:
    'Each signs you in once if your phone is gone. They are shown only now. Save or print them, and keep them where your phone is not.',
  saveFile: 'Save as file',
  print: 'Print',
  kept: 'I have kept them',
  fileName: 'trackecom-recovery-codes.txt',
  fileHead: 'TrackEcom recovery codes. Each works once.',

  passkeys: 'Passkeys',
  passkeysDetail:
    'Sign in with your fingerprint, your face or the lock of your phone. Nobody can type or steal a passkey.',
  noPasskeys: 'No passkey yet.',
  addPasskey: 'Add a passkey',
  passkeyName: 'Name of this passkey',
  passkeyNameHint: 'So that you know it again, such as “Shop phone”.',
  passkeyDefault: 'My device',
  passkeyAdded: 'The passkey is added',
  passkeyRemoved: 'The passkey is removed',
  passkeyMade: (when: string) => `Added ${when}`,
  passkeyUsed: (when: string) => `Last used ${when}`,
  rename: 'Rename',
  renameLabel: (name: string) => `Rename ${name}`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeDetail: 'It opens your account no longer. Other devices are signed out.',

  devices: 'Where you are signed in',
  endOthers: 'Sign out everywhere else',
  othersEnded: 'You are signed out everywhere else',

  signInWithPasskey: 'Sign in with a passkey',
  secondTitle: 'Second step',
  secondLead: 'Your password is right. Now type the code of your authenticator app.',
  recoveryLead: 'Your password is right. Now type one of your recovery codes. It works once.',
  recoveryCode: 'Recovery code',
  useRecovery: 'Use a recovery code',
  useApp: 'Use the app',
  startAgain: 'Start again',
}
