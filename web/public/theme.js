// Runs before the first paint, from a file of its own because the policy allows no inline script.
;(function () {
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // A browser that refuses storage follows the system's theme.
  }
})()
