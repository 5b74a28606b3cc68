import { inflateSync } from 'node:zlib'

// Reads the text of PDFs as this server writes them, page by page: fonts with their own table of characters, contents deflated.
// What it cannot read it leaves out; a test that misses it fails.

interface Thing {
  head: string
  body?: Buffer
}
type Things = Map<number, Thing>
type Letters = Map<number, string>

const REF = /(\d+) 0 R/

/** Unpacks a stream, if it has one. */
function stream(head: string, data: Buffer | undefined): string {
  if (!data) return ''
  return (/\/FlateDecode/.test(head) ? inflateSync(data) : data).toString('latin1')
}

/** All objects of a file by their number, those in packed streams as well. */
function things(pdf: Buffer): Things {
  const text = pdf.toString('latin1')
  const found: Things = new Map()
  const each = /(?:^|[\r\n])(\d+) 0 obj\b/g
  for (let at = each.exec(text); at; at = each.exec(text)) {
    const start = at.index + at[0].length
    const end = text.indexOf('endobj', start)
    const opened = text.indexOf('stream', start)
    if (opened < 0 || opened > end) {
      found.set(Number(at[1]), { head: text.slice(start, end) })
      continue
    }
    const head = text.slice(start, opened)
    const from = opened + 6 + (text.startsWith('\r\n', opened + 6) ? 2 : 1)
    const length = Number(/\/Length (\d+)(?! 0 R)/.exec(head)?.[1] ?? text.indexOf('endstream', from) - from)
    found.set(Number(at[1]), { head, body: pdf.subarray(from, from + length) })
    each.lastIndex = from + length
  }
  for (const packed of [...found.values()].filter((one) => /\/ObjStm/.test(one.head))) unpack(packed, found)
  return found
}

function unpack(packed: Thing, into: Things): void {
  const text = stream(packed.head, packed.body)
  const first = Number(/\/First (\d+)/.exec(packed.head)?.[1])
  const places = text.slice(0, first).trim().split(/\s+/).map(Number)
  for (let i = 0; i < places.length; i += 2) {
    const end = places[i + 3] ?? text.length - first
    into.set(places[i] ?? 0, { head: text.slice(first + (places[i + 1] ?? 0), first + end) })
  }
}

/** What stands under a name in a dictionary: the dictionary itself, or the one it points to. */
function under(head: string, name: string, all: Things): string {
  const at = head.search(new RegExp(`/${name}(?![A-Za-z])`))
  if (at < 0) return ''
  const rest = head.slice(at + name.length + 1).trimStart()
  if (!rest.startsWith('<<')) return all.get(Number(REF.exec(rest.slice(0, 20))?.[1]))?.head ?? ''
  let depth = 0
  for (const mark of rest.matchAll(/<<|>>/g)) {
    depth += mark[0] === '<<' ? 1 : -1
    if (depth === 0) return rest.slice(0, mark.index + 2)
  }
  return rest
}

/** The things a dictionary names, by name. */
function named(dictionary: string, all: Things): Map<string, Thing> {
  return new Map([...dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)].flatMap(([, name, id]) => {
    const one = all.get(Number(id))
    return one && name ? [[name, one] as const] : []
  }))
}

const words = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** The characters of a font by their numbers in it. */
function letters(font: Thing, all: Things): Letters {
  const table = all.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font.head)?.[1]))
  const text = table ? stream(table.head, table.body) : ''
  const known: Letters = new Map()
  for (const [, block] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of (block ?? '').matchAll(/<(\w+)>\s*<(\w+)>/g)) known.set(Number.parseInt(code ?? '', 16), words(to ?? ''))
  }
  for (const [, block] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, last, to] of (block ?? '').matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(from ?? '', 16)
      const letter = Number.parseInt(to ?? '', 16)
      for (let code = start; code <= Number.parseInt(last ?? '', 16); code++) known.set(code, String.fromCodePoint(letter + code - start))
    }
  }
  return known
}

/** The bytes of a text in brackets, two of which are a number of a character. */
function codes(written: string): number[] {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1), 'hex')
    : Buffer.from(written.slice(1, -1).replace(/\\(\d{1,3}|[\s\S])/g, (_, one: string) => escaped(one)), 'latin1')
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, i) => bytes.readUInt16BE(i * 2))
}

function escaped(one: string): string {
  if (/^\d/.test(one)) return String.fromCharCode(Number.parseInt(one, 8))
  return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[one] ?? one
}

/** The text of one content, with that of the forms it draws. */
function drawn(content: string, resources: string, all: Things): string {
  const fonts = named(under(resources, 'Font', all), all)
  const forms = named(under(resources, 'XObject', all), all)
  const tables = new Map<string, Letters>()
  let now: Letters = new Map()
  let text = ''
  for (const [mark] of content.matchAll(/\/\w+\s+[\d.]+\s+Tf|\/\w+\s+Do\b|<[0-9A-Fa-f]*>|\((?:\\[\s\S]|[^\\()])*\)|\bET\b/g)) {
    const name = /^\/(\w+)/.exec(mark)?.[1] ?? ''
    if (mark === 'ET') text += '\n'
    else if (mark.endsWith('Tf')) {
      const font = fonts.get(name)
      now = tables.get(name) ?? (font ? letters(font, all) : new Map<number, string>())
      tables.set(name, now)
    } else if (mark.endsWith('Do')) {
      const form = forms.get(name)
      if (form && /\/Form\b/.test(form.head)) text += drawn(stream(form.head, form.body), under(form.head, 'Resources', all), all)
    } else text += codes(mark).map((code) => now.get(code) ?? '').join('')
  }
  return text
}

/** The text of each page, in the order of the pages. */
export function pagesOf(pdf: Buffer): string[] {
  const all = things(pdf)
  const root = [...all.values()].find((one) => /\/Type\s*\/Catalog/.test(one.head))?.head ?? ''
  const walk = (node: string, inherited: string): string[] => {
    const resources = under(node, 'Resources', all) || inherited
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1]
    if (kids !== undefined) return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => walk(all.get(Number(id))?.head ?? '', resources))
    const contents = /\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(node)?.[1] ?? ''
    const streams = [...contents.matchAll(/(\d+) 0 R/g)].map(([, id]) => all.get(Number(id)))
    return [drawn(streams.map((one) => (one ? stream(one.head, one.body) : '')).join('\n'), resources, all)]
  }
  return walk(under(root, 'Pages', all), '')
}
