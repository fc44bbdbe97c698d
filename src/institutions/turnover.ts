/** Turnover of one account in one year, whole fen. */
export interface AccountTurnover {
  readonly year: number
  readonly account: string
  readonly debitFen: number
  readonly creditFen: number
}
