/**
 * Acts once the answer to a press is on the screen: what the press begins may take a phone longer than a
 * person waits to see that it was felt. A page that nobody sees is not painted.
 */
export function afterPaint(act: () => void): void {
  if (document.hidden) act()
  else requestAnimationFrame(() => setTimeout(act))
}
