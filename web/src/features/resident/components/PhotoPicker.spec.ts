import { afterEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mount'
import zh from '../locales/zh'
import PhotoPicker from './PhotoPicker.vue'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('photos of a report', () => {
  it('are all kept when several are picked at once', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 1, height: 1, close: () => undefined }))
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((taken) => taken(new Blob(['photo'])))
    URL.createObjectURL = () => 'blob:photo'
    URL.revokeObjectURL = () => undefined
    let kept: Blob[] = []
    const { page } = await show(PhotoPicker, {
      props: {
        max: 3,
        modelValue: kept,
        'onUpdate:modelValue': (photos: Blob[]) => {
          kept = photos
          void page.setProps({ modelValue: photos })
        },
      },
      texts: { zh: { resident: zh } },
    })
    const input = page.find<HTMLInputElement>('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [new File(['1'], '1.png'), new File(['2'], '2.png')] })
    Object.defineProperty(input.element, 'value', { value: '', writable: true })
    await input.trigger('change')

    await vi.waitFor(() => expect(kept).toHaveLength(2))
  })
})
