/** Where the texts of a picture stand, by the same estimate of their width as the pictures are laid out with. */
import { lineWidth } from '../../src/charts/kit/text.ts'

export interface Box {
  readonly text: string
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

type Point = readonly [number, number]
const TAG = /<(\/?)(g|text|tspan|svg)\b([^>]*?)(\/?)>([^<]*)/g

/** Every upright text; one in several lines as several boxes. Rims under letters are left out. */
export function textBoxes(svg: string): Box[] {
  const boxes: Box[] = []
  const origins: Point[] = [[0, 0]]
  let text: { at: Point; size: number; anchor: string; tilted: boolean; rim: boolean } | undefined
  const put = (content: string, [x, y]: Point) => {
    if (!text || text.tilted || text.rim || content.trim() === '') return
    const said = content.replace(/&[a-z]+;/g, '&')
    const width = lineWidth(said) * text.size
    const left = x - { start: 0, middle: width / 2, end: width }[text.anchor as 'start']
    boxes.push({ text: said, size: text.size, left, right: left + width, top: y - text.size * 0.75, bottom: y + text.size * 0.2 })
  }
  for (const [, closing, name, attributes, selfClosing, content] of svg.matchAll(TAG)) {
    const [x, y] = origins[origins.length - 1]
    const moved = /translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes)
    const at: Point = moved ? [x + Number(moved[1]), y + Number(moved[2])] : [x, y]
    if (name === 'text' && !closing) {
      const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 11)
      const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start'
      text = { at, size, anchor, tilted: /rotate\(-?(?!0\b)/.test(attributes), rim: /fill="white"/.test(attributes) }
      put(content, at)
    } else if (name === 'tspan' && !closing && text) {
      const down = Number(/ dy="([-\d.]+)"/.exec(attributes)?.[1] ?? 0)
      text.at = [text.at[0], text.at[1] + down]
      put(content, text.at)
    } else if (name === 'g' && !selfClosing) {
      if (closing) origins.pop()
      else origins.push(at)
    }
  }
  return boxes
}

export const sizeOf = (svg: string): { readonly width: number; readonly height: number } => {
  const of = (name: string) => Number(new RegExp(`<svg [^>]*?\\b${name}="([\\d.]+)"`).exec(svg)?.[1])
  return { width: of('width'), height: of('height') }
}

/** Texts that lie over one another by more than a stroke. */
export function collisions(boxes: readonly Box[], slack = 1.5): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  )
}

export function outside(svg: string): string[] {
  const { width, height } = sizeOf(svg)
  return textBoxes(svg)
    .filter(({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5)
    .map(({ text, left, right }) => `“${text}” from ${left.toFixed(0)} to ${right.toFixed(0)} of ${width}`)
}
