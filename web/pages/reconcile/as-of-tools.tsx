import { useSearchParams } from '@solidjs/router'
import { parseBusinessDate } from '#core/dates'
import { DateField } from '../../components/date-field'
import { StoreTools } from '../../components/toolbar'
import { text } from '../../locales/text'
import { todayInIndia } from '../../today'
import css from './reconcile.module.css'

/** The day to judge by, and the store. */
export function AsOfTools() {
  const [search, setSearch] = useSearchParams<Record<'asOf', string>>()
  const asOf = () => parseBusinessDate(search.asOf ?? '')
  return (
    <div class="wrap">
      <label class={css['asOf']}>
        <span>{text.reconcile.asOf}</span>
        <DateField
          value={asOf() ?? todayInIndia()}
          onChange={(event) => setSearch({ asOf: event.currentTarget.value || null })}
        />
      </label>
      <StoreTools />
    </div>
  )
}
