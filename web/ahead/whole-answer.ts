/**
 * An answer that was read to its end: its words are there at once, where those of a browser's own answer come
 * a task later, and with them a screen is drawn once instead of part by part.
 */
export class WholeAnswer extends Response {
  constructor(
    private readonly words: string,
    answer: Response,
  ) {
    super(words, answer)
  }

  static async of(answer: Response): Promise<WholeAnswer> {
    return new WholeAnswer(await answer.text(), answer)
  }

  override async text(): Promise<string> {
    return this.words
  }

  override async json(): Promise<unknown> {
    return JSON.parse(this.words)
  }
}
