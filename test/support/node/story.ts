import { addDays, type BusinessDate, businessDate } from '#core/dates'
import type { UploadId } from '#core/ids'
import { removeUpload } from '#engine/remove-upload'
import { type Fixture, newSeller, type Seller, upload } from './ledger'

export const FIRST_DAY = businessDate('2025-10-01')

/** A seller to whom something happens every day at noon. */
export class Story {
  readonly seller: Seller = newSeller()
  day: BusinessDate = FIRST_DAY
  readonly #uploads = new Map<string, UploadId>()
  readonly #files = new Map<string, Fixture>()

  #noon(): Date {
    return new Date(`${this.day}T06:30:00Z`)
  }

  async upload(file: Fixture): Promise<void> {
    const { id } = await upload(this.seller, file, { now: this.#noon() })
    this.#uploads.set(file.name, id)
    this.#files.set(file.name, file)
  }

  /** Undoes a file if it is there, and reads again the files that share rows with it, as the jobs do. */
  async undo(file: Fixture): Promise<void> {
    const id = this.#uploads.get(file.name)
    if (id === undefined) return
    this.#uploads.delete(file.name)
    const { ledger, workspaceId } = this.seller
    const again = await removeUpload(ledger, { id, workspaceId }, this.#noon())
    for (const [name, each] of this.#uploads) {
      const reopened = again.includes(each) && this.#files.get(name)
      if (reopened) await upload(this.seller, reopened, { id: each, now: this.#noon() })
    }
  }

  nextDay(): void {
    this.day = addDays(this.day, 1)
  }
}
