/** The report's only style sheet: no font, picture or rule comes from elsewhere. The language switch is three radio buttons. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2733; --muted: #566270; --line: #d3d8dd; --soft: #f4f6f8; --accent: #163c5f; }
* { box-sizing: border-box; }
body { margin: 0; background: white; color: var(--ink); font: 16px/1.6 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main, .switch { max-width: 1120px; margin: 0 auto; padding: 0 20px; }
.switch { padding-top: 14px; text-align: right; font-size: 14px; color: var(--muted); }
.switch label { display: inline-block; margin-left: 14px; cursor: pointer; }
.switch input { accent-color: var(--accent); }
body:has(#show-en:checked) article[lang="zh-Hans"], body:has(#show-zh:checked) article[lang="en"] { display: none; }
body:has(#show-both:checked) article + article { border-top: 3px solid var(--accent); margin-top: 64px; padding-top: 8px; }
.kicker { margin: 24px 0 0; color: var(--muted); font-size: 14px; }
h1 { margin: 4px 0 20px; font-size: 32px; line-height: 1.25; color: var(--accent); }
p.answer { font-size: 18px; font-weight: 600; }
h2 { margin: 48px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); font-size: 22px; line-height: 1.3; }
h3 { margin: 36px 0 6px; font-size: 17px; }
p, li { max-width: 46em; }
ul { padding-left: 1.2em; }
li { margin: 6px 0; }
.findings { background: var(--soft); border-left: 4px solid var(--accent); padding: 6px 20px 6px 8px; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 4px 20px; margin: 20px 0 0; font-size: 14px; }
dl.facts dt { color: var(--muted); }
dl.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
figure { margin: 8px 0 28px; }
figure svg { display: block; width: 100%; max-width: 940px; height: auto; }
/* one picture of two: for pages, and for screens on which its letters would become too small */
figure svg[data-for="telephone"] { display: none; max-width: 420px; }
/* each picture carries its sentence itself */
figcaption { font-size: 15px; color: var(--muted); display: none; }
@media screen and (max-width: 700px) {
  main, .switch { padding: 0 12px; }
  figure:has(svg[data-for="telephone"]) svg[data-for="page"] { display: none; }
  figure svg[data-for="telephone"] { display: block; }
  figure:not(:has(svg[data-for="telephone"])) figcaption { display: block; }
}
figure .reading { font-size: 14px; color: var(--muted); margin: 4px 0; }
details { margin-top: 8px; }
summary { cursor: pointer; color: var(--accent); font-size: 14px; padding: 4px 0; }
summary:focus-visible, .scroll:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: 8px 0 16px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: 4px 0; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600; }
tbody th { font-weight: 400; }
.numbers td, .numbers thead th:not(:first-child), td.number { text-align: right; white-space: nowrap; }
.unverified { font-style: italic; color: var(--muted); }
.parameters tbody th, .parameters td { overflow-wrap: break-word; }
.published thead th:nth-child(n + 2):nth-child(-n + 5) { text-align: right; }
.parameters { table-layout: fixed; min-width: 720px; }
.parameters th:first-child { width: 27%; }
.parameters th:nth-child(2) { width: 15%; }
.series tbody th:first-child, .series td:nth-last-child(3) { min-width: 150px; }
.series td.number, .series thead th { white-space: normal; }
pre { background: var(--soft); padding: 12px 16px; overflow-x: auto; font: 14px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
footer { margin: 48px 0 40px; font-size: 13px; color: var(--muted); }
@media print {
  @page { margin: 16mm; }
  body { font-size: 10.5pt; }
  .switch { display: none; }
  main { max-width: none; padding: 0; }
  body article[lang] + article[lang] { break-before: page; border-top: 0; margin-top: 0; }
  h2, h3 { break-after: avoid; }
  figure svg { break-inside: avoid; }
  tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; }
  summary { list-style: none; }
  .scroll { overflow: visible; }
}
`
