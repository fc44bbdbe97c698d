/** What a handler tells of the person who is followed. */
export interface TraceDetail {
  readonly rule: string
  readonly parameters?: readonly { readonly name: string; readonly value: string }[]
  readonly amounts?: readonly { readonly label: string; readonly fen: number }[]
  readonly facts?: Readonly<Record<string, string | number>>
}
