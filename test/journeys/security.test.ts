import { expect, test } from 'vitest'
import {
  appCode,
  codeIn,
  confirm,
  fillPassword,
  keepInBothThemes,
  logOut,
  mailTo,
  openOwnPage,
  turnOnApp,
} from './account'
import { expectNoSidewaysScroll, keepScreen, useBrowser } from './browser'
import { signUp } from './seller'

useBrowser()

test('a seller verifies the address, and guards the account with an app', async () => {
  const page = await openOwnPage('phone')
  const { email, password } = await signUp(page)
  await page.getByRole('link', { name: 'Enter the code' }).click()
  await page.getByLabel('Code').fill(codeIn(await mailTo(email, /^Your code/)))
  await keepScreen(page, 'verify-email-phone')
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()

  const { secret, recovery, codes } = await turnOnApp(page, password)
  expect(recovery).toHaveLength(8)
  const download = page.waitForEvent('download')
  await codes.getByRole('button', { name: 'Save as file' }).click()
  const saved = await (await download).path()
  const { readFile } = await import('node:fs/promises')
  expect(await readFile(saved, 'utf8')).toContain(recovery.join('\n'))
  await codes.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('8 left.').waitFor()
  await page.getByText('Authenticator app turned on').waitFor()
  await mailTo(email, /now asks for a code/)

  await logOut(page)
  await fillPassword(page, email, password)
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await keepScreen(page, 'second-step-phone')
  await page.getByLabel('Code of your authenticator app').fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Code of your authenticator app').fill(appCode(secret, 1))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('link', { name: 'Files' }).first().waitFor()

  await logOut(page)
  await fillPassword(page, email, password)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recovery[0]!.toUpperCase())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('link', { name: 'Files' }).first().waitFor()
})

test('a passkey signs in without a password, and is removed again', async () => {
  const page = await openOwnPage('desktop')
  // As a phone or a laptop with a fingerprint reader, whose owner is there.
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const { email, password } = await signUp(page)
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' })
  await dialog.getByLabel('Name of this passkey').fill('Shop laptop')
  await dialog.getByRole('button', { name: 'Add a passkey' }).click()
  await confirm(page, password)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('Shop laptop').waitFor()
  await mailTo(email, /passkey was added/)

  await logOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('link', { name: 'Files' }).first().waitFor()

  // Beside the password it is the second step.
  await logOut(page)
  await fillPassword(page, email, password)
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await page.getByRole('button', { name: 'Use passkey' }).click()
  await page.getByRole('link', { name: 'Files' }).first().waitFor()

  await page.goto('/settings/security')
  await page.getByText('Last used').waitFor()
  await page.getByRole('button', { name: 'Rename Shop laptop' }).click()
  await page.getByLabel('Name of this passkey').fill('Old laptop')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Remove Old laptop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  // The dialog that confirms can be answered with the passkey itself.
  const asks = page.getByRole('dialog', { name: 'Is it you?' })
  await asks.getByRole('button', { name: 'Use a passkey' }).click()
  await keepScreen(page, 'confirm-passkey-desktop')
  await asks.getByRole('button', { name: 'Use passkey' }).click()
  await page.getByText('No passkey yet.').waitFor()
})

test('a session on another device is ended from here', async () => {
  const [here, there] = [await openOwnPage('desktop'), await openOwnPage('phone')]
  const { email, password } = await signUp(here)
  await there.goto('/sign-in')
  await fillPassword(there, email, password)
  await there.getByRole('link', { name: 'Files' }).first().waitFor()

  await here.goto('/settings/security')
  await here.getByRole('button', { name: 'End this session' }).click()
  await confirm(here, password)
  await here.getByRole('button', { name: 'End this session' }).waitFor({ state: 'detached' })
  await there.goto('/settings')
  await there.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('a seller moves the account to another address, and the old one is told', async () => {
  const page = await openOwnPage('phone')
  const { email, password } = await signUp(page)
  const next = `new-${email}`
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Change Email' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change your email' })
  await dialog.getByLabel('New email').fill(next)
  await dialog.getByRole('button', { name: 'Mail me a code' }).click()
  await confirm(page, password)
  await mailTo(email, /wants to change/)
  await dialog.getByLabel('Code').fill(codeIn(await mailTo(next, /new email address/)))
  await keepScreen(page, 'change-email-phone')
  await dialog.getByRole('button', { name: 'Change your email' }).click()
  await page.getByText(next).first().waitFor()
  await mailTo(email, /was changed/)

  await page.getByRole('button', { name: 'Change Name' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('આશા પટેલ')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('આશા પટેલ').first().waitFor()

  await logOut(page)
  await fillPassword(page, next, password)
  await page.getByRole('link', { name: 'Files' }).first().waitFor()
})

test('a forgotten password is set anew by the mailed link, and later changed', async () => {
  const page = await openOwnPage('phone')
  const { email } = await signUp(page)
  await logOut(page)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  await page.getByLabel('Email').fill(email)
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'forgot-password-phone')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await page.getByText('a link is on its way').waitFor()

  const { text } = await mailTo(email, /^A new password/)
  await page.goto(/\/reset-password#[a-z2-7]{32}/.exec(text)![0])
  await page.getByLabel('Password', { exact: true }).fill('a lorry came on wednesday')
  await keepScreen(page, 'reset-password-phone')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('Your new password is set').waitFor()
  await fillPassword(page, email, 'a lorry came on wednesday')
  await page.getByRole('link', { name: 'Files' }).first().waitFor()

  await page.goto('/settings/security')
  await page.getByRole('link', { name: 'Change Password' }).click()
  await page.getByLabel('Password', { exact: true }).fill('a lorry came on wednesday')
  await page.getByLabel('New password').fill('two lorries came on friday')
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'change-password-phone')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('heading', { name: 'Security' }).waitFor()
  await mailTo(email, /password for TrackEcom was changed/)
})

test.each(['desktop', 'phone'] as const)(
  'the security page and its dialogs stand on a %s, in light and in dark',
  async (device) => {
    const page = await openOwnPage(device)
    const { password } = await signUp(page)
    const { codes } = await turnOnApp(page, password, device)
    await codes.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('8 left.').waitFor()
    await expectNoSidewaysScroll(page)
    await keepInBothThemes(page, `security-${device}`, true)
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Open Security and sign-in' }).waitFor()
    await expectNoSidewaysScroll(page)
    await keepInBothThemes(page, `settings-${device}`, true)
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await keepInBothThemes(page, `sign-in-${device}`)
  },
)
