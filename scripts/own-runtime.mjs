// The bundler keeps its helper in a file of its own, 0.2 kB for which every page would wait. Each file that needs the
// helper has it written in instead.
const IMPORT = /import\{([^}]*)\}from"\.\/(rolldown-runtime-[\w-]+\.js)";/
const EXPORT = /export\{([^}]*)\};?\s*$/

export function ownRuntime() {
  return {
    name: 'own-runtime',
    apply: 'build',
    generateBundle: {
      // Before the files are named that a page or another file fetches ahead.
      order: 'pre',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
        const runtime = chunks.find(({ name }) => name === 'rolldown-runtime')
        if (runtime === undefined) throw new Error('The bundler keeps its helper elsewhere')
        const helper = runtime.code.replace(
          EXPORT,
          (_all, names) => `return{${pairs(names, true)}}`,
        )
        if (helper === runtime.code) throw new Error('The helper is exported in another way')
        for (const chunk of chunks) {
          if (!chunk.imports.includes(runtime.fileName)) continue
          chunk.imports = chunk.imports.filter((file) => file !== runtime.fileName)
          chunk.code = chunk.code.replace(
            IMPORT,
            (_all, names) => `var{${pairs(names, false)}}=(()=>{${helper}})();`,
          )
          // Else the page would ask for a file that is not there.
          if (chunk.code.includes('rolldown-runtime')) {
            throw new Error(`${chunk.fileName} imports the helper in another way`)
          }
        }
        delete bundle[runtime.fileName]
      },
    },
  }
}

/** `t as e` is `t:e` where it is taken, and `e:t` where it is given. */
function pairs(names, isGiven) {
  return names
    .split(',')
    .map((name) => name.trim().split(' as '))
    .map(([own, other = own]) => (isGiven ? `${other}:${own}` : `${own}:${other}`))
    .join()
}
