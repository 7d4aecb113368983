declare module '*?url&inline' {
  /** The file as a data URL: tests inside workerd cannot see the disk. */
  const url: string
  export default url
}
