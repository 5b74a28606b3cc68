import { deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** A picture of the page with 256 colours at most: pages have few, and a picture for the documents stays small. */
export async function smallPng(page: Page): Promise<Buffer> {
  const shot = (await page.screenshot()).toString('base64')
  const seen = await page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < pixels.length; at += 8192) text += String.fromCharCode(...pixels.subarray(at, at + 8192))
    return { width: image.width, height: image.height, pixels: btoa(text) }
  }, shot)
  return encode(seen.width, seen.height, Buffer.from(seen.pixels, 'base64'))
}

/** PNG with a palette of the commonest colours; every other pixel takes the nearest of them. */
function encode(width: number, height: number, rgba: Buffer): Buffer {
  const counts = new Map<number, number>()
  for (let at = 0; at < rgba.length; at += 4) counts.set(rgba.readUInt32BE(at) >>> 8, (counts.get(rgba.readUInt32BE(at) >>> 8) ?? 0) + 1)
  const palette = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 256).map(([colour]) => colour)
  const index = new Map<number, number>()
  for (const colour of counts.keys()) index.set(colour, nearest(colour, palette))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = index.get(rgba.readUInt32BE((y * width + x) * 4) >>> 8) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0
  let least = Infinity
  palette.forEach((other, at) => {
    const far = ((colour >> 16) - (other >> 16)) ** 2 + (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((colour & 255) - (other & 255)) ** 2
    if (far < least) [best, least] = [at, far]
  })
  return best
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc(body), body.length + 4)
  return whole
}

function crc(data: Buffer): number {
  let sum = 0xffffffff
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
