/** The sign of TrackEcom, as in favicon.svg; drawn in the page, where a picture would be one more file to open. */
export function BrandMark(props: { size: 28 | 32 }) {
  return (
    <svg width={props.size} height={props.size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#3f46c9" />
      <path
        d="M9 10h14M9 15h14M13 10c7 0 7 10 0 10h-3l9 6"
        fill="none"
        stroke="#fff"
        stroke-width="2.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
