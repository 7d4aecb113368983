/** The file of a build that a module is in, and all that it imports without waiting. */
export function filesOf(chunks, module) {
  const holder = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
  if (holder === undefined) throw new Error(`No file of the build holds ${module}`)
  const found = new Set([holder.fileName])
  for (const fileName of found) {
    const chunk = chunks.find((one) => one.fileName === fileName)
    for (const next of chunk?.imports ?? []) found.add(next)
  }
  return [...found]
}

/** With the styles that come with them. */
export function withStyles(chunks, files) {
  const styles = chunks
    .filter(({ fileName }) => files.includes(fileName))
    .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  return [...files, ...styles]
}
