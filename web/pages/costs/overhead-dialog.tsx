import { parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import { readAmount } from '../../amount'
import { FormDialog } from '../../components/form-dialog'
import { createStoreChoice, StoreField } from '../../components/store-field'
import { showToast } from '../../components/toasts'
import { addOverhead, type NewOverhead } from '../../costs-api'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
import { chosenStore, typed, wrong } from './typed'

const words = text.costs.overheads
// As much as the service takes.
const MOST = paise(1_00_00_00_000_00)

export function OverheadDialog(props: { onClose: () => void }) {
  const { filters } = useFilters()
  const choice = createStoreChoice()
  const save = async (form: FormData) => {
    const overhead = readOverhead(form, filters().store ?? chosenStore(form))
    await addOverhead(overhead)
    showToast(words.added(overhead.name))
    props.onClose()
  }
  return (
    <FormDialog
      title={words.add}
      detail={words.lead}
      action={words.save}
      onSubmit={save}
      onClose={() => props.onClose()}
    >
      <StoreField stores={choice()} />
      <label class="field">
        <span>{words.name}</span>
        <input class="input" name="name" maxLength={100} autocomplete="off" />
      </label>
      <label class="field">
        <span>{words.amount}</span>
        <input class="input" name="amount" inputmode="decimal" autocomplete="off" />
      </label>
      <label class="field">
        <span>{words.fromMonth}</span>
        <input class="input" type="month" name="fromMonth" />
      </label>
      <label class="field">
        <span>{words.toMonth}</span>
        <input class="input" type="month" name="toMonth" aria-describedby="to-month-hint" />
        <small class="muted" id="to-month-hint">
          {words.toMonthHint}
        </small>
      </label>
    </FormDialog>
  )
}

/** What was typed; throws a sentence that says what is wrong with it. */
function readOverhead(form: FormData, store: string | undefined): NewOverhead {
  const name = typed(form, 'name')
  if (name === '') throw wrong(words.nameNeeded)
  const amount = readAmount(typed(form, 'amount'), MOST)
  if (!amount) throw wrong(words.notAmount)
  const fromMonth = parseBusinessMonth(typed(form, 'fromMonth'))
  if (fromMonth === undefined) throw wrong(words.monthNeeded)
  const last = typed(form, 'toMonth')
  const toMonth = last === '' ? null : parseBusinessMonth(last)
  if (toMonth === undefined) throw wrong(words.monthNeeded)
  if (toMonth !== null && toMonth < fromMonth) throw wrong(words.wrongOrder)
  return { name, amount, fromMonth, toMonth, store }
}
