/** Books of the recomputation: what each account was debited and credited, by year, and how it stands. Whole fen. */
export const ACCOUNTS = [
  'cash',
  ...['central', 'province', 'county', 'recoveries'].map((level) => `receivable:${level}`),
  ...['hospitals', 'hospitals_withheld', 'insurer', 'second_compensation', 'household_accounts', 'claims'].map((whom) => `payable:${whom}`),
  ...['individual', 'collective', 'assistance'].map((payer) => `payable:premiums_in_advance_${payer}`),
  ...['accumulated', 'risk_fund', 'household_accounts'].map((what) => `reserve:${what}`),
  ...['individual', 'collective', 'central', 'province', 'county', 'assistance', 'interest', 'critical_illness_refund'].map(
    (source) => `income:${source}`,
  ),
  ...['inpatient', 'outpatient', 'critical_illness', 'critical_illness_loss'].map((what) => `expenditure:${what}`),
]

export class Books {
  #turnover = new Map()
  #balance = new Map()
  #year = 0

  openYear(year) {
    this.#year = year
  }

  /** An amount below nothing takes back what was booked. */
  post(debit, credit, fen) {
    if (fen < 0) return this.post(credit, debit, -fen)
    this.#enter(debit, fen, 0)
    this.#enter(credit, 0, fen)
  }

  /** What stands on these accounts, credits less debits: what is owed, or was earned. */
  owed(...accounts) {
    return accounts.reduce((sum, account) => sum - (this.#balance.get(account) ?? 0), 0)
  }

  get cash() {
    return -this.owed('cash')
  }

  /** What a year was debited and credited: [account, debits, credits]. */
  ofYear(year) {
    return ACCOUNTS.map((account) => [account, ...(this.#turnover.get(`${year} ${account}`) ?? [0, 0])])
  }

  /** Income less expenditure of the year goes to the reserve, which is no turnover. */
  close() {
    for (const account of ACCOUNTS.filter((name) => /^(income|expenditure):/.test(name))) {
      const left = this.#balance.get(account) ?? 0
      this.#balance.set(account, 0)
      this.#balance.set('reserve:accumulated', (this.#balance.get('reserve:accumulated') ?? 0) + left)
    }
  }

  #enter(account, debit, credit) {
    if (!ACCOUNTS.includes(account)) throw new Error(`the books have no account ${account}`)
    const key = `${this.#year} ${account}`
    const [debits, credits] = this.#turnover.get(key) ?? [0, 0]
    this.#turnover.set(key, [debits + debit, credits + credit])
    this.#balance.set(account, (this.#balance.get(account) ?? 0) + debit - credit)
  }
}
