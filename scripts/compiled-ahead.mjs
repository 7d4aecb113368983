// Most functions of these files are called before the first paint. Browsers that read this line compile them beside
// the main thread while the file is still coming, not one by one when each is called.
const HINT = '//# allFunctionsCalledOnLoad\n'
const FILES = new Set(['boot', 'start', 'parts'])

export function compiledAhead() {
  return {
    name: 'compiled-ahead',
    apply: 'build',
    generateBundle: {
      // After everything that writes at the top of a file: only there is the line read.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(
          ({ type, name }) => type === 'chunk' && FILES.has(name),
        )
        if (chunks.length !== FILES.size)
          throw new Error('A file that is compiled ahead has another name')
        for (const chunk of chunks) chunk.code = HINT + chunk.code
      },
    },
  }
}
