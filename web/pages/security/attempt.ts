import { troubleWords } from '../../components/face'
import { showToast } from '../../components/toasts'

/** Says in a toast what went wrong, for a button that stands alone. */
export async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    showToast(troubleWords(error).detail, 'bad')
  }
}
