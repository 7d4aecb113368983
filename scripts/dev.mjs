// Dashboard and Worker in one Vite process, reloading as files change, on the same local data as `npm start`.
import { spawn } from 'node:child_process'
import { migrateLocally, stackEnvironment, writeSecrets } from './local-stack.mjs'
import { root, tool, toolEnvironment } from './project.mjs'

writeSecrets()
await migrateLocally()
const [command, ...args] = tool('vite', '--config', 'vite.config.ts', ...portFlags())
const vite = spawn(command, args, {
  cwd: root,
  env: toolEnvironment(stackEnvironment),
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vite.kill('SIGTERM'))
vite.once('exit', (code) => process.exit(code ?? 0))

function portFlags() {
  return process.env.PORT ? ['--port', process.env.PORT, '--strictPort'] : []
}
